"""A permanent link in, the unit and the place where its words stand today out.

The library may have been indexed anew since the link was made, with better rules of reading or
another version of the file: words that have moved are found again by their digest."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from rag.errors import UnknownDocument, UnknownUnit
from rag.index.library import Library
from rag.quotes.citations.citing import words_digest
from rag.quotes.citations.links import Link
from rag.types import Document, Span, Unit

_WORD = re.compile(r"(?<!\w)\S")
_INSIDE_WORD = re.compile(r"\w\w")
_NOTHING: Span = (0, 0)


@dataclass(frozen=True, slots=True)
class Linked:
    document: Document
    unit: Unit
    marked: Span
    """Empty where nothing is to be marked."""
    words: Literal["none", "there", "moved", "gone"]
    """Whether the link's words stand where it says, elsewhere in the document, or nowhere."""


def follow(library: Library, link: Link) -> Linked:
    """Raises UnknownDocument, or UnknownUnit where the words are in no other unit either."""
    document = _document(library, link)
    unit = next((unit for unit in document.units if unit.id == link.unit), None)
    marks = link.marked[0] < link.marked[1]
    if unit and not marks:
        return Linked(document, unit, _NOTHING, "none")
    if unit and _overlaps(unit, link.marked) and _stand_there(document, link):
        return Linked(document, unit, link.marked, "there")
    if marks and link.words and (place := _find_again(document, link, unit)):
        holders = [unit, *document.units] if unit else document.units
        if holder := next((each for each in holders if _overlaps(each, place)), None):
            return Linked(document, holder, place, "moved")
    if unit:
        return Linked(document, unit, _NOTHING, "gone")
    lost = ", and the words of the link are nowhere in it" if marks and link.words else ""
    raise UnknownUnit(
        f"“{document.record.title}” has no part {link.unit!r}{lost}: choose a part of its outline."
    )


def link_to_words(document: Document, unit: Unit, marked: Span) -> Link:
    """To the whole unit where nothing is marked."""
    words = words_digest(document, marked) if marked[0] < marked[1] else ""
    return Link(document.record.id, unit.id, marked, words)


def _document(library: Library, link: Link) -> Document:
    try:
        return library.document(link.document)
    except UnknownDocument:
        known = library.catalogue.ledger.identities().values()
        if any(identity.document == link.document for identity in known):
            raise UnknownDocument(
                f"The document {link.document!r} has been taken out of the library: add its file"
                " again, or choose one of those held."
            ) from None
        raise UnknownDocument(
            f"The library has no document {link.document!r}: check the link, or choose one of those"
            " held."
        ) from None


def _stand_there(document: Document, link: Link) -> bool:
    within = link.marked[1] <= len(document.reading.text)
    return within and link.words in ("", words_digest(document, link.marked))


def _find_again(document: Document, link: Link, unit: Unit | None) -> Span | None:
    """In the unit, or else anywhere; of several places the one nearest to the former."""
    length = link.marked[1] - link.marked[0]
    whole = (0, len(document.reading.text))
    for stretch in [(unit.start, unit.end), whole] if unit else [whole]:
        places = (
            place
            for place in _candidates(document, stretch, length)
            if words_digest(document, place) == link.words
        )
        if found := min(places, key=lambda place: abs(place[0] - link.marked[0]), default=None):
            return found
    return None


def _candidates(document: Document, stretch: Span, length: int) -> Iterator[Span]:
    """Places of that length which begin where a word or a unit does, and end where a word does."""
    text = document.reading.text
    starts = {found.start() for found in _WORD.finditer(text, *stretch)}
    starts |= {unit.start for unit in document.units}
    for start in starts:
        end = start + length
        if stretch[0] <= start and end <= stretch[1] and not _INSIDE_WORD.match(text, end - 1):
            yield start, end


def _overlaps(unit: Unit, place: Span) -> bool:
    return any(start < place[1] and place[0] < end for start, end in unit.spans)
