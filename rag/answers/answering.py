"""What a question asks for in, an answer of checked quotations out: no language model."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from rag.answers.audiences import find_addressed_section
from rag.answers.choosing import fill_out, worth
from rag.answers.composing import Piece, compose, compose_count, whole
from rag.answers.evidence import Evidence
from rag.answers.grouping import group_by_review, headed, is_clear, who_speaks
from rag.answers.in_context import in_context
from rag.answers.looking import Looked, from_inspections_only, look
from rag.answers.pointing import answer_pointing
from rag.answers.refusals import (
    not_held,
    not_stated,
    owner_missing,
    unit_missing,
    which_named,
    which_owner,
    which_review,
    whose_list,
)
from rag.answers.spelling_out import find_spelt_out
from rag.answers.structure import (
    Found,
    beside,
    find_asked_units,
    find_listed,
    find_named_section,
    may_be_meant,
    narrow_by_heading,
    under_named_section,
    unknown_owner,
    with_children,
)
from rag.answers.sufficiency import answers, missing, speaks, stating, stating_some, touches
from rag.answers.summary import summarise_each
from rag.index.library import Library
from rag.questions.query import Focus, Query
from rag.questions.wants import quotes_wanted
from rag.types import Answer, Statement

ONLY_INSPECTIONS = "No review here was found to say this. Inspection reports do:"
EACH_BY_ITSELF = "The reviews do not compare themselves with each other. What each says:"
MOST_SUMMARISED = 6
MOST_NEAREST = 3
"""Pieces of evidence shown that do not answer."""
NEAREST = "No review was found to speak of all of this. What comes nearest:"


def answer(library: Library, query: Query) -> Answer:
    if query.reviews.missing:
        if query.reviews.documents is None:
            return not_held(library, query)
        return _with_gap(_answer_held(library, query), "not_in_library", not_held(library, query))
    return _answer_held(library, query)


def _answer_held(library: Library, query: Query) -> Answer:
    if query.reviews.unsettled:
        return which_named(library, query)
    for way in _WAYS:
        if given := way(library, query):
            return given
    return _answer_by_search(library, query)


def _answer_pointing(library: Library, query: Query) -> Answer | None:
    return answer_pointing(library, query) if query.points else None


def _answer_summary(library: Library, query: Query) -> Answer | None:
    """Of a review; or of each of several, which a question names or compares by nothing at all."""
    compared = query.wants == "compare"
    if not (compared or query.wants == "summary") or query.terms or query.asked.kinds:
        return None
    named = query.documents or (library.reviews if query.across else frozenset())
    if not named or len(named) > MOST_SUMMARISED:
        return None
    remarks = (EACH_BY_ITSELF,) if compared and len(named) > 1 else ()
    return compose(library, query, summarise_each(library, named), remarks=remarks)


def _answer_section(library: Library, query: Query) -> Answer | None:
    section = find_named_section(library, query) or find_addressed_section(library, query)
    if section is None:
        return None
    return compose(library, query, whole(with_children(library, section)))


def _answer_short(library: Library, query: Query) -> Answer | None:
    spelt_out = find_spelt_out(library, query)
    return compose(library, query, [spelt_out]) if spelt_out else None


def _with_gap(part: Answer, reason: str, gap: Answer) -> Answer:
    """What is covered, and in front what is not."""
    if part.status != "answered":
        return gap
    statements = (*gap.statements, *part.statements)
    return replace(
        part, status="partial", reason=reason, statements=statements, suggestions=gap.suggestions
    )


def _answer_units(library: Library, query: Query) -> Answer | None:
    if not query.asked.units:
        return None
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


def _answer_listed(library: Library, query: Query) -> Answer | None:
    if not query.asked.kinds:
        return None
    if unknown_owner(library, query):
        return owner_missing(library, query)
    return _answer_kinds(library, query)


def _answer_kinds(library: Library, query: Query) -> Answer | None:
    """A list whole, or those of its units that the question's other words are about; None where
    there is no such list."""
    kinds = query.asked.kinds
    for focus in query.focus:
        near = beside(library, focus, kinds)
        if near and not query.agencies:
            return compose(library, query, whole(near))
    units = find_listed(library, query, kinds)
    if not units:
        return None
    named = narrow_by_heading(library, units, query.terms)
    if named := named or under_named_section(library, query, units):
        return _list(library, query, named)
    if query.terms or query.focus:
        return _answer_part_of_list(library, query, units)
    documents = {focus.document for focus in units}
    if query.documents is None and not query.agencies and len(documents) > 1:
        return whose_list(library, query, documents)
    return _list(library, query, units)


def _list(library: Library, query: Query, units: Sequence[Focus]) -> Answer:
    if query.wants == "count":
        return compose_count(library, query, units, query.asked.kinds[0])
    return compose(library, query, whole(units))


def _answer_part_of_list(library: Library, query: Query, units: Sequence[Focus]) -> Answer | None:
    kinds = frozenset(query.asked.kinds)
    wanted = {(f.document, f.unit.id) for f in units}
    evidence = look(library, query, kinds).evidence
    chosen = [e for e in evidence if (e.focus.document, e.focus.unit.id) in wanted]
    if not speaks(query, chosen):
        return None
    shown = worth(chosen)
    if not answers(query, shown):
        return not_stated(library, query, tuple(e.focus for e in shown))
    return compose(library, query, [Piece(e.focus, e.focus.unit.spans) for e in shown])


def _answer_by_search(library: Library, query: Query) -> Answer:
    looked = look(library, query)
    if not speaks(query, looked.evidence):
        return _nearest(library, query, looked)
    if query.across and len(looked.records) > 1:
        return _answer_by_review(library, query, looked)
    chosen = worth(looked.evidence)
    if not answers(query, chosen):
        near, chosen = chosen, stating(query, looked.evidence)
        if not chosen:
            gap = not_stated(library, query, [e.focus for e in near], missing(query, near))
            some = stating_some(query, looked.evidence)
            return (
                _with_gap(compose(library, query, _pieces(some)), "not_stated", gap)
                if some
                else gap
            )
    pieces = in_context(library, fill_out(chosen))
    told = compose(library, query, pieces[: quotes_wanted(query.question)])
    return _not_by_reviews(told) if from_inspections_only(library, query, chosen) else told


def _not_by_reviews(told: Answer) -> Answer:
    remark = Statement(ONLY_INSPECTIONS)
    statements = (remark, *told.statements)
    return replace(told, status="partial", reason="not_stated", statements=statements)


def _nearest(library: Library, query: Query, looked: Looked) -> Answer:
    """What comes nearest, said to be no more than that, where some of it speaks of the topic."""
    gap = not_stated(library, query)
    if gap.reason != "not_stated" or not touches(query, looked.evidence):
        return gap
    pieces = _pieces(worth(looked.evidence)[:MOST_NEAREST])
    text = f"{gap.statements[0].text.rstrip('.')} in so many words. What comes nearest:"
    nearest = compose(library, query, pieces, remarks=(text,))
    return replace(nearest, status="partial", reason="not_stated")


def _answer_by_review(library: Library, query: Query, looked: Looked) -> Answer:
    groups = group_by_review(looked.evidence, compared=query.documents is not None)
    if not groups:
        return not_stated(library, query)
    if from_inspections_only(library, query, [e for of_one in groups.values() for e in of_one]):
        return _not_by_reviews(compose(library, query, headed(groups, looked.records)))
    pieces = headed(groups, looked.records)
    if is_clear(looked.evidence):
        parts = looked.evidence if len(query.terms) > 1 else ()
        lead = who_speaks(groups, looked.records, parts, all_seen=looked.all_seen)
        return compose(library, query, pieces, lead=lead)
    nearest = compose(library, query, pieces, remarks=(NEAREST,))
    return replace(nearest, status="partial", reason="not_stated")


def _pieces(chosen: Iterable[Evidence]) -> list[Piece]:
    return [Piece(e.focus, e.spans) for e in chosen]


_WAYS = (
    _answer_pointing, _answer_short, _answer_units, _answer_listed, _answer_summary,
    _answer_section,
)  # fmt: skip
"""Before a search, in this order; each gives None where the question asks for nothing of it."""
