"""What the systems answer from, as far as an answer is checked against it: the documents, and their
files, read here afresh, so that what the system has read need not be trusted."""

import html
import re
from collections.abc import Iterator, Mapping, Sequence
from contextlib import closing
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import docx
import pypdf
import pypdfium2

from eval.sets.words import letters
from rag.index.indexing import corpus_folder
from rag.index.library import Library
from rag.types import Citation, Document

OPENING = 5
"""Words of a quotation that must stand on the page that is cited: it may go on overleaf."""

_TAG = re.compile(r"</?[A-Za-z][\w-]*(?:\s[^<>\n]{1,200})?/?>")
"""But not `<http://…>`: an address between angle brackets is text."""
_LINK_TARGET = re.compile(r"(?<=\])\([^()\n]*\)")


@dataclass(frozen=True, slots=True)
class Held:
    documents: Mapping[str, Document]
    files: Mapping[str, Path]
    """Both by the id of the document."""


def hold(library: Library) -> Held:
    folders = {"corpus": corpus_folder(library) or library.added}
    places = {card.record.id: card.location for card in library.catalogue.cards()}
    return Held(
        {id_: library.catalogue.document(id_) for id_ in places},
        {id_: folders.get(at.origin, library.added) / at.path for id_, at in places.items()},
    )


def source_holds(piece: str, file: Path) -> bool:
    """The letters and figures of `piece` stand in the file in that order, without any between."""
    return any(letters(piece) in read for read in _source_letters(file))


def source_says(words: Sequence[str], file: Path) -> bool:
    """The same of lower-case words, whatever the case in the file."""
    return any(letters("".join(words)) in read.casefold() for read in _source_letters(file))


def page_holds(citation: Citation, held: Held) -> bool | None:
    """Whether the page that is cited begins the quotation; None where the file has no pages, or
    the document is not held."""
    document = held.documents.get(citation.document)
    if document is None or not document.pages or document.source.format != "pdf":
        return None
    if citation.page is None:
        return False
    sought = letters(" ".join(citation.quote.split()[:OPENING]))
    return any(
        1 <= citation.page <= len(pages) and sought in pages[citation.page - 1]
        for pages in _pdf_letters(held.files[document.record.id])
    )


def _source_letters(file: Path) -> Iterator[str]:
    if file.suffix.casefold() == ".pdf":
        yield from ("".join(pages) for pages in _pdf_letters(file))
    else:
        yield _text_letters(file)


def _pdf_letters(file: Path) -> Iterator[tuple[str, ...]]:
    """By page, as either library reads them. They differ where a page is out of order; PDFium is
    asked first, as it takes a twentieth of the time."""
    yield _pdfium_letters(file)
    yield _pypdf_letters(file)


@cache
def _pdfium_letters(file: Path) -> tuple[str, ...]:
    with closing(pypdfium2.PdfDocument(file)) as pdf:
        return tuple(letters(page.get_textpage().get_text_bounded()) for page in pdf)


@cache
def _pypdf_letters(file: Path) -> tuple[str, ...]:
    return tuple(letters(page.extract_text()) for page in pypdf.PdfReader(file).pages)


@cache
def _text_letters(file: Path) -> str:
    return letters(_LINK_TARGET.sub("", html.unescape(_TAG.sub(" ", _read(file)))))


def _read(file: Path) -> str:
    if file.suffix.casefold() == ".docx":
        return "".join(docx.Document(str(file)).element.body.itertext())
    try:
        return file.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError:
        return file.read_text(encoding="cp1252")
