"""The evidence for a question to several reviews in, an answer grouped by review out, which opens
with who speaks of the theme and who does not."""

from collections.abc import Mapping, Sequence

from rag.answer import Answer
from rag.answers.across.who_speaks import Heard, silent_on_this, who_speaks
from rag.evidence.evidence import Evidence
from rag.evidence.looking import Looked, from_inspections_only
from rag.evidence.units.speaking import evidence_that_speaks
from rag.index.library import Library
from rag.questions.request import Request
from rag.telling.composing import Lead, compose, no_more_than, not_by_reviews, remark
from rag.telling.grouping import (
    group_compared,
    group_nearest,
    group_that_speak,
    headed,
    is_clear,
    touched_by,
    traced_in,
)

NEAREST = "No review was found to speak of all of this. What comes nearest:"
MOST_COMPARED = 6
"""Documents asked for by name; more are all of a kind, of which those answer that speak."""
Groups = Mapping[str, Sequence[Evidence]]
"""By document, in the order shown."""


def answer_by_review(library: Library, request: Request, looked: Looked) -> Answer:
    if request.documents is not None and len(request.documents) <= MOST_COMPARED:
        return _compare(library, request, looked)
    said = evidence_that_speaks(looked.evidence, request.subjects)
    one_term = _is_one_term(request)
    if not said and (one_term or not is_clear(looked.evidence)):
        nearest = group_nearest(looked.evidence)
        return no_more_than(_show(library, request, looked, nearest, remark(NEAREST)))
    groups = group_that_speak(looked.evidence, said, in_so_many_words=one_term)
    return _show(library, request, looked, groups, _lead(request, looked, said, groups))


def _compare(library: Library, request: Request, looked: Looked) -> Answer:
    groups = group_compared(looked.evidence)
    silent = silent_on_this(groups, looked.records)
    told = _show(library, request, looked, groups, remark(silent) if silent else None)
    return no_more_than(told) if silent else told


def _show(
    library: Library, request: Request, looked: Looked, groups: Groups, lead: Lead | None
) -> Answer:
    """Of inspection reports, where no review speaks of it, with a remark that says so instead."""
    pieces = headed(groups, looked.records)
    if from_inspections_only(library, request, [e for of_one in groups.values() for e in of_one]):
        return not_by_reviews(compose(library, request, pieces))
    return compose(library, request, pieces, lead=lead)


def _is_one_term(request: Request) -> bool:
    """Of the vocabulary: it is said in so many words or not at all."""
    return len(request.terms) == 1 and request.terms[0].of_vocabulary


def _lead(request: Request, looked: Looked, said: Sequence[Evidence], groups: Groups) -> Lead:
    sure = {e.focus.document for e in said}
    speaking = [document for document in groups if document in sure]
    near = [document for document in groups if document not in speaking]
    touched = touched_by(looked.evidence) - groups.keys() if len(request.terms) > 1 else ()
    heard = Heard(speaking, near, touched, traced_in(looked.evidence))
    return who_speaks(heard, looked.records, all_seen=looked.all_seen)
