""" "Warning signs" of several reviews in, a topic out: the list of risk indicators that one review
may have is meant where that review is named, or where indicators or a list are asked for."""

import re
from dataclasses import replace

from rag.questions.units.units_asked import Asked

_LOOSELY = re.compile(r"(?:risk factors|(?:warning|danger) signs|red flags)", re.IGNORECASE)
_LISTED = re.compile(r"\b(?:list(?:ed|s)?|indicators?)\b", re.IGNORECASE)


def or_signs(asked: Asked, question: str, *, of_one: bool) -> Asked:
    """`of_one`: a review is named or talked about."""
    if "indicator" not in asked.kinds or of_one or _LISTED.search(question):
        return asked
    loose = [(a, b) for a, b in asked.spans if _LOOSELY.search(question[a:b])]
    if not loose:
        return asked
    kinds = tuple(kind for kind in asked.kinds if kind != "indicator")
    return replace(asked, kinds=kinds, spans=tuple(s for s in asked.spans if s not in loose))
