"""A question in, what it counts, and by what, out."""

import re
from dataclasses import dataclass

from rag.language.word_classes import words_of

_REVIEWS = words_of("review", "document", "case")
_OF_REVIEWS = re.compile(
    r"\b(?:how many|(?:the )?number of)(?: of)?(?: the| these| your| our)? (?:\w+ )?"
    rf"{_REVIEWS}\b",
    re.IGNORECASE,
)
_SPEAK = re.compile(
    rf"\b{_REVIEWS} (?:\w+ )?"
    rf"(?:{words_of('say', 'treat')}|report\w*|(?:is|are|was|were) about|ha(?:s|ve|d))\b",
    re.IGNORECASE,
)
_BY_OWNER = re.compile(
    r"\b(?:each|every|per|by|which|what|different|various) (?:of the )?(?:\w+ )?"
    r"(?:agenc(?:y|ies)|services?|organisations?|owners?|partners?)\b",
    re.IGNORECASE,
)
_MOST = re.compile(
    r"\b(?:which|what|who)\b.{0,30}\b(?:has|have|had|got|gets?|received|makes?|made|contains?)"
    r" (?:the )?(?:most|fewest|least)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class CountSaid:
    of_reviews: bool
    """ "How many of the reviews ...": not the units in them."""
    that_speak: bool
    """Of those that speak of something."""
    by_owner: bool
    """ "How many does each agency have?" """
    most: bool
    """Which has the most, or the fewest."""


def read_count(question: str) -> CountSaid:
    of_reviews = _OF_REVIEWS.search(question) is not None
    return CountSaid(
        of_reviews,
        of_reviews and _SPEAK.search(question) is not None,
        _BY_OWNER.search(question) is not None,
        _MOST.search(question) is not None,
    )
