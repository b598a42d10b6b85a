"""A question in, whether somebody is to learn from the answer, and whom messages are for, out."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

_LEARNS = re.compile(
    r"\b(?:learn\w*|messages?|take ?aways?|take away|do differently|should"
    r"|need to (?:know|do|take)|take (?:from|out of)|in it for)\b",
    re.IGNORECASE,
)
_FOR = re.compile(r"\bfor (?:the |our |all )?(?=(?P<whom>.*))", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class AudienceSaid:
    learns: bool
    """What somebody should learn or do is asked."""
    behind_for: tuple[str, ...]
    """The rest of the question behind each "for", in small letters."""

    def is_for(self, names: Iterable[str]) -> bool:
        """ "Key messages for managers", by one of the names."""
        said = "|".join(re.escape(name.casefold()) for name in names)
        return bool(said) and any(re.match(rf"(?:{said})\b", rest) for rest in self.behind_for)


def read_audience(question: str) -> AudienceSaid:
    behind = tuple(found["whom"].casefold() for found in _FOR.finditer(question))
    return AudienceSaid(_LEARNS.search(question) is not None, behind)
