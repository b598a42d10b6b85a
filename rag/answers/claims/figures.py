"""A text in, the figures that it states out: dates, lengths of time and counts, each with what it
counts."""

import re
from collections.abc import Collection
from dataclasses import dataclass
from typing import Literal

from rag.backends.lexical import FUNCTION_WORDS, stem
from rag.language.numbers import NUMBER_WORDS, ORDINALS
from rag.reading.dates import DATE, MONTHS, iso_date

_DAYS = {
    "hour": 1 / 24,
    "day": 1.0,
    "week": 7.0,
    "month": 365 / 12,
    "year": 365.0,
    "minute": 1 / 1440,
}
_UNIT = r"(?:[\s-]+(?P<unit>minute|hour|day|week|month|year)s?)"
_MONTH = rf"(?:{'|'.join(MONTHS)})"
_DAY_OF_MONTH = (
    rf"(?:(?P<day>\d{{1,2}})(?:st|nd|rd|th)?\s+(?:of\s+)?(?P<month>{_MONTH})"
    rf"|(?P<us>{_MONTH})\s+(?P<us_day>\d{{1,2}})(?:st|nd|rd|th)?)\b"
)
_COUNTS = {"twice": 2, "both": 2, "couple": 2, "thrice": 3, "dozen": 12} | NUMBER_WORDS
_WORDS = "|".join(sorted(map(re.escape, [*_COUNTS, *ORDINALS]), key=lambda w: -len(w)))
_FOUND = re.compile(
    rf"(?P<date>{DATE})|(?P<day_of>{_DAY_OF_MONTH})|(?P<clock>\b\d{{1,2}}[:.]\d\d\b)"
    rf"|(?<![\w.])(?P<number>\d+(?:st|nd|rd|th)|\d+(?:,\d{{3}})*(?:\.\d+)?|\b(?:{_WORDS}))(?![\w])"
    rf"(?:{_UNIT}|(?P<percent>\s?%|\s+per\s?cent))?",
    re.IGNORECASE,
)
_AGED = re.compile(r"\b(?:age|aged)(?:\s+of)?\s*:?\s*$", re.IGNORECASE)
_OLD = re.compile(r"[\s-]*(?:years?[\s-]*)?(?:old\b|when\b|at the time\b)", re.IGNORECASE)
_YEAR = re.compile(r"(?:19|20)\d\d")
_NO_FIGURE = re.compile(r"[^\d.]")
_WORD = re.compile(r"[^\W\d_]+")
NEAR = 2
"""Words behind a number that may say what it counts."""
TOLERANCE = 0.02


Kind = Literal["date", "time", "share", "count", "place"]
"""`place`: an ordinal."""


@dataclass(frozen=True, slots=True)
class Figure:
    kind: Kind
    value: str | float
    """An ISO date at the printed precision, days, percent, or a number."""
    counted: frozenset[str]
    """Stems of what a count or a place may be of."""
    words: str
    """As printed."""
    start: int
    aged: bool = False
    """It is how old somebody is."""

    def agrees(self, other: "Figure") -> bool:
        """Does `other` say this, at least as precisely?"""
        if self.kind == "date" and other.kind == "date":
            return str(other.value).startswith(str(self.value)) or str(other.value).endswith(
                str(self.value)
            )
        if isinstance(self.value, str) or isinstance(other.value, str):
            return False
        same = abs(self.value - other.value) <= TOLERANCE * max(abs(self.value), 1e-9)
        return self.kind == other.kind and same and self._is_of(other)

    def conflicts(self, other: "Figure") -> bool:
        """Is it the same measure with another value?"""
        if self.kind != other.kind or self.agrees(other) or other.agrees(self):
            return False
        return self._is_of(other) and self.aged == other.aged

    def _is_of(self, other: "Figure") -> bool:
        """Do both count the same thing? Of a measure that is no matter."""
        if self.kind not in ("count", "place"):
            return True
        return not self.counted.isdisjoint(other.counted)


def read_figures(text: str) -> tuple[Figure, ...]:
    """In order. "One" counts only where it measures time."""
    return tuple(filter(None, (_figure(text, found) for found in _FOUND.finditer(text))))


def _figure(text: str, found: re.Match[str]) -> Figure | None:
    if found["clock"]:
        return None
    if found["number"]:
        return _number(text, found)
    iso = iso_date(found["date"]) if found["date"] else _without_year(found)
    return Figure("date", iso, frozenset(), found[0], found.start()) if iso else None


def _without_year(found: re.Match[str]) -> str:
    month = MONTHS.index((found["month"] or found["us"]).casefold()) + 1
    return f"-{month:02}-{int(found['day'] or found['us_day']):02}"


def _number(text: str, found: re.Match[str]) -> Figure | None:
    word, at, behind = found["number"].casefold(), found.start(), text[found.end() :]
    if _YEAR.fullmatch(word) and not (found["unit"] or found["percent"]):
        return Figure("date", word, frozenset(), found[0], at)
    aged = bool(_AGED.search(text[:at]) or _OLD.match(behind))
    unit = (found["unit"] or ("year" if aged else "")).casefold()
    kind: Kind = (
        "place"
        if word in ORDINALS
        else "time"
        if unit
        else "share"
        if found["percent"]
        else "count"
    )
    value = _value(word) * _DAYS.get(unit, 1.0)
    if kind == "count" and word == "one":
        return None
    twice = frozenset({"time"}) if word in ("twice", "thrice") else None
    counted = twice or (_counted(behind) if kind in ("place", "count") else frozenset())
    return Figure(kind, value, counted, found[0], at, aged=aged and kind == "time")


def _value(word: str) -> float:
    return float(_COUNTS.get(word) or ORDINALS.get(word) or _NO_FIGURE.sub("", word))


def _counted(behind: str) -> frozenset[str]:
    words = [w for w in _WORD.findall(behind[:60].casefold()) if w not in FUNCTION_WORDS]
    return frozenset(s for word in words[:NEAR] for s in stem(word))


def spans_of(figures: Collection[Figure]) -> list[tuple[int, int]]:
    return [(f.start, f.start + len(f.words)) for f in figures]
