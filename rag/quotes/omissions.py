"""A quotation with omissions and a document in, where its pieces stand and what was left out."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from rag.quotes.occurrences import Occurrence, Wanted, find_within
from rag.types import Document, Match, Span, Unit

OMISSION = re.compile(
    r"\[\s*(?:…|(?:\.\s?){3,4})\s*\]|\(\s*(?:…|(?:\.\s?){3})\s*\)|…|(?:\.\s?){2}\."
)
_LIMITS = """
no not never none nobody nothing nowhere neither nor cannot without unless except until hardly
barely scarcely rarely seldom only may might could should would can possible possibly perhaps
probably probable likely unlikely potential potentially apparent apparently alleged allegedly
suspected appear appears appeared seem seems seemed some most few often sometimes usually generally
mainly mostly partly partially almost nearly occasionally if although though but however unable
fail fails failed failure failing lack lacks lacked lacking refused declined denied absence
"""
LIMITING = frozenset(_LIMITS.split())
"""Negations, and words that narrow a claim: without them the rest may say something else."""
_WORD = re.compile(r"[a-z]+(?:['’][a-z]+)?")


@dataclass(frozen=True, slots=True)
class Assembly:
    """Pieces in order within one unit."""

    unit: Unit
    spans: tuple[Span, ...]
    """From the first piece to the last, with what was left out: words may only be shown so."""
    match: Match
    """The worst piece's."""
    omitted: tuple[str, ...]
    """The source's words between the pieces."""

    @property
    def is_fair(self) -> bool:
        return not any(map(limits, self.omitted))


def split_pieces(given: str) -> tuple[str, ...]:
    """The words between the marks of omission; a mark at either end omits nothing."""
    return tuple(piece.strip() for piece in OMISSION.split(given) if re.search(r"\w", piece))


def limits(text: str) -> bool:
    """Has it a negation or a word that narrows what is said?"""
    words = _WORD.findall(text.lower())
    return any(word in LIMITING or word.endswith(("n't", "n’t")) for word in words)


def assemble(document: Document, pieces: tuple[Wanted, ...]) -> tuple[Assembly, ...]:
    """One for each unit that holds the pieces in order, in document order: the one that leaves
    out no limiting word, else the one that leaves out least."""
    found = []
    for unit in document.units:
        ways = [*_ways(document, unit, pieces)]
        if ways:
            found.append(min(ways, key=lambda way: (not way.is_fair, len("".join(way.omitted)))))
    return tuple(found)


def _ways(document: Document, unit: Unit, pieces: tuple[Wanted, ...]) -> Iterator[Assembly]:
    first, *others = pieces
    openings = find_within(document, unit.spans, first)
    places = [find_within(document, unit.spans, piece) for piece in others] if openings else []
    for opening in openings:
        chain = _chain(opening, places)
        if chain:
            spans = _cut(unit, chain[0].spans[0][0], chain[-1].spans[-1][1])
            match: Match = "exact" if all(p.match == "exact" for p in chain) else "layout"
            yield Assembly(unit, spans, match, _between(document, unit, chain))


def _chain(opening: Occurrence, places: list[list[Occurrence]]) -> list[Occurrence]:
    chain = [opening]
    for found in places:
        end = chain[-1].spans[-1][1]
        following = next((piece for piece in found if piece.spans[0][0] >= end), None)
        if following is None:
            return []
        chain.append(following)
    return chain


def _between(document: Document, unit: Unit, chain: list[Occurrence]) -> tuple[str, ...]:
    omitted = []
    for one, other in pairwise(chain):
        cut = _cut(unit, one.spans[-1][1], other.spans[0][0])
        omitted.append(" ".join(document.reading.text[a:b] for a, b in cut).strip())
    return tuple(omitted)


def _cut(unit: Unit, start: int, end: int) -> tuple[Span, ...]:
    cut = ((max(a, start), min(b, end)) for a, b in unit.spans)
    return tuple((a, b) for a, b in cut if a < b)
