"""A file in, its source text, pages and properties out."""

import hashlib
import re
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path

from rag.backends.extracted import Extracted
from rag.backends.front_matter_values import front_matter_values
from rag.documents.decoding import NoTextError, decode
from rag.documents.page_properties import page_properties
from rag.documents.suffixes import Reader, reader_of, why_not_read
from rag.errors import UnreadableFile
from rag.reading.front_matter import front_matter
from rag.types import Format, Page, Source

_HTML = re.compile(
    rb"\s*(?:<!doctype html|<html|<\?xml[^>]*>\s*<(?:!doctype )?html)", re.IGNORECASE
)
_TITLE = re.compile(rb"<title[^>]*>([^<]+)", re.IGNORECASE)
_OLE = b"\xd0\xcf\x11\xe0"
_NO_TEXT = ((b"%PDF-", "a PDF"), (_OLE, "an old Office document"))
"""How files begin that are kept under a wrong name."""
_PDF_HEADER_WITHIN = 1024
"""Readers accept a PDF header anywhere in the first KiB (ISO 32000-1, implementation note 13)."""


def read_source(path: Path) -> Source:
    """The file decoded or extracted, unrepaired; line ends become "\\n", a leading BOM is gone.

    Raises UnreadableFile when it is missing, empty, damaged, locked, a scan without text, of an
    unsupported kind, or not what its suffix says.
    """
    reader = reader_of(path)
    if reader is None:
        raise UnreadableFile(f"{why_not_read(path)}.")
    content = read_content(path)
    if not content.strip():
        raise UnreadableFile(
            f"{path.name} is empty: expected a document with text; copy or download it again."
        )
    return _READERS[reader](path.name, content)


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
    from rag.backends import pdf

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
    return replace(source, pages=_pages(texts, [None] * len(texts)))


def _read_markdown(file: str, content: bytes) -> Source:
    source = _decoded(file, "markdown", content)
    head, _ = front_matter(source.text)
    return replace(source, properties=front_matter_values(head)) if head else source


def _read_html(file: str, content: bytes) -> Source:
    source = _decoded(file, "html", content, page=True)
    found = page_properties(source.text)
    warnings = (*source.warnings, *found.warnings)
    return replace(source, properties=found.properties, warnings=warnings)


def _read_word(file: str, content: bytes) -> Source:
    from rag.backends import word

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


def _read_open_document(file: str, content: bytes) -> Source:
    from rag.backends import open_document

    return _extracted(file, content, "word", open_document.extract_text(content, file))


def _read_rich_text(file: str, content: bytes) -> Source:
    from rag.backends import rich_text

    return _extracted(file, content, "word", rich_text.extract_text(content, file))


def _read_slides(file: str, content: bytes) -> Source:
    from rag.backends import slide_pages

    _refuse_old(file, content, "PowerPoint", ".pptx")
    return _extracted(file, content, "slides", slide_pages.extract_pages(content, file))


def _read_sheets(file: str, content: bytes) -> Source:
    from rag.backends import workbook

    _refuse_old(file, content, "Excel", ".xlsx")
    return _extracted(file, content, "sheets", workbook.extract_rows(content, file))


def _refuse_old(file: str, content: bytes, program: str, suffix: str) -> None:
    if content.startswith(_OLE):
        raise UnreadableFile(
            f"{file} is an old {program} file or locked with a password: expected an open"
            f" {suffix}; save it in {program} as {suffix} without a password."
        )


def _extracted(file: str, content: bytes, kind: Format, found: Extracted) -> Source:
    if not any(text.strip() for text in found.texts):
        raise UnreadableFile(
            f"{file} has no text: expected a file with words in it; if its pages are pictures, run"
            " them through text recognition (OCR)."
        )
    pages = _pages(found.texts, [None] * len(found.texts)) if kind == "slides" else ()
    text = "\f".join(found.texts)
    return Source(file, kind, text, pages, _checksum(content), found.warnings, found.properties)


def _decoded(file: str, kind: Format, content: bytes, *, page: bool = False) -> Source:
    for start, what in _NO_TEXT:
        if content.startswith(start):
            raise UnreadableFile(
                f"{file} is not text but {what}: give it the ending of what it is and add that."
            )
    try:
        decoded = decode(content, page=page)
    except NoTextError as error:
        raise UnreadableFile(
            f"{file} holds binary data: expected text in UTF-8, UTF-16 or Windows-1252; save it as"
            " UTF-8 text, or give it the suffix of what it is."
        ) from error
    return Source(file, kind, decoded.text, (), _checksum(content), decoded.warnings)


def _pages(texts: Sequence[str], labels: Sequence[str | None]) -> tuple[Page, ...]:
    pages: list[Page] = []
    start = 0
    for number, (text, label) in enumerate(zip(texts, labels, strict=True), start=1):
        pages.append(Page(number, label, start, start + len(text)))
        start += len(text) + 1  # the form feed
    return tuple(pages)


def _checksum(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()


_READERS: dict[Reader, Callable[[str, bytes], Source]] = {
    "pdf": _read_pdf,
    "text": _read_text,
    "markdown": _read_markdown,
    "html": _read_html,
    "opendocument": _read_open_document,
    "rich text": _read_rich_text,
    "slides": _read_slides,
    "sheets": _read_sheets,
    "word": _read_word,
}
