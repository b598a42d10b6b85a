"""What a turn does with the turns before it, as a value: one kind for each thing it can do.

`rag.conversation.choosing` chooses it, once; `rag.conversation.applying` builds the request."""

from dataclasses import dataclass
from typing import Literal

from rag.conversation.turns import Turn
from rag.questions.names.reviews_named import ReviewsNamed
from rag.questions.request import Focus, Request
from rag.questions.units.units_asked import NOTHING_ASKED, Asked


@dataclass(frozen=True, slots=True)
class New:
    """It stands by itself."""


@dataclass(frozen=True, slots=True)
class NotMeant:
    """ "That's not what I meant"."""


@dataclass(frozen=True, slots=True)
class Nowhere:
    """ "The second one", after an answer that shows nothing."""


@dataclass(frozen=True, slots=True)
class Repeat:
    """The request before once more: "say that again", where nothing was shown; or that of an
    earlier turn: "back to the Baby O one", "the second one" of two questions."""

    turn: Turn
    more: bool = False
    """More than it was answered."""


@dataclass(frozen=True, slots=True)
class Take:
    """One of the options that the answer before asked back about."""

    request: Request


@dataclass(frozen=True, slots=True)
class Swap:
    """What was asked before, of other documents: "and Child Q?"; or of several, to compare."""

    reviews: ReviewsNamed


@dataclass(frozen=True, slots=True)
class Ask:
    """What the turn itself asks, of these documents; a unit is that of these owners."""

    documents: frozenset[str] | None
    owners: tuple[str, ...] = ()
    beside: bool = False
    """Where they are several, what each says is shown."""


@dataclass(frozen=True, slots=True)
class SwapOwner:
    """The list or the number asked before, of other owners: "and for housing?"."""

    asked: Asked
    documents: frozenset[str] | None
    agencies: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class SwapTopic:
    """The list asked before, about another topic; or for `owner`, who has none in it."""

    kinds: tuple[str, ...]
    owner: str = ""


@dataclass(frozen=True, slots=True)
class Narrow:
    """What was asked before, of one kind of unit: "only recommendations please"."""


@dataclass(frozen=True, slots=True)
class Pick:
    """Of the list that was shown or stands around what was shown: "the third one", "and 3?"."""

    like: Focus
    """A unit of that list."""
    units: tuple[Focus, ...]
    """Those meant, with what stands inside them; none where the list has none there."""
    asked: Asked = NOTHING_ASKED
    """The number or the place that is asked for, where `units` is empty."""
    own: bool = False
    """Something is asked of them: "the deadline for the first one"."""


@dataclass(frozen=True, slots=True)
class Point:
    """At what was shown: once more or shorter, for a part of it, for more than it, or for whom or
    when it is; `inside` it or beside it stands what the turn asks for."""

    how: Literal["again", "shorter", "among", "more", "aspect", "inside"]
    units: tuple[Focus, ...]


@dataclass(frozen=True, slots=True)
class About:
    """What these units of another document speak of: "does Baby M say that too"."""

    units: tuple[Focus, ...]


@dataclass(frozen=True, slots=True)
class StillMissing:
    """It goes on about a review that is not held."""


@dataclass(frozen=True, slots=True)
class AskToo:
    """ "And when", after "who published it": another fact of a document's card."""


@dataclass(frozen=True, slots=True)
class GoOn:
    """The turn's own question with what it leaves unsaid: the documents, the units meant and the
    topic, which is weak behind a topic of its own, and alone where only another kind of unit is
    asked for: "and the recommendations?"."""

    documents: frozenset[str] | None
    units: tuple[Focus, ...]
    topic: Literal["none", "faint", "full", "alone"]


Operation = (
    New | NotMeant | Nowhere | Repeat | Take | Swap | Ask | AskToo | SwapOwner | SwapTopic | Narrow
    | Pick | Point | About | StillMissing | GoOn
)  # fmt: skip
