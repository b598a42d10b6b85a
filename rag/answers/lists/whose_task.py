""" "Whose job is it to put on the workshops?" in, the action or the recommendation out that says
this is to be done, of whoever it is addressed to."""

from collections.abc import Sequence

from rag.answer import Answer
from rag.evidence.units.units_named import list_units
from rag.evidence.units.wording import is_said
from rag.index.library import Library
from rag.language.topic_words import TopicWord
from rag.questions.request import Focus, Request
from rag.telling.composing import cite_all, compose, whole

_TASKS = ("action_row", "action", "recommendation")
LEAST_SAID = 0.75
"""Share of the task's words, by weight, that a row has."""
LEAST_WORDS = 2
MOST_SHOWN = 3


def answer_whose_task(library: Library, request: Request) -> Answer | None:
    """None where no owned unit says that it is to be done, or too many do."""
    task = request.said.task
    if task is None or request.asked.units or request.focus:
        return None
    terms = [t for t in request.terms if task.issuperset(t.variants[0])]
    if len(terms) < LEAST_WORDS:
        return None
    found = _saying(library, request, terms)
    if not found or len(found) > MOST_SHOWN:
        return None
    owners = dict.fromkeys(f.unit.agency for f in found if f.unit.agency)
    return compose(library, request, whole(found), lead=cite_all(f"For {' and '.join(owners)}:"))


def _saying(library: Library, request: Request, terms: Sequence[TopicWord]) -> list[Focus]:
    """Those that say most of it, if that is enough."""
    documents = request.documents if request.documents is not None else library.reviews
    owned = [f for f in list_units(library, documents, _TASKS) if f.unit.agency]
    told = [(_share_said(f, terms), f) for f in owned]
    best = max((share for share, _ in told), default=0.0)
    return [f for share, f in told if share == best] if best >= LEAST_SAID else []


def _share_said(focus: Focus, terms: Sequence[TopicWord]) -> float:
    return sum(t.weight for t in terms if is_said(t, focus.unit.text)) / sum(
        t.weight for t in terms
    )
