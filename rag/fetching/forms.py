"""The first bytes of what was fetched in, what it is out, whatever the site says of it."""

import codecs
import io
import re
import zipfile
import zlib
from pathlib import PurePath

_PDF_WITHIN = 1024
"""Readers accept a PDF header anywhere in the first KiB (ISO 32000-1, implementation note 13)."""
_ZIP, _OLE, _RTF = b"PK\x03\x04", b"\xd0\xcf\x11\xe0", b"{\\rtf"
_OFFICE = {"word/": ".docx", "ppt/": ".pptx", "xl/": ".xlsx"}
_WITH_MACROS = frozenset({".docm", ".pptm", ".xlsm"})
_OLD_OFFICE = frozenset({".doc", ".ppt", ".xls", ".msg"})
_OPEN_DOCUMENT = "application/vnd.oasis.opendocument."
_OPEN_DOCUMENTS = {"text": ".odt", "presentation": ".odp", "spreadsheet": ".ods"}
TEXTS = frozenset({".txt", ".md", ".markdown"})
_PAGE = re.compile(
    rb"\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*"
    rb"<(?:!doctype\s+html|html|head|body|title|script|meta|div|h1|p)\b",
    re.IGNORECASE | re.DOTALL,
)
_CONTROL = re.compile(rb"[\x00-\x08\x0e-\x1a\x1c-\x1f]")
_LOOKED_AT = 65_536
PAGE = ".html"


def suffix_of(content: bytes, named: str) -> str | None:
    """With its dot. The content decides; the name only among what looks alike, such as text and
    Markdown. None where it is nothing that documents are made of."""
    opening = content[:_LOOKED_AT]
    own = PurePath(named).suffix.lower()
    if b"%PDF-" in opening[:_PDF_WITHIN]:
        return ".pdf"
    if opening.startswith(_ZIP):
        return _office_suffix(content, own)
    if opening.startswith(_OLE):
        return own if own in _OLD_OFFICE else ".doc"
    if opening.startswith(_RTF):
        return ".rtf"
    return _text_suffix(opening, own)


def _office_suffix(content: bytes, own: str) -> str | None:
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as package:
            names = package.namelist()
            kind = _declared(package) if "mimetype" in names else ""
    except (zipfile.BadZipFile, zlib.error, OSError, EOFError, ValueError, RuntimeError):
        # Damaged, locked or packed in a way that nobody reads: NotImplementedError is the last.
        return None
    if kind.startswith(_OPEN_DOCUMENT):
        return _OPEN_DOCUMENTS.get(kind.removeprefix(_OPEN_DOCUMENT))
    found = next((s for part, s in _OFFICE.items() if any(n.startswith(part) for n in names)), None)
    return own if found and own in _WITH_MACROS else found


def _declared(package: zipfile.ZipFile) -> str:
    """A few letters, however many a bomb would grow to."""
    with package.open("mimetype") as file:
        return file.read(100).decode("ascii")


def _text_suffix(opening: bytes, own: str) -> str | None:
    if opening.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return own if own in TEXTS else ".txt"
    if not opening.strip() or _CONTROL.search(opening):
        return None
    if _PAGE.match(opening.removeprefix(codecs.BOM_UTF8)):
        return PAGE
    return own if own in TEXTS else ".txt"
