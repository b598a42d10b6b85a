"""A file in, its source text, pages and properties out."""

import codecs
import hashlib
import re
from collections.abc import Callable
from pathlib import Path
from typing import Literal

from rag.backends import pdf, word
from rag.errors import UnreadableFile
from rag.types import Page, Source

Format = Literal["pdf", "text", "markdown", "html", "word"]

FORMATS: dict[str, Format] = {
    ".pdf": "pdf",
    ".txt": "text",
    ".md": "markdown",
    ".markdown": "markdown",
    ".html": "html",
    ".htm": "html",
    ".docx": "word",
    ".docm": "word",
}
SUPPORTED = tuple(FORMATS)

_BOMS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_HTML = re.compile(
    rb"\s*(?:<!doctype html|<html|<\?xml[^>]*>\s*<(?:!doctype )?html)", re.IGNORECASE
)
_CHARSET = re.compile(rb"<meta[^>]+charset\s*=\s*[\"']?\s*([\w.:-]+)", re.IGNORECASE)
_TITLE = re.compile(rb"<title[^>]*>([^<]+)", re.IGNORECASE)
_CONTROL = re.compile("[\x00-\x08\x0e-\x1a\x1c-\x1f]")
_OLE = b"\xd0\xcf\x11\xe0"
_PDF_HEADER_WITHIN = 1024
"""Readers accept a PDF header anywhere in the first KiB (ISO 32000-1, implementation note 13)."""


def read_source(path: Path) -> Source:
    """The file decoded or extracted, unrepaired; line ends become "\\n", a leading BOM is gone.

    Raises UnreadableFile when it is missing, empty, damaged, locked, a scan without text, of an
    unsupported kind, or not what its suffix says.
    """
    suffix = path.suffix.lower()
    if suffix not in FORMATS:
        raise UnreadableFile(
            f"{path.name} is of an unsupported kind: expected one of {', '.join(SUPPORTED)};"
            " save it as one of these and add that."
        )
    content = read_content(path)
    if not content.strip():
        raise UnreadableFile(
            f"{path.name} is empty: expected a document with text; copy or download it again."
        )
    return _READERS[FORMATS[suffix]](path.name, content)


def read_content(path: Path) -> bytes:
    """Raises UnreadableFile."""
    try:
        return path.read_bytes()
    except OSError as error:
        raise UnreadableFile(
            f"{path.name} cannot be opened ({error.strerror}): expected a readable file;"
            " check that it exists and that you may read it."
        ) from error


def _read_pdf(file: str, content: bytes) -> Source:
    if b"%PDF-" not in content[:_PDF_HEADER_WITHIN]:
        raise UnreadableFile(_not_a_pdf(file, content))
    extracted = pdf.extract_pages(content, file)
    return Source(
        file=file,
        format="pdf",
        text="\f".join(extracted.texts),
        pages=_pages(extracted.texts, extracted.labels),
        checksum=_checksum(content),
        warnings=extracted.warnings,
        properties=extracted.properties,
        doubtful_pages=extracted.doubtful,
        second_reader_pages=extracted.second_reader,
    )


def _not_a_pdf(file: str, content: bytes) -> str:
    if _HTML.match(content[:_PDF_HEADER_WITHIN]):
        title = _TITLE.search(content)
        named = f" titled “{_one_line(title[1])}”" if title else ""
        return (
            f"{file} is not a PDF but a web page{named}, as sites send for a report that has"
            " moved: download the report again."
        )
    return (
        f"{file} is not a PDF: expected a file that begins with %PDF-;"
        " open it to see what it is, or download it again."
    )


def _one_line(title: bytes) -> str:
    return " ".join(title.decode("utf-8", "replace").split())


def _read_text(file: str, content: bytes) -> Source:
    source = _decoded(file, "text", content)
    if "\f" not in source.text:
        return source
    texts = source.text.split("\f")
    if not texts[-1].strip():  # converters end every page with a form feed, the last one too
        texts.pop()
    return Source(
        file=file,
        format="text",
        text=source.text,
        pages=_pages(texts, [None] * len(texts)),
        checksum=source.checksum,
        warnings=source.warnings,
    )


def _read_markdown(file: str, content: bytes) -> Source:
    return _decoded(file, "markdown", content)


def _read_html(file: str, content: bytes) -> Source:
    return _decoded(file, "html", content, declared=_CHARSET.search(content))


def _read_word(file: str, content: bytes) -> Source:
    if content.startswith(_OLE):
        raise UnreadableFile(
            f"{file} is an old Word file or locked with a password: expected an open .docx;"
            " save it in Word as .docx without a password."
        )
    extracted = word.extract_text(content, file)
    if not extracted.text.strip():
        unread = f" ({'; '.join(extracted.warnings)})" if extracted.warnings else ""
        raise UnreadableFile(
            f"{file} has no text{unread}: expected a Word document with words in it;"
            " if its pages are pictures, run them through text recognition (OCR)."
        )
    return Source(
        file=file,
        format="word",
        text=extracted.text,
        pages=(),
        checksum=_checksum(content),
        warnings=extracted.warnings,
        properties=extracted.properties,
    )


def _decoded(
    file: str,
    format: Format,  # noqa: A002 - the field's own name
    content: bytes,
    *,
    declared: re.Match[bytes] | None = None,
) -> Source:
    encoding = next((name for bom, name in _BOMS if content.startswith(bom)), None)
    warnings: tuple[str, ...] = ()
    if encoding is None and declared:
        encoding, warnings = _known(declared[1].decode("ascii"))
    try:
        text = content.decode(encoding or "utf-8")
    except UnicodeDecodeError as error:
        text = _as_windows(file, content, error)
        warnings = (*warnings, f"read as Windows-1252, because it is not {encoding or 'utf-8'}")
    if _CONTROL.search(text):
        raise UnreadableFile(_binary(file))
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    return Source(file, format, text, (), _checksum(content), warnings)


def _known(encoding: str) -> tuple[str | None, tuple[str, ...]]:
    try:
        return codecs.lookup(encoding).name, ()
    except LookupError:
        return None, (f"the page declares an unknown encoding, {encoding}",)


def _as_windows(file: str, content: bytes, error: UnicodeDecodeError) -> str:
    try:
        return content.decode("cp1252")
    except UnicodeDecodeError:
        raise UnreadableFile(_binary(file)) from error


def _binary(file: str) -> str:
    return (
        f"{file} holds binary data: expected text in UTF-8, UTF-16 with a byte-order mark or"
        " Windows-1252; save it as UTF-8 text, or give it the suffix of what it is."
    )


def _pages(
    texts: "tuple[str, ...] | list[str]", labels: "tuple[str | None, ...] | list[None]"
) -> tuple[Page, ...]:
    pages: list[Page] = []
    start = 0
    for number, (text, label) in enumerate(zip(texts, labels, strict=True), start=1):
        pages.append(Page(number, label, start, start + len(text)))
        start += len(text) + 1  # the form feed
    return tuple(pages)


def _checksum(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()


_READERS: dict[Format, Callable[[str, bytes], Source]] = {
    "pdf": _read_pdf,
    "text": _read_text,
    "markdown": _read_markdown,
    "html": _read_html,
    "word": _read_word,
}
