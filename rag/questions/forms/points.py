"""A question in, what would decide it out: a yes or no, what was rather than what should be."""

import re
from dataclasses import dataclass

_YES_OR_NO = re.compile(
    r"(?:^|[,;:–-] ?|\b(?:and|so|but|ok|was it) )(?:did|was|were|is|are|has|have|had|does|do)\b"
    r"(?! (?:there )?(?:any(?:thing)?|something) (?:on|about)\b)",
    re.IGNORECASE,
)
_PAST = re.compile(r"\b(?:did|didn['’]?t|was|wasn['’]?t|were|weren['’]?t|had|hadn['’]?t)\b", re.I)
_JUDGED = re.compile(
    r"\b(?:why (?:did|was|were|had|is|are|has|have)(?:n['’]?t)?|wrong|problems?|critici\w+|fail\w*"
    r"|weak\w*|worr\w+|concern\w*|happen\w*|struggl\w+|difficult\w*|issues?)\b",
    re.I,
)


@dataclass(frozen=True, slots=True)
class Point:
    yes_or_no: bool
    """It is decided by a yes or no, wherever the verb that asks stands."""
    of_past: bool
    """Whether something was done: what should be done does not decide it."""
    of_failing: bool
    """What went wrong, or why something was so."""


def read_point(question: str) -> Point:
    return Point(
        _YES_OR_NO.search(question) is not None,
        _PAST.search(question) is not None,
        _JUDGED.search(question) is not None,
    )
