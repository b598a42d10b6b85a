"""The files of a corpus folder, read here afresh: what a quotation is held against that trusts
nothing the system has read."""

import html
import re
from collections.abc import Mapping
from functools import cache
from pathlib import Path

import docx
import pypdf

from eval.sets.words import letters
from rag.types import Citation, Document

OPENING = 5
"""Words of a quotation that must stand on the page that is cited: it may go on overleaf."""

_TAG = re.compile(r"</?[A-Za-z][\w-]*(?:\s[^<>\n]{1,200})?/?>")
"""But not `<http://…>`: an address between angle brackets is text."""
_LINK_TARGET = re.compile(r"(?<=\])\([^()\n]*\)")


def source_holds(piece: str, document: Document, folder: Path) -> bool:
    """The letters and figures of `piece` stand in the file in that order, without any between."""
    return letters(piece) in _source_letters(folder / document.record.file)


def page_holds(citation: Citation, documents: Mapping[str, Document], folder: Path) -> bool | None:
    """Whether the page that is cited begins the quotation; None where the file has no pages, or
    the document is not held."""
    document = documents.get(citation.document)
    if document is None or not document.pages or document.source.format != "pdf":
        return None
    pages = _page_letters(folder / document.record.file)
    if citation.page is None or not 1 <= citation.page <= len(pages):
        return False
    return letters(" ".join(citation.quote.split()[:OPENING])) in pages[citation.page - 1]


@cache
def _page_letters(path: Path) -> tuple[str, ...]:
    return tuple(letters(page.extract_text()) for page in pypdf.PdfReader(path).pages)


@cache
def _source_letters(path: Path) -> str:
    return letters(_LINK_TARGET.sub("", html.unescape(_TAG.sub(" ", _read(path)))))


def _read(path: Path) -> str:
    kind = path.suffix.casefold()
    if kind == ".pdf":
        return "\f".join(page.extract_text() for page in pypdf.PdfReader(path).pages)
    if kind == ".docx":
        return "".join(docx.Document(str(path)).element.body.itertext())
    try:
        return path.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError:
        return path.read_text(encoding="cp1252")
