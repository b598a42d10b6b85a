"""A question of what letters stand for in, the kind of answer that spells them out out."""

import re
from dataclasses import dataclass

_ASKS = re.compile(
    r"\b(?P<short>[A-Za-z]{2,7})(?: is)?(?: (?:stand(?:s|ing)?|short) for)\b"
    r"|\bwhat (?:does|do) (?:the )?(?P<meant>[A-Z]{2,7}) mean\b"
)
_MOST_MORE = 3
"""Words of a name that the letters may pass over: "of", "and"."""


@dataclass(frozen=True, slots=True)
class AskedShort:
    """Carried by the words in front of the letters in brackets: "Graded Care Profile (GCP)"."""

    short: str
    share: float = 0.0
    of_person: bool = False
    wish: str = ""

    @property
    def name(self) -> str:
        return f"what {self.short} stands for"

    def carried_by(self, text: str) -> tuple[int, ...]:
        places = re.finditer(rf"\(['‘“\"]?{re.escape(self.short)}['’”\"]?\)", text, re.IGNORECASE)
        return tuple(p.start() for p in places if self._spelt_out(text[: p.start()]))

    def _spelt_out(self, before: str) -> bool:
        words = re.findall(r"[^\W\d_]+", before)[-len(self.short) - _MOST_MORE :]
        initials = iter(word[0].casefold() for word in words)
        return all(letter in initials for letter in self.short.casefold())


def short_asked(question: str) -> AskedShort | None:
    found = _ASKS.search(question)
    return AskedShort(found["short"] or found["meant"]) if found else None
