"""What a question asks for in, an answer of checked quotations out: no language model."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from rag.answer_types import carries_all
from rag.citations import cite
from rag.evidence import Evidence, choose_evidence
from rag.library import Library
from rag.query import Focus, Query
from rag.references import FROM_DIGEST
from rag.refusals import not_held, not_stated, unit_missing, which_review
from rag.retrieval import search
from rag.structure import (
    beside,
    find_asked_units,
    find_named_section,
    list_units,
    may_be_meant,
    opens_list,
    with_children,
)
from rag.types import Answer, Citation, Span, Statement

FOUND = 100
"""Passages looked at."""
MOST_WORDS = 150
"""An answer of found sentences stops before it grows longer."""
WORTH = 0.62
"""Evidence below this share of the best one's score is left out."""
LEAST_COVERAGE = 0.05
LEAST_SUPPORT = 0.62
"""Coverage plus .8 of the cosine: below, nothing found speaks of what was asked."""


@dataclass(frozen=True, slots=True)
class Piece:
    focus: Focus
    spans: tuple[Span, ...]


def answer(library: Library, query: Query) -> Answer:
    if query.reviews.missing and query.reviews.documents is None:
        return not_held(library, query)
    if query.asked.units:
        return _answer_units(library, query)
    section = find_named_section(library, query)
    if section is not None:
        return compose(library, query, _whole(with_children(library, section)))
    if query.asked.kinds:
        listed = _answer_kinds(library, query)
        if listed is not None:
            return listed
    return _answer_by_search(library, query)


def _answer_units(library: Library, query: Query) -> Answer:
    found = find_asked_units(library, query)
    if not found.units:
        return unit_missing(library, query)
    documents = may_be_meant(library, query, found)
    if len(documents) > 1 and len(query.asked.units) == 1:
        return which_review(library, query, documents)
    if query.asked.kinds:
        inside = [f for focus in found.units for f in beside(library, focus, query.asked.kinds)]
        if inside:
            return compose(library, query, _whole(inside))
    remarks: tuple[str, ...] = ()
    if found.by_order:
        label = found.units[0].unit.kind.replace("_", " ")
        remarks = (f"The {label}s of this review have no printed numbers; this one is counted.",)
    whole = [f for focus in found.units for f in with_children(library, focus)]
    return compose(library, query, _whole(whole), remarks=remarks)


def _answer_kinds(library: Library, query: Query) -> Answer | None:
    """A list whole, or those of its units that the question's other words are about."""
    kinds = query.asked.kinds
    for focus in query.focus:
        near = beside(library, focus, kinds)
        if near and not query.agencies:
            return compose(library, query, _whole(near))
    units = list_units(library, query.documents, kinds, query.agencies)
    if not units:
        return None
    bounded = query.documents is not None or bool(query.agencies)
    if not query.terms and bounded and not query.focus:
        return compose(library, query, _whole(units))
    hits = search(library, query.search, k=FOUND, documents=query.documents, kinds=frozenset(kinds))
    wanted = {(f.document, f.unit.id) for f in units}
    chosen = [
        e for e in choose_evidence(library, query, hits)
        if (e.focus.document, e.focus.unit.id) in wanted
    ]  # fmt: skip
    if not _speaks(query, chosen):
        return None
    return compose(library, query, [Piece(e.focus, e.focus.unit.spans) for e in _worth(chosen)])


def _answer_by_search(library: Library, query: Query) -> Answer:
    hits = search(library, query.search, k=FOUND, documents=query.documents)
    evidence = choose_evidence(library, query, hits)
    if not _speaks(query, evidence):
        return not_stated(library, query)
    chosen = _by_review(evidence) if query.across else _worth(evidence)
    if not query.across and not _answers(library, query, chosen):
        return not_stated(library, query, tuple(e.focus for e in chosen))
    return compose(library, query, [p for e in chosen for p in _with_list(library, e)])


def _with_list(library: Library, evidence: Evidence) -> list[Piece]:
    piece = Piece(evidence.focus, evidence.spans)
    if not opens_list(evidence.focus.unit):
        return [piece]
    return [piece, *_whole(with_children(library, evidence.focus)[1:])]


def _speaks(query: Query, evidence: Sequence[Evidence]) -> bool:
    """Does anything found speak of the question's topic at all?"""
    if not evidence:
        return False
    if not query.terms:
        known = query.documents is not None or bool(query.focus)
        return known or max(e.dense for e in evidence[:8]) >= LEAST_SUPPORT
    covered = max(e.coverage for e in evidence[:8])
    near = max(e.dense for e in evidence[:8])
    return covered >= LEAST_COVERAGE and covered + 0.8 * near >= LEAST_SUPPORT


def _answers(library: Library, query: Query, chosen: Sequence[Evidence]) -> bool:
    """Does what would be shown carry the kind of answer that is asked for (a date, a person)?"""
    text = {document: library.catalogue.reading_text(document)
            for document in {e.focus.document for e in chosen}}  # fmt: skip
    shown = " ".join(text[e.focus.document][a:b] for e in chosen for a, b in e.spans)
    return carries_all(query.question, shown)


def _worth(evidence: Sequence[Evidence]) -> list[Evidence]:
    chosen: list[Evidence] = []
    seen: set[str] = set()
    words = 0
    for e in evidence:
        text = _key(e)
        if e.score < WORTH * evidence[0].score or (chosen and words + e.words > MOST_WORDS):
            break
        if text not in seen:
            chosen.append(e)
            seen.add(text)
            words += e.words
    return chosen


def _key(evidence: Evidence) -> str:
    return evidence.focus.unit.text.casefold()


def _by_review(evidence: Sequence[Evidence]) -> list[Evidence]:
    """The strongest of each review, reviews in the order of their best."""
    best: dict[str, list[Evidence]] = {}
    for e in evidence:
        if e.score >= 0.5 * WORTH * evidence[0].score:
            best.setdefault(e.focus.document, []).append(e)
    each = 2 if len(best) > 2 else 3
    return [e for found in best.values() for e in found[:each]]


def _whole(units: Iterable[Focus]) -> list[Piece]:
    return [
        Piece(f, f.unit.spans) for f in units if f.unit.kind != "section" or _says_more(f)
    ]  # fmt: skip


def _says_more(focus: Focus) -> bool:
    return focus.unit.text.count(" ") > 14


def compose(
    library: Library, query: Query, pieces: Sequence[Piece], *, remarks: Sequence[str] = ()
) -> Answer:
    """Every piece is checked against its source; one that does not hold is never shown."""
    citations: list[Citation] = []
    statements = [Statement(remark) for remark in remarks]
    for piece in pieces:
        document = library.document(piece.focus.document)
        citation = cite(document, piece.focus.unit, piece.spans, len(citations) + 1)
        if citation is None:
            continue
        citations.append(citation)
        verbatim = citation.match is not None
        statements.append(Statement(citation.quote, (citation.n,), verbatim))
    if not citations:
        return not_stated(library, query)
    if any(citation.provenance == "digest" for citation in citations):
        statements.append(Statement(FROM_DIGEST))
    return Answer(query.question, "answered", None, tuple(statements), tuple(citations))
