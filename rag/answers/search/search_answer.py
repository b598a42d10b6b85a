"""A question that no list and no unit answers in, its answer from what a search finds out."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from rag.answer import Answer
from rag.answers.across.by_review import answer_by_review
from rag.evidence.chance import Signs, chance, read_signs
from rag.evidence.choosing import deciding_first, fill_out, strongest, told_first, worth
from rag.evidence.evidence import Evidence
from rag.evidence.facts_stated import stating, stating_first, stating_some
from rag.evidence.looking import Looked, from_inspections_only, look
from rag.evidence.sufficiency import LEAST_COVERAGE, answers, missing
from rag.evidence.weights import weights
from rag.index.library import Library
from rag.questions.request import Query
from rag.questions.topic.subjects import Subjects, absent
from rag.telling.composing import Piece, compose, no_more_than, not_by_reviews, with_gap
from rag.telling.in_context import in_context
from rag.telling.refusals import not_mentioned, not_stated

MOST_NEAREST = 3
"""Pieces of evidence shown that do not answer."""


def weigh(library: Library, query: Query) -> Signs:
    """What can be seen of the evidence for a question."""
    evidence = look(library, query).evidence
    return read_signs(library, query, evidence, _state(library, query, evidence))


def answer_by_search(library: Library, query: Query) -> Answer:
    """Its confidence is the chance that the library answers the question."""
    if query.across and (unknown := absent(query.subjects)):
        return _answer_the_rest(library, query, unknown)
    looked = look(library, query)
    stated = _state(library, query, looked.evidence)
    likely = chance(read_signs(library, query, looked.evidence, stated))
    lacks = bool(query.said.facts) and not stated
    silent = not stated and _is_silent(query, worth(looked.evidence))
    if likely < weights().full or ((lacks or silent) and not query.across):
        return replace(_nearest(library, query, looked, likely), confidence=likely)
    return replace(_answer(library, query, looked, stated), confidence=likely)


def _answer_the_rest(library: Library, query: Query, unknown: Subjects) -> Answer:
    """ "Housing and homelessness", where nothing speaks of the second."""
    unheard = {term for subject in unknown for term in subject}
    terms = tuple(term for term in query.terms if term not in unheard)
    gap = not_mentioned(library, query, unknown, ())
    return with_gap(answer_by_search(library, replace(query, terms=terms)), "not_stated", gap)


def _is_silent(query: Query, best: Sequence[Evidence]) -> bool:
    """Near in meaning alone: no word of the topic stands in it, in whatever form."""
    return bool(query.terms) and all(e.coverage < LEAST_COVERAGE for e in best)


def _state(library: Library, query: Query, evidence: Sequence[Evidence]) -> list[Evidence]:
    """Evidence worth showing that states what is asked for; empty where there is none."""
    best = worth(evidence)
    return best if answers(query, best) else stating(library, query, evidence)


def _answer(library: Library, query: Query, looked: Looked, stated: Sequence[Evidence]) -> Answer:
    if query.across and len(looked.records) > 1:
        return answer_by_review(library, query, looked)
    chosen = stated or worth(looked.evidence)
    chosen = stating_first(query, chosen, looked.evidence)
    order = deciding_first if query.wants == "yes_no" else told_first
    chosen = order(query.said.point, chosen)
    chosen = strongest(chosen) if query.wants in ("quote", "locate") else chosen
    pieces = in_context(library, fill_out(chosen))
    told = compose(library, query, pieces[: query.said.quotes])
    return not_by_reviews(told) if from_inspections_only(library, query, chosen) else told


def _nearest(library: Library, query: Query, looked: Looked, likely: float) -> Answer:
    """What states one of several facts; else what comes nearest, said to be no more than that,
    where it may be what is sought."""
    near = worth(looked.evidence)
    fact = missing(query, near) if query.said.facts else None
    gap = not_stated(library, query, [e.focus for e in near] if fact else (), fact)
    some = stating_some(query, looked.evidence) if fact else []
    if some:
        return with_gap(compose(library, query, _pieces(some)), "not_stated", gap)
    if gap.reason != "not_stated" or likely < weights().partial:
        return gap
    told = gap.statements[0].text.rstrip(".")
    text = f"{told}{'' if fact else ' in so many words'}. What comes nearest:"
    nearest = compose(library, query, _pieces(near[:MOST_NEAREST]), remarks=(text,))
    return no_more_than(nearest)


def _pieces(chosen: Iterable[Evidence]) -> list[Piece]:
    return [Piece(e.focus, e.spans) for e in chosen]
