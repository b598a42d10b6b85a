"""What a question asks for in, an answer of checked quotations out: no language model."""

import re
from collections.abc import Sequence
from dataclasses import replace

from rag.answers.choosing import by_review, worth
from rag.answers.composing import Piece, compose, whole
from rag.answers.evidence import Evidence, choose_evidence
from rag.answers.refusals import (
    not_held,
    not_stated,
    owner_missing,
    unit_missing,
    which_owner,
    which_review,
    whose_list,
)
from rag.answers.structure import (
    Found,
    beside,
    find_asked_units,
    find_named_section,
    list_units,
    may_be_meant,
    opens_list,
    unknown_owner,
    with_children,
)
from rag.answers.sufficiency import answers, missing, speaks, stating
from rag.index.library import Library
from rag.index.retrieval import search
from rag.questions.query import Focus, Query
from rag.types import Answer, Span

FOUND = 100
"""Passages looked at."""
BARE_WORDS = 12
"""A finding this short is a title; what was found stands in its points."""
_HOW_MANY = re.compile(r"\bhow many\b|\bnumber of\b|\bcount\b", re.IGNORECASE)


def answer(library: Library, query: Query) -> Answer:
    if query.reviews.missing:
        if query.reviews.documents is None:
            return not_held(library, query)
        return _with_gap(_answer_held(library, query), "not_in_library", not_held(library, query))
    return _answer_held(library, query)


def _answer_held(library: Library, query: Query) -> Answer:
    if query.asked.units:
        return _answer_units(library, query)
    section = find_named_section(library, query)
    if section is not None:
        return compose(library, query, whole(with_children(library, section)))
    if query.asked.kinds:
        if unknown_owner(library, query):
            return owner_missing(library, query)
        listed = _answer_kinds(library, query)
        if listed is not None:
            return listed
    return _answer_by_search(library, query)


def _with_gap(part: Answer, reason: str, gap: Answer) -> Answer:
    """What is covered, and in front what is not."""
    if part.status != "answered":
        return gap
    statements = (*gap.statements, *part.statements)
    return replace(
        part, status="partial", reason=reason, statements=statements, suggestions=gap.suggestions
    )


def _answer_units(library: Library, query: Query) -> Answer:
    found = find_asked_units(library, query)
    if not found.units:
        return unit_missing(library, query, query.asked.units[0])
    documents = may_be_meant(library, query, found)
    if len(documents) > 1 and len(query.asked.units) == 1:
        return which_review(library, query, documents)
    owners = {f.unit.agency for f in found.units if f.unit.agency}
    if len(owners) > 1 and len(query.asked.units) == 1:
        named = owner_missing if unknown_owner(library, query) else which_owner
        return named(library, query)
    shown = _show_units(library, query, found)
    if not found.missing:
        return shown
    gap = unit_missing(library, query, found.missing[0])
    return _with_gap(shown, "no_such_unit", gap)


def _show_units(library: Library, query: Query, found: Found) -> Answer:
    if query.asked.kinds:
        inside = [f for focus in found.units for f in beside(library, focus, query.asked.kinds)]
        if inside:
            return compose(library, query, whole(inside))
    remarks: tuple[str, ...] = ()
    if found.by_order:
        label = found.units[0].unit.kind.replace("_", " ")
        remarks = (f"The {label}s of this review have no printed numbers; this one is counted.",)
    units = [f for focus in found.units for f in with_children(library, focus)]
    return compose(library, query, whole(units), remarks=remarks)


def _answer_kinds(library: Library, query: Query) -> Answer | None:
    """A list whole, or those of its units that the question's other words are about; None where
    there is no such list."""
    kinds = query.asked.kinds
    for focus in query.focus:
        near = beside(library, focus, kinds)
        if near and not query.agencies:
            return compose(library, query, whole(near))
    units = list_units(library, query.documents, kinds, query.agencies)
    if not units:
        return None
    if query.terms or query.focus:
        return _answer_part_of_list(library, query, units)
    documents = {focus.document for focus in units}
    if query.documents is None and not query.agencies and len(documents) > 1:
        return whose_list(library, query, documents)
    counted = kinds[0] if _HOW_MANY.search(query.question) else None
    return compose(library, query, whole(units), counted=counted)


def _answer_part_of_list(library: Library, query: Query, units: Sequence[Focus]) -> Answer | None:
    kinds = frozenset(query.asked.kinds)
    hits = search(library, query.search, k=FOUND, documents=query.documents, kinds=kinds)
    wanted = {(f.document, f.unit.id) for f in units}
    evidence = choose_evidence(library, query, hits)
    chosen = [e for e in evidence if (e.focus.document, e.focus.unit.id) in wanted]
    if not speaks(query, chosen):
        return None
    shown = worth(chosen)
    if not answers(query, shown):
        return not_stated(library, query, tuple(e.focus for e in shown))
    return compose(library, query, [Piece(e.focus, e.focus.unit.spans) for e in shown])


def _answer_by_search(library: Library, query: Query) -> Answer:
    hits = search(library, query.search, k=FOUND, documents=query.documents)
    evidence = choose_evidence(library, query, hits)
    if not speaks(query, evidence):
        return not_stated(library, query)
    chosen = by_review(evidence) if query.across else worth(evidence)
    if not answers(query, chosen):
        near, chosen = chosen, stating(query, evidence)
        if not chosen:
            fact = missing(query, near)
            return not_stated(library, query, tuple(e.focus for e in near), fact)
    return compose(library, query, _in_context(library, chosen))


def _in_context(library: Library, chosen: Sequence[Evidence]) -> list[Piece]:
    """A point stands behind its finding, and a list behind the sentence that opens it."""
    pieces: dict[tuple[str, str, tuple[Span, ...]], Piece] = {}
    for evidence in chosen:
        focus = evidence.focus
        shown = [Piece(focus, evidence.spans)]
        if focus.unit.kind == "point" and focus.unit.parent:
            above = library.catalogue.unit(focus.document, focus.unit.parent)
            shown.insert(0, Piece(Focus(focus.document, above), above.spans))
        bare = focus.unit.kind == "finding" and len(focus.unit.text.split()) < BARE_WORDS
        if opens_list(focus.unit) or (bare and evidence is chosen[0]):
            shown += whole(with_children(library, focus)[1:])
        for piece in shown:
            key = (piece.focus.document, piece.focus.unit.id, piece.spans)
            pieces.setdefault(key, piece)
    return list(pieces.values())
