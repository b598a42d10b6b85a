"""Given words that no review says in, the stretches of reviews that are most like them out."""

import re
from collections import Counter
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass

from rag.index.library import Library
from rag.quotes.differences import Alignment, align
from rag.quotes.given_words import Taking
from rag.quotes.occurrences import Strand, run_together
from rag.types import Span

NEAR = 0.6
"""Share of the words that are the same, from which on words are altered and not absent."""
NEAR_RUN = 8
"""The same words in a row make an alteration too, whatever stands around them."""
FEWEST = 4
"""Words; of fewer nothing can be said to be near."""
_PASSAGES = 20
_PARTS = 4
_SHORTEST_PART = 8
_DOCUMENTS = 5
_EACH = 3


@dataclass(frozen=True, slots=True)
class Stretch:
    document: str
    span: Span
    """In the reading text."""


@dataclass(frozen=True, slots=True)
class Near:
    stretch: Stretch
    alignment: Alignment


def likely_stretches(
    library: Library, taking: Taking, originals: Collection[str]
) -> tuple[Stretch, ...]:
    """Those that say a quarter of the words letter for letter, then the passages that share most
    words, best first."""
    return (
        *_by_parts(library, taking.whole.key, originals),
        *_by_terms(library, taking, originals),
    )


def nearest(library: Library, taking: Taking, stretches: Iterable[Stretch]) -> Near | None:
    """None where none is near enough; of equals the first."""
    words = taking.words
    if _count(words) < FEWEST:
        return None
    best: Near | None = None
    for stretch in stretches:
        text = library.catalogue.reading_text(stretch.document)
        first = text.rfind(" ", 0, max(0, stretch.span[0] - len(words))) + 1
        last = text.find(" ", stretch.span[1] + len(words))
        found = align(words, text[first : last if last >= 0 else len(text)])
        if found and (best is None or _rank(found) > _rank(best.alignment)):
            span = first + found.span[0], first + found.span[1]
            best = Near(Stretch(stretch.document, span), found)
    return best if best and _is_near(best.alignment, taking) else None


def _rank(found: Alignment) -> tuple[float, int]:
    return found.share, found.run


def _is_near(found: Alignment, taking: Taking) -> bool:
    longest = max(_count(piece.given) for piece in taking.pieces)
    run = NEAR_RUN if len(taking.pieces) == 1 else max(FEWEST, min(NEAR_RUN, longest))
    return found.share >= NEAR or found.run >= run


def _count(words: str) -> int:
    return len(re.findall(r"\w+", words))


def _by_parts(library: Library, key: str, originals: Collection[str]) -> Iterator[Stretch]:
    length = max(_SHORTEST_PART, len(key) // _PARTS)
    parts = [key[i : i + length] for i in range(0, len(key) - length + 1, length)]
    held: Counter[str] = Counter()
    for document in sorted(originals):
        letters = run_together(library.catalogue.reading_text(document))
        held[document] = sum(part.encode() in letters for part in parts)
    most = max(held.values(), default=0)
    for document, count in held.most_common(_DOCUMENTS):
        if count and count >= most - 1:
            yield from _places_of(document, library.catalogue.reading_text(document), parts)


def _places_of(document: str, text: str, parts: Iterable[str]) -> Iterator[Stretch]:
    strand = Strand(text, [(0, len(text))])
    for part in parts:
        for _, span in zip(range(_EACH), strand.find(part), strict=False):
            yield Stretch(document, span)


def _by_terms(library: Library, taking: Taking, originals: Collection[str]) -> Iterator[Stretch]:
    hits = library.lexical.query(taking.words, _PASSAGES, originals)
    passages = library.catalogue.passages(id_ for id_, _ in hits)
    for passage in (passages[id_] for id_, _ in hits if id_ in passages):
        yield Stretch(passage.document, (passage.start, passage.end))
