"""How a question was read and by which way it was answered: a pure value beside the answer."""

from dataclasses import dataclass

Chances = tuple[tuple[str, float], ...]
"""Choices with the chance, 0 to 1, of each, likeliest first; all together 1."""


@dataclass(frozen=True, slots=True)
class DocumentRead:
    document: str
    title: str
    weight: float | None
    """Chance, 0 to 1, that it is the one meant; None where a name or a turn before settles it."""
    why: str
    """Why it is looked in, in words."""


@dataclass(frozen=True, slots=True)
class Proposed:
    """What one answerer would have shown, as it was judged."""

    way: str
    status: str
    chance: float
    """0 to 1, of being the best; all proposals for a question together 1."""
    signs: tuple[tuple[str, float], ...]
    """That weigh most for it or, below 0, against it; the weightiest first."""
    shown: tuple[str, ...]
    """Units cited, each as document#unit, once."""


@dataclass(frozen=True, slots=True)
class Trace:
    question: str
    """As read: masked, its slips mended, with what a follow-up left unsaid."""
    documents: tuple[DocumentRead, ...]
    """Where the answer was looked for; empty is everywhere."""
    others: tuple[DocumentRead, ...]
    """That the words may mean too, the likeliest first."""
    scope: str
    """One document, several that are named, or all: as it was taken."""
    scopes: Chances
    """The same as the fitted decision sees it."""
    forms: Chances
    """Of answer wanted, as the fitted decision sees them."""
    units: tuple[str, ...]
    """Asked for by label, as typed."""
    kinds: tuple[str, ...]
    owners: tuple[str, ...]
    facts: tuple[str, ...]
    """That an answer has to state: "the date"."""
    times: tuple[str, ...]
    """Those of them that are times."""
    person: str
    """Of whom a fact is asked: "mother", or the letter of a child; empty for nobody."""
    asks: tuple[str, ...]
    """What else its words ask for, in plain words: "a yes or no"."""
    mention: tuple[str, ...]
    """Words of which it asks whether they stand there."""
    premises: tuple[str, ...]
    """What it takes for granted, in its own words."""
    polarity: str
    """What the documents asked for do: say it, are silent on it, or lack it."""
    language: str
    topic: tuple[str, ...]
    points: str
    """How it points at the answer before; empty where it does not."""
    points_at: tuple[str, ...]
    """Units, each as document#unit."""
    way: str
    """That answered."""
    proposals: tuple[Proposed, ...]
    """The likeliest first: the one given, and those left out; empty where nothing was judged."""
    reason: str | None
    """Why there is no answer, or none to a part."""
