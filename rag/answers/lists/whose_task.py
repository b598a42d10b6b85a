""" "Whose job is it to put on the workshops?" in, the action or the recommendation out that says
this is to be done, of whoever it is addressed to."""

import re
from collections.abc import Sequence

from rag.answer import Answer
from rag.backends.lexical import stem
from rag.evidence.units.units_named import list_units
from rag.evidence.units.wording import is_said
from rag.index.library import Library
from rag.language.spans import blot
from rag.language.topic_words import TopicWord
from rag.questions.query import Focus, Query
from rag.telling.composing import cite_all, compose, whole

_TASKS = ("action_row", "action", "recommendation")
_BODY = (
    r"(?:(?:sub-?)?groups?|agenc(?:y|ies)|organisations?|boards?|teams?|services?|body|bodies"
    r"|offices?|partners?)"
)
_DUTY = (
    r"(?:(?:is|are) (?:it )?(?:responsible|accountable|in charge|meant|supposed|going|expected|down"
    r"|leading|doing|to)\b(?: for| of| to| on)?|(?:will|must|should|leads?|owns?)\b(?: on)?"
    r"|(?:has|have|needs?|got) to\b)"
)
_ASKS = re.compile(
    rf"\b(?:whose (?:job|responsibility|task|duty|role|action|work) (?:is|will) (?:it|be|that)?"
    rf"(?: be)?(?: to)?\b|(?:who|which {_BODY}|what {_BODY}) {_DUTY})",
    re.IGNORECASE,
)
_NO_TASK = re.compile(
    r"\b(?:i|my|we|our)\b"
    r"|\b(?:should|must|will|to) be (?!responsible|accountable|in |doing|leading)",
    re.IGNORECASE,
)
"""Whom to turn to, or to whom something is done, is another question."""
LEAST_SAID = 0.75
"""Share of the task's words, by weight, that a row has."""
LEAST_WORDS = 2
MOST_SHOWN = 3


def answer_whose_task(library: Library, query: Query) -> Answer | None:
    """None where no owned unit says that it is to be done, or too many do."""
    asked = _ASKS.search(query.question)
    if asked is None or _NO_TASK.search(query.question) or query.asked.units or query.focus:
        return None
    terms = _of_task(query, blot(query.question, [asked.span()]))
    if len(terms) < LEAST_WORDS:
        return None
    found = _saying(library, query, terms)
    if not found or len(found) > MOST_SHOWN:
        return None
    owners = dict.fromkeys(f.unit.agency for f in found if f.unit.agency)
    return compose(library, query, whole(found), lead=cite_all(f"For {' and '.join(owners)}:"))


def _of_task(query: Query, left: str) -> list[TopicWord]:
    said = set(stem(left))
    return [t for t in query.terms if set(t.variants[0]) <= said]


def _saying(library: Library, query: Query, terms: Sequence[TopicWord]) -> list[Focus]:
    """Those that say most of it, if that is enough."""
    documents = query.documents if query.documents is not None else library.reviews
    owned = [f for f in list_units(library, documents, _TASKS) if f.unit.agency]
    told = [(_share_said(f, terms), f) for f in owned]
    best = max((share for share, _ in told), default=0.0)
    return [f for share, f in told if share == best] if best >= LEAST_SAID else []


def _share_said(focus: Focus, terms: Sequence[TopicWord]) -> float:
    return sum(t.weight for t in terms if is_said(t, focus.unit.text)) / sum(
        t.weight for t in terms
    )
