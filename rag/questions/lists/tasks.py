""" "Whose job is it to put on the workshops?" in, the words of the task out."""

import re

from rag.backends.lexical import stem
from rag.language.spans import blot

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


def read_task(question: str) -> frozenset[str] | None:
    """Stems of what is left of the question; None where it does not ask whose task something is."""
    asked = _ASKS.search(question)
    if asked is None or _NO_TASK.search(question):
        return None
    return frozenset(stem(blot(question, [asked.span()])))
