"""Bytes of a Word file in, the document that python-docx opens out."""

import io
import posixpath
import re
import zipfile
import zlib
from collections.abc import Iterator, Mapping

import docx
from docx.document import Document
from docx.opc.exceptions import PackageNotFoundError
from docx.opc.oxml import serialize_part_xml
from docx.oxml import parse_xml

from rag.backends.nesting import is_too_deep, too_deep
from rag.errors import UnreadableFile

MALFORMED = (
    PackageNotFoundError, AttributeError, LookupError, OSError, SyntaxError, ValueError,
    NotImplementedError, zipfile.BadZipFile, zipfile.LargeZipFile, zlib.error,
)  # fmt: skip
"""Beside its own error, python-docx lets these through when a file breaks the standard."""
_MOST_XML = 400_000_000
"""Bytes; a report of a thousand pages has a tenth of that."""
_FRONTS = (
    (b"%PDF-", "a PDF: give it the suffix .pdf and add that."),
    (b"{\\rtf", "an RTF file: open it in Word, save it as .docx and add that."),
)
_WEB_PAGE = re.compile(rb"\s*(?:<!doctype html|<html|mime-version:)", re.IGNORECASE)
_FOLDERS = (("xl/", "an Excel workbook"), ("ppt/", "a PowerPoint file"))
_CONTENT_TYPES, _ROOT_LINKS = "[Content_Types].xml", "_rels/.rels"
_STRICT = re.compile(rb"http://purl\.oclc\.org/ooxml/(\w+)/")
_AS_TRANSITIONAL = rb"http://schemas.openxmlformats.org/\1/2006/"
"""Of namespaces and types of relationship: ISO 29500 names each in both ways."""
_OTHER_MAIN = re.compile(
    rb"application/(?:vnd\.ms-word\.(?:document|template)\.macroEnabled(?:Template)?"
    rb"|vnd\.openxmlformats-officedocument\.wordprocessingml\.template)\.main\+xml",
    re.IGNORECASE,
)
_MAIN = b"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"


def open_word(content: bytes, file: str) -> Document:
    """Documents with macros, templates and "Strict Open XML" too; macros are left alone.

    `file` is named in errors; raises UnreadableFile for what is damaged or no Word document."""
    _refuse_other_kinds(content, file)
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as package:
            _refuse_other_packages(package, file)
            parts = _mended(package)
        return docx.Document(io.BytesIO(_packed(parts) if parts else content))
    except zipfile.BadZipFile as error:
        raise UnreadableFile(
            f"{file} is not a complete Word document: part of the file is missing or broken;"
            " download or copy it again, or open it in Word and save it anew as .docx."
        ) from error
    except MALFORMED as error:
        raise UnreadableFile(why_not_read(file, error)) from error


def why_not_read(file: str, error: Exception) -> str:
    """`error`: one of MALFORMED."""
    if is_too_deep(error):
        return too_deep(file, suffix=".docx")
    return (
        f"{file} is damaged inside and cannot be read as a Word document: open it in Word and"
        " save it anew as .docx."
    )


def _refuse_other_kinds(content: bytes, file: str) -> None:
    start = content[:1024].lstrip(b"\xef\xbb\xbf")
    kinds = [advice for front, advice in _FRONTS if start.lstrip().startswith(front)]
    if _WEB_PAGE.match(start):
        kinds.append("a web page: open it in Word, save it as .docx and add that.")
    if kinds:
        raise UnreadableFile(f"{file} is not a Word document but {kinds[0]}")


def _refuse_other_packages(package: zipfile.ZipFile, file: str) -> None:
    names = [_name(entry) for entry in package.infolist()]
    if any(entry.flag_bits & 1 for entry in package.infolist()):
        raise UnreadableFile(
            f"{file} is locked with a password: expected an open .docx; save it without one."
        )
    kinds = [kind for folder, kind in _FOLDERS if any(name.startswith(folder) for name in names)]
    if "mimetype" in names:
        kinds.append("an OpenDocument file")
    if _CONTENT_TYPES not in names and not kinds:
        kinds.append("an archive of other files")
    if kinds and not any(name.startswith("word/") for name in names):
        raise UnreadableFile(
            f"{file} is not a Word document but {kinds[0]}: save it as .docx, or give it the"
            " suffix of what it is."
        )
    size = sum(e.file_size for e in package.infolist() if e.filename.endswith((".xml", ".rels")))
    if size > _MOST_XML:
        raise UnreadableFile(
            f"{file} unpacks to {size // 1_000_000} MB of text: expected at most"
            f" {_MOST_XML // 1_000_000} MB; save it in several parts."
        )


def _mended(package: zipfile.ZipFile) -> dict[str, bytes] | None:
    """The parts as python-docx wants them; None where they are so already."""
    entries = {_name(entry): entry for entry in package.infolist() if not entry.is_dir()}
    parts = {name: package.read(entry) for name, entry in entries.items() if _steers(name)}
    changed = {name: mended for name, mended in _changes(parts, entries) if mended != parts[name]}
    strict = _STRICT.search(parts.get(_ROOT_LINKS, b"")) is not None
    if not changed and not strict and all(n == e.filename for n, e in entries.items()):
        return None
    whole = {name: changed.get(name) or package.read(entry) for name, entry in entries.items()}
    return {name: _transitional(name, part) for name, part in whole.items()} if strict else whole


def _changes(
    parts: Mapping[str, bytes], entries: Mapping[str, object]
) -> Iterator[tuple[str, bytes]]:
    names = {name.lower(): name for name in entries}
    for name, part in parts.items():
        if name == _CONTENT_TYPES:
            yield name, _OTHER_MAIN.sub(_MAIN, part)
        else:
            yield name, _without_dead_links(name, part, names)


def _steers(name: str) -> bool:
    return name == _CONTENT_TYPES or name.endswith(".rels")


def _name(entry: zipfile.ZipInfo) -> str:
    """Some programs write the paths of Windows."""
    return entry.filename.replace("\\", "/")


def _without_dead_links(name: str, part: bytes, names: Mapping[str, str]) -> bytes:
    """Links to parts that the package lacks go: Word opens such files, python-docx does not."""
    folder = posixpath.dirname(posixpath.dirname(name))
    links = parse_xml(part)
    changed = False
    for link in list(links):
        target = link.get("Target", "")
        if link.get("TargetMode") == "External":
            continue
        path = posixpath.normpath(posixpath.join("/", folder, target)).lstrip("/")
        actual = names.get(path.lower())
        if actual is None:
            links.remove(link)
        elif actual != path:
            link.set("Target", f"/{actual}")
        changed = changed or actual != path
    return serialize_part_xml(links) if changed else part


def _transitional(name: str, part: bytes) -> bytes:
    return _STRICT.sub(_AS_TRANSITIONAL, part) if name.endswith((".xml", ".rels")) else part


def _packed(parts: Mapping[str, bytes]) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as package:
        for name, part in parts.items():
            package.writestr(name, part)
    return buffer.getvalue()
