""" "Which agencies did the review look at" in, the things of which a list may be announced out."""

import re

from rag.backends.lexical import stem

_ASKS = re.compile(
    r"\b(?:(?:which|what|wh?ats)|(?:list|name)(?: of)?(?: all)?(?: the)?) (?:\w+ )?"
    r"(?P<things>[a-z]{3,}s)\b",
    re.IGNORECASE,
)


def read_things(question: str) -> frozenset[str]:
    """Stems; empty where none are asked for."""
    found = _ASKS.search(question)
    return frozenset(stem(found["things"])) if found else frozenset()
