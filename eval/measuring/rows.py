"""One question as one system answered it: what every figure, report and comparison is made of."""

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Shown:
    """One quotation of an answer."""

    document: str
    unit: str
    label: str
    quote: str
    title: str = ""
    """Of the document."""
    page: int | None = None
    """From 1; None for a format without pages."""
    n: int = 0
    """By which the answer's text cites it, from 1."""


@dataclass(frozen=True, slots=True)
class Row:
    question: str
    """Id in the set."""
    turns: tuple[str, ...]
    type: str
    answerable: bool
    near_miss: bool
    """The subject is in the library, what is asked is not; False for answerable questions."""
    status: str
    reason: str | None
    confidence: float | None
    """The system's own chance, 0 to 1, that what it shows answers; None where it gives none."""
    values: Mapping[str, float | None]
    """Each measure by name; None where it does not apply to the question."""
    words: int
    """Of all quotations, uncut."""
    seconds: float
    """Wall time of the answer, models loaded."""
    shown: tuple[Shown, ...]
    """In the order in which the statements cite."""
    missed: tuple[str, ...]
    """Nuggets or gold sentences that the answer does not have, in the words of the set."""
    text: str = ""
    """The answer as a person reads it."""
    intent: str | None = None
    """What the question asks, where its set asks that in several wordings."""
