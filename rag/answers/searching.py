"""A question that no list and no unit answers in, its answer from what a search finds out."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from rag.answers.chance import Signs, chance, read_signs
from rag.answers.choosing import deciding_first, fill_out, strongest, worth
from rag.answers.composing import Lead, Piece, compose, with_gap
from rag.answers.evidence import Evidence
from rag.answers.grouping import (
    group_by_review,
    headed,
    is_clear,
    speak_for_certain,
    touched_by,
    traced_in,
)
from rag.answers.in_context import in_context
from rag.answers.looking import Looked, from_inspections_only, look
from rag.answers.refusals import not_stated
from rag.answers.speaking import evidence_that_speaks, topic_of
from rag.answers.stating import stating, stating_first, stating_some
from rag.answers.sufficiency import LEAST_COVERAGE, answers, missing
from rag.answers.weights import weights
from rag.answers.who_speaks import Heard, silent_on_this, who_speaks
from rag.index.library import Library
from rag.questions.answer_types import types_asked
from rag.questions.query import Query
from rag.questions.wants import quotes_wanted
from rag.types import Answer, Statement

ONLY_INSPECTIONS = "No review here was found to say this. Inspection reports do:"
MOST_NEAREST = 3
"""Pieces of evidence shown that do not answer."""
NEAREST = "No review was found to speak of all of this. What comes nearest:"


def weigh(library: Library, query: Query) -> Signs:
    """What can be seen of the evidence for a question."""
    evidence = look(library, query).evidence
    return read_signs(library, query, evidence, _state(library, query, evidence))


def answer_by_search(library: Library, query: Query) -> Answer:
    """Its confidence is the chance that the library answers the question."""
    looked = look(library, query)
    stated = _state(library, query, looked.evidence)
    likely = chance(read_signs(library, query, looked.evidence, stated))
    lacks = bool(types_asked(query.question)) and not stated
    silent = not stated and _is_silent(query, worth(looked.evidence))
    if likely < weights().full or ((lacks or silent) and not query.across):
        return replace(_nearest(library, query, looked, likely), confidence=likely)
    return replace(_answer(library, query, looked, stated), confidence=likely)


def _is_silent(query: Query, best: Sequence[Evidence]) -> bool:
    """Near in meaning alone: no word of the topic stands in it, in whatever form."""
    return bool(query.terms) and all(e.coverage < LEAST_COVERAGE for e in best)


def _state(library: Library, query: Query, evidence: Sequence[Evidence]) -> list[Evidence]:
    """Evidence worth showing that states what is asked for; empty where there is none."""
    best = worth(evidence)
    return best if answers(query, best) else stating(library, query, evidence)


def _answer(library: Library, query: Query, looked: Looked, stated: Sequence[Evidence]) -> Answer:
    if query.across and len(looked.records) > 1:
        return _answer_by_review(library, query, looked)
    chosen = stated or worth(looked.evidence)
    chosen = stating_first(query, chosen, looked.evidence)
    chosen = deciding_first(query.question, chosen) if query.wants == "yes_no" else chosen
    chosen = strongest(chosen) if query.wants in ("quote", "locate") else chosen
    pieces = in_context(library, fill_out(chosen))
    told = compose(library, query, pieces[: quotes_wanted(query.question)])
    return _not_by_reviews(told) if from_inspections_only(library, query, chosen) else told


def _not_by_reviews(told: Answer) -> Answer:
    remark = Statement(ONLY_INSPECTIONS)
    statements = (remark, *told.statements)
    return replace(told, status="partial", reason="not_stated", statements=statements)


def _nearest(library: Library, query: Query, looked: Looked, likely: float) -> Answer:
    """What states one of several facts; else what comes nearest, said to be no more than that,
    where it may be what is sought."""
    near = worth(looked.evidence)
    fact = missing(query, near) if types_asked(query.question) else None
    gap = not_stated(library, query, [e.focus for e in near] if fact else (), fact)
    some = stating_some(query, looked.evidence) if fact else []
    if some:
        return with_gap(compose(library, query, _pieces(some)), "not_stated", gap)
    if gap.reason != "not_stated" or likely < weights().partial:
        return gap
    told = gap.statements[0].text.rstrip(".")
    text = f"{told}{'' if fact else ' in so many words'}. What comes nearest:"
    nearest = compose(library, query, _pieces(near[:MOST_NEAREST]), remarks=(text,))
    return replace(nearest, status="partial", reason="not_stated")


def _answer_by_review(library: Library, query: Query, looked: Looked) -> Answer:
    compared = query.documents is not None
    said = evidence_that_speaks(looked.evidence, topic_of(query))
    one_term = _is_one_term(query)
    clear = bool(said) or (not one_term and is_clear(looked.evidence))
    groups = group_by_review(
        looked.evidence, said, compared=compared, clear=clear, in_so_many_words=one_term
    )
    if not groups:
        return not_stated(library, query)
    pieces = headed(groups, looked.records)
    if from_inspections_only(library, query, [e for of_one in groups.values() for e in of_one]):
        return _not_by_reviews(compose(library, query, pieces))
    if compared:
        silent = silent_on_this(groups, looked.records)
        told = compose(library, query, pieces, remarks=(silent,) if silent else ())
        return replace(told, status="partial", reason="not_stated") if silent else told
    if clear:
        return compose(library, query, pieces, lead=_lead(query, looked, said, groups))
    nearest = compose(library, query, pieces, remarks=(NEAREST,))
    return replace(nearest, status="partial", reason="not_stated")


def _is_one_term(query: Query) -> bool:
    """Of the vocabulary: it is said in so many words or not at all."""
    return len(query.terms) == 1 and query.terms[0].of_vocabulary


def _lead(
    query: Query,
    looked: Looked,
    said: Sequence[Evidence],
    groups: Mapping[str, Sequence[Evidence]],
) -> Lead:
    speaking = speak_for_certain(groups, said, looked.evidence)
    near = [document for document in groups if document not in speaking]
    touched = touched_by(looked.evidence) - groups.keys() if len(query.terms) > 1 else ()
    heard = Heard(speaking, near, touched, traced_in(looked.evidence))
    return who_speaks(heard, looked.records, all_seen=looked.all_seen)


def _pieces(chosen: Iterable[Evidence]) -> list[Piece]:
    return [Piece(e.focus, e.spans) for e in chosen]
