""" "What has the board promised to do about supervision?" in, the actions that the response to a
review lists out: all that speak of it."""

from dataclasses import replace

from rag.answer import Answer
from rag.answers.lists.speaking_lists import compose_speaking
from rag.evidence.units.speaking import that_speak
from rag.evidence.units.units_named import list_units, narrow_by_heading
from rag.index.library import Library
from rag.questions.request import Request
from rag.telling.composing import compose, whole

_ACTIONS = ("action", "action_row")


def answer_done_since(library: Library, request: Request) -> Answer | None:
    """None where no review is named, where it lists no action, or where none speaks of the topic:
    something of the case itself may be meant."""
    if request.documents is None or request.across or request.asked.units or request.focus:
        return None
    said = request.said.response
    if said is None or not {*request.asked.kinds} <= {*_ACTIONS}:
        return None
    units = list_units(library, request.documents, _ACTIONS)
    left = _without(request, said)
    if not units or not left.terms:
        return compose(library, request, whole(units)) if units else None
    headed = narrow_by_heading(library, units, left.terms)
    speaking = that_speak(library, units, left.subjects)
    about = [f for f in units if f in headed or f in speaking]
    return compose_speaking(library, request, about, left.subjects) if about else None


def _without(request: Request, said: frozenset[str]) -> Request:
    """With the terms only that the rest of the question has."""
    terms = tuple(t for t in request.terms if said.issuperset(t.variants[0]))
    return replace(request, terms=terms)
