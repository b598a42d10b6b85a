""" "What has the board promised to do about supervision?" in, the actions that the response to a
review lists out: all that speak of it."""

from dataclasses import replace

from rag.answer import Answer
from rag.answers.lists.speaking_lists import compose_speaking
from rag.evidence.units.speaking import that_speak
from rag.evidence.units.units_named import list_units, narrow_by_heading
from rag.index.library import Library
from rag.questions.request import Query
from rag.telling.composing import compose, whole

_ACTIONS = ("action", "action_row")


def answer_done_since(library: Library, query: Query) -> Answer | None:
    """None where no review is named, where it lists no action, or where none speaks of the topic:
    something of the case itself may be meant."""
    if query.documents is None or query.across or query.asked.units or query.focus:
        return None
    said = query.said.response
    if said is None or not {*query.asked.kinds} <= {*_ACTIONS}:
        return None
    units = list_units(library, query.documents, _ACTIONS)
    left = _without(query, said)
    if not units or not left.terms:
        return compose(library, query, whole(units)) if units else None
    headed = narrow_by_heading(library, units, left.terms)
    speaking = that_speak(library, units, left.subjects)
    about = [f for f in units if f in headed or f in speaking]
    return compose_speaking(library, query, about, left.subjects) if about else None


def _without(query: Query, said: frozenset[str]) -> Query:
    """With the terms only that the rest of the question has."""
    terms = tuple(t for t in query.terms if said.issuperset(t.variants[0]))
    return replace(query, terms=terms)
