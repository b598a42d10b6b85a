"""A question in, whether it asks what reviews have in common out."""

import re
from dataclasses import dataclass

_THINGS = (
    r"(?:themes?|threads?|issues?|topics?|patterns?|problems?|messages?|lessons?|learning|concerns?"
    r"|failings?|failures?|findings?|subjects?|things|similarit(?:y|ies))"
)
_ASKS = re.compile(
    rf"\b(?:common(?:est)?|recurr\w+|repeated|repeating|shared|frequent|cross-cutting|biggest|main"
    rf"|overarching|similar|same)\b (?:\w+ ){{0,2}}{_THINGS}\b"
    rf"|\b{_THINGS}\b.{{0,40}}\b(?:most|often|frequently|again and again|repeatedly|recur\w*"
    r"|in common|repeated|keep|kept)\b|\b(?:in common|keeps? (?:coming|cropping) up)\b"
    r"|\bwhat (?:comes|crops) up (?:most|again|often|repeatedly)",
    re.IGNORECASE,
)
_SEVERAL = re.compile(
    r"\b(?:(?:main|key|biggest|overarching) themes|most|common\w*|recurr\w+|again|repeat\w*|often"
    r"|frequent\w*|keeps?)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class SharedThemesSaid:
    asked: bool
    """Beside another topic it may ask for no more than what is common in that."""
    of_several: bool
    """The words alone say that they are the themes of several reviews."""


def read_shared_themes(question: str) -> SharedThemesSaid:
    return SharedThemesSaid(
        _ASKS.search(question) is not None, _SEVERAL.search(question) is not None
    )
