"""A question in, the evidence for it out, sought where such a question is answered."""

from collections.abc import Sequence
from dataclasses import dataclass

from rag.evidence.evidence import Evidence, choose_evidence
from rag.index.library import Library
from rag.index.retrieval import Sought, search
from rag.questions.request import Request
from rag.types import Hit, Record

FOUND = 100
"""Passages looked at."""
MOST_FOUND = 600
"""The same, where all that speak of a theme are counted."""
WELL_COVERED = 0.5
"""Coverage above which the reviews alone answer, without a look at inspection reports."""
MUCH_BETTER = 0.4
"""By so much the inspection reports must cover more to have their say."""
_LOOKED_AT = 8


@dataclass(frozen=True, slots=True)
class Looked:
    records: tuple[Record, ...]
    """Of the documents that were searched."""
    evidence: tuple[Evidence, ...]
    all_seen: bool
    """Every passage with a word of the topic is among what was looked at."""


def look(library: Library, request: Request, kinds: frozenset[str] | None = None) -> Looked:
    """In the documents named; else in the reviews, for a question to a library of reviews is about
    reviews, and in inspection reports too where it speaks of inspections or they cover it much
    better."""
    records = library.catalogue.records()
    if request.documents is not None:
        named = [record for record in records if record.id in request.documents]
        return _search(library, request, named, kinds)
    of_reviews = library.reviews
    reviews = [record for record in records if record.id in of_reviews]
    if len(reviews) == len(records) or request.of_inspections:
        return _search(library, request, records, kinds)
    looked = _search(library, request, reviews, kinds)
    if _covered(looked) < WELL_COVERED:
        everywhere = _search(library, request, records, kinds)
        if _covered(everywhere) > _covered(looked) + MUCH_BETTER:
            return everywhere
    return looked


def from_inspections_only(library: Library, request: Request, chosen: Sequence[Evidence]) -> bool:
    """A question to the reviews, which only inspection reports speak to."""
    asked_of_reviews = request.documents is None and not request.of_inspections
    return (
        asked_of_reviews
        and bool(chosen)
        and not any(e.focus.document in library.reviews for e in chosen)
    )


def _search(
    library: Library, request: Request, records: Sequence[Record], kinds: frozenset[str] | None
) -> Looked:
    among = frozenset(record.id for record in records)
    documents = None if len(among) == len(library.catalogue.records()) else among
    sought = Sought(request.search, request.meaning)
    hits = search(library, sought, k=FOUND, documents=documents, kinds=kinds)
    if request.across and kinds is None:
        hits = (*hits, *_others_that_speak(library, request, hits, among))
    return Looked(tuple(records), choose_evidence(library, request, hits), len(hits) < MOST_FOUND)


def _others_that_speak(
    library: Library, request: Request, hits: Sequence[Hit], among: frozenset[str]
) -> list[Hit]:
    """Passages with any of the topic's words that no search brought: "which reviews speak of it"
    wants them all."""
    variants = [variant for term in request.terms for variant in term.variants]
    unseen = library.lexical.holding(variants, among) - {hit.passage.id for hit in hits}
    looked_at = sorted(unseen)[: MOST_FOUND - len(hits)]
    return [Hit(p, 0.0, 0.0, 0.0) for p in library.catalogue.passages(looked_at).values()]


def _covered(looked: Looked) -> float:
    return max((e.coverage for e in looked.evidence[:_LOOKED_AT]), default=0.0)
