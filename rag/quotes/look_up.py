"""Words that somebody quotes in, whether and where a review says them out.

Judged against the source text of originals: the words of a digest are never a review's.
"""

import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from rag.index.library import Library
from rag.quotes.citations.citing import cite
from rag.quotes.differences import Difference
from rag.quotes.given_words import Taking, ways_to_take
from rag.quotes.near_words import likely_stretches, nearest
from rag.quotes.occurrences import find_in_source, find_words, run_together, units_by_fit
from rag.quotes.omissions import assemble
from rag.reading.repair import furniture_places, part_at_pages
from rag.types import Citation, Document, Span, Unit

Verdict = Literal["exact", "layout", "altered", "absent"]
_PLACES = 20
_HOLDERS = 5
_RANK: dict[Verdict, int] = {"exact": 0, "layout": 1, "altered": 2, "absent": 3}
_LESSER_KINDS = frozenset({"title", "contents", "metadata", "resource"})
_ENDS = re.compile(r"[;,]?(?: and| or)?\s*(?:\n\n|\Z)|\s\|\s")


@dataclass(frozen=True, slots=True)
class QuoteVerdict:
    given: str
    match: Verdict
    differences: tuple[Difference, ...]
    """Empty for a match, and for words that are absent."""
    citation: Citation | None
    """The place, or for altered words the nearest; None for absent ones."""
    also: tuple[Citation, ...]
    """Up to 20 other places where the words stand."""


@dataclass(frozen=True, slots=True)
class _Place:
    document: Document
    unit: Unit | None
    """None: the smallest that holds the words."""
    spans: tuple[Span, ...]
    match: Verdict
    differences: tuple[Difference, ...] = ()


def look_up(library: Library, given: str) -> QuoteVerdict:
    """Is this wording really in a review? Raises StoreUnavailable."""
    return look_up_all(library, [given])[0]


def look_up_all(library: Library, given: Sequence[str]) -> tuple[QuoteVerdict, ...]:
    """In the order given; the texts are read through once for all."""
    originals = {r.id for r in library.catalogue.records() if r.provenance == "original"}
    takings = [ways_to_take(words) for words in given]
    holders = _holders(library, sorted(originals), takings)
    return tuple(
        _decide(library, words, ways, held, originals)
        for words, ways, held in zip(given, takings, holders, strict=True)
    )


def _holders(
    library: Library, originals: Iterable[str], takings: Sequence[tuple[Taking, ...]]
) -> list[list[str]]:
    """For each of the given the documents that have all its letters in a row, or its pieces'."""
    keys = [
        [[piece.key.encode() for piece in taking.pieces] for taking in ways if taking.whole.key]
        for ways in takings
    ]
    found: list[list[str]] = [[] for _ in takings]
    for document in originals:
        letters = run_together(library.catalogue.reading_text(document))
        for wanted, held in zip(keys, found, strict=True):
            if any(all(key in letters for key in pieces) for pieces in wanted):
                held.append(document)
    return found


def _decide(
    library: Library, given: str, ways: Sequence[Taking], held: Sequence[str], originals: set[str]
) -> QuoteVerdict:
    if len(held) > _PLACES:
        saying = library.catalogue.documents_saying(given.strip())
        held = sorted(held, key=lambda document: document not in saying)[:_PLACES]
    places = _places(library, held, ways)
    if ways and all(place.match == "altered" for place in places):
        further = _search_further(library, given.strip(), ways, held, originals=originals)
        places = (
            places + further if any(p.match != "altered" for p in further) else places or further
        )
    if not places:
        return QuoteVerdict(given, "absent", (), None, ())
    best, *others = sorted(places, key=_order)
    matches = [place for place in others if place.match != "altered"][:_PLACES]
    also = (_cite(place, n) for n, place in enumerate(matches, start=2))
    return QuoteVerdict(
        given, best.match, best.differences, _cite(best, 1), tuple(filter(None, also))
    )


def _search_further(
    library: Library,
    given: str,
    ways: Sequence[Taking],
    held: Collection[str],
    *,
    originals: set[str],
) -> list[_Place]:
    """Where the letters are not all in a row in the reading text: what a page's foot parts, what
    the source alone has; else the nearest words."""
    taking = ways[-2 if ways[-1].sign else -1]
    stretches = likely_stretches(library, taking, originals)
    saying = library.catalogue.documents_saying(given)
    likely = dict.fromkeys((*saying, *(stretch.document for stretch in stretches)))
    untried = [document for document in likely if document in originals.difference(held)]
    places = _places(library, untried[:_HOLDERS], ways)
    near = None if places else nearest(library, taking, stretches)
    if near is None:
        return places
    document = library.document(near.stretch.document)
    return [_Place(document, None, (near.stretch.span,), "altered", near.alignment.differences)]


def _order(place: _Place) -> tuple[int, bool]:
    unit = _unit(place, _parts(place))
    return _RANK[place.match], unit is None or unit.kind in _LESSER_KINDS


def _cite(place: _Place, n: int) -> Citation | None:
    parts = _parts(place)
    unit = _unit(place, parts)
    return cite(place.document, unit, parts, n) if unit else None


def _parts(place: _Place) -> tuple[Span, ...]:
    reading = place.document.reading
    furniture = furniture_places(reading)
    return tuple(part for span in place.spans for part in part_at_pages(reading, span, furniture))


def _unit(place: _Place, parts: Sequence[Span]) -> Unit | None:
    return place.unit or next(iter(units_by_fit(place.document, parts)), None)


def _places(library: Library, documents: Iterable[str], ways: Sequence[Taking]) -> list[_Place]:
    """By the first of the ways in which a document says the words."""
    found: list[_Place] = []
    for document in map(library.document, documents):
        takes = [[*_places_in(document, taking)] for taking in ways]
        found += min(filter(None, takes), key=_best, default=[])
    return found


def _best(places: Iterable[_Place]) -> int:
    return min(_RANK[place.match] for place in places)


def _places_in(document: Document, taking: Taking) -> Iterator[_Place]:
    found = find_words(document, taking.whole)
    text = document.reading.text
    for each in found:
        if not taking.sign:
            yield _Place(document, None, each.spans, each.match)
        elif taking.sign == "," or _ENDS.match(text, each.spans[-1][1]):
            yield _Place(document, None, each.spans, "layout")
    if found or taking.sign:
        return
    for each in find_in_source(document, taking.words):
        yield _Place(document, None, each.spans, each.match)
    if len(taking.pieces) == 1:
        return
    for made in assemble(document, taking.pieces):
        left_out = tuple(Difference("deleted", "[…]", words) for words in made.omitted)
        if made.is_fair:
            yield _Place(document, made.unit, made.spans, made.match)
        else:
            yield _Place(document, made.unit, made.spans, "altered", left_out)
