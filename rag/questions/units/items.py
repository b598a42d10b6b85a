""" "The second bullet under finding 1" in, which item of which list out."""

import re
from dataclasses import dataclass

from rag.language.numbers import ORDINALS
from rag.questions.units.headings import HeadingsSaid, read_headings
from rag.questions.units.units_asked import LAST

_ITEM = re.compile(
    r"\b(?:bullet(?: point)?|item|sub-?point|point) (?=(?P<where>(?:under|of|in|on|from|for)\b.+))",
    re.IGNORECASE,
)
_PLACE = re.compile(rf"\b(?P<place>{'|'.join(ORDINALS)}|last|final) $", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class ItemAsked:
    typed: str
    """The word for its place."""
    where: HeadingsSaid
    """What names the list."""

    @property
    def place(self) -> int:
        """0-based, or LAST."""
        return LAST if self.typed in ("last", "final") else ORDINALS[self.typed] - 1


def read_item(question: str, topic: str) -> ItemAsked | None:
    for item in _ITEM.finditer(question):
        if place := _PLACE.search(question[: item.start()]):
            return ItemAsked(place["place"].casefold(), read_headings(item["where"], topic))
    return None
