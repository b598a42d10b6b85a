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
from rag.questions.request import Request
from rag.questions.topic.subjects import Subjects, absent
from rag.telling.composing import Piece, compose, no_more_than, not_by_reviews, with_gap
from rag.telling.in_context import in_context
from rag.telling.refusals import not_mentioned, not_stated

MOST_NEAREST = 3
"""Pieces of evidence shown that do not answer."""


def weigh(library: Library, request: Request) -> Signs:
    """What can be seen of the evidence for a question."""
    evidence = look(library, request).evidence
    return read_signs(library, request, evidence, _state(library, request, evidence))


def answer_by_search(library: Library, request: Request) -> Answer:
    """Its confidence is the chance that the library answers the question."""
    if request.across and (unknown := absent(request.subjects)):
        return _answer_the_rest(library, request, unknown)
    looked = look(library, request)
    stated = _state(library, request, looked.evidence)
    likely = chance(read_signs(library, request, looked.evidence, stated))
    lacks = bool(request.said.facts) and not stated
    silent = not stated and _is_silent(request, worth(looked.evidence))
    if likely < weights().full or ((lacks or silent) and not request.across):
        return replace(_nearest(library, request, looked, likely), confidence=likely)
    return replace(_answer(library, request, looked, stated), confidence=likely)


def _answer_the_rest(library: Library, request: Request, unknown: Subjects) -> Answer:
    """ "Housing and homelessness", where nothing speaks of the second."""
    unheard = {term for subject in unknown for term in subject}
    terms = tuple(term for term in request.terms if term not in unheard)
    gap = not_mentioned(library, request, unknown, ())
    return with_gap(answer_by_search(library, replace(request, terms=terms)), "not_stated", gap)


def _is_silent(request: Request, best: Sequence[Evidence]) -> bool:
    """Near in meaning alone: no word of the topic stands in it, in whatever form."""
    return bool(request.terms) and all(e.coverage < LEAST_COVERAGE for e in best)


def _state(library: Library, request: Request, evidence: Sequence[Evidence]) -> list[Evidence]:
    """Evidence worth showing that states what is asked for; empty where there is none."""
    best = worth(evidence)
    return best if answers(request, best) else stating(library, request, evidence)


def _answer(
    library: Library, request: Request, looked: Looked, stated: Sequence[Evidence]
) -> Answer:
    if request.across and len(looked.records) > 1:
        return answer_by_review(library, request, looked)
    chosen = stated or worth(looked.evidence)
    chosen = stating_first(request, chosen, looked.evidence)
    order = deciding_first if request.wants == "yes_no" else told_first
    chosen = order(request.said.point, chosen)
    chosen = strongest(chosen) if request.wants in ("quote", "locate") else chosen
    pieces = in_context(library, fill_out(chosen))
    told = compose(library, request, pieces[: request.said.quotes])
    return not_by_reviews(told) if from_inspections_only(library, request, chosen) else told


def _nearest(library: Library, request: Request, looked: Looked, likely: float) -> Answer:
    """What states one of several facts; else what comes nearest, said to be no more than that,
    where it may be what is sought."""
    near = worth(looked.evidence)
    fact = missing(request, near) if request.said.facts else None
    gap = not_stated(library, request, [e.focus for e in near] if fact else (), fact)
    some = stating_some(request, looked.evidence) if fact else []
    if some:
        return with_gap(compose(library, request, _pieces(some)), "not_stated", gap)
    if gap.reason != "not_stated" or likely < weights().partial:
        return gap
    told = gap.statements[0].text.rstrip(".")
    text = f"{told}{'' if fact else ' in so many words'}. What comes nearest:"
    nearest = compose(library, request, _pieces(near[:MOST_NEAREST]), remarks=(text,))
    return no_more_than(nearest)


def _pieces(chosen: Iterable[Evidence]) -> list[Piece]:
    return [Piece(e.focus, e.spans) for e in chosen]
