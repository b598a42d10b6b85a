"""What a question set is made of: questions, and the sentences that answer them."""

from collections.abc import Collection
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class QuotedGold:
    """Words that stand in a file, as sets of others give them."""

    file: str
    kind: str
    quote: str
    under: str
    """Printed heading or label that the quote stands under; empty where it has none."""
    alternatives: tuple[str, ...] = ()
    """Other words of the file that serve as well."""


@dataclass(frozen=True, slots=True)
class PlacedGold:
    """A place in a document, as our own sets over reviews give it."""

    document: str
    unit: str
    phrase: str
    """A few words that stand in the gold sentence and in no other of its unit."""
    of_nugget: bool = False
    """The phrase is what the document at hand says. Otherwise it is what the original says, and
    where its digest is held only the unit counts."""


Gold = QuotedGold | PlacedGold


@dataclass(frozen=True, slots=True)
class Nugget:
    """One thing that a good answer says."""

    text: str
    vital: bool
    """False: good to have ("okay")."""
    gold: Gold


@dataclass(frozen=True, slots=True)
class Question:
    id: str
    turns: tuple[str, ...]
    type: str
    answerable: bool
    gold: tuple[Gold, ...]
    """Empty for an answerable question about the library itself."""
    reference: str
    reasons: frozenset[str] = frozenset()
    """Acceptable reasons of a refusal; empty where the set names none."""
    masked: tuple[str, ...] = ()
    nuggets: tuple[Nugget, ...] = ()
    """Two to six; empty in a set that gives gold sentences only."""
    near_miss: bool = False
    files: tuple[str, ...] = ()
    """The documents that it is about, by file name; empty where the set does not say."""
    any_one: bool = False
    """One of the gold sentences is enough."""
    intent: str | None = None
    """What it asks, where the set asks that in several wordings."""
    line: int = 0
    """Of its set's file, from 1; 0 where it was read from none."""


_NEAR = ("near_miss", "false_premise", "no_unit")
"""In the name of a type: its review is in the library, the fact, the event or the unit is not."""
_FOLLOW_UP = "follow_up"
_OUT = {"not_in_library", "off_topic", "not_read"}
_OTHER = {"ambiguous", "live_concern", "personal_data"}


def is_near_miss(kind: str, reasons: Collection[str]) -> bool:
    """Of a question of that type that cannot be answered, where its set does not say. A follow-up
    is, unless it is to be refused as being about something else."""
    follows = _FOLLOW_UP in kind and not _OUT.intersection(reasons)
    return follows or any(name in kind for name in _NEAR)


def has_other_grounds(reasons: Collection[str]) -> bool:
    """Of a question that is no near miss: it is turned away whatever the documents say, because it
    may mean several things, somebody may be in danger, or it asks for personal data."""
    return bool(_OTHER.intersection(reasons))
