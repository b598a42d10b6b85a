"""An earlier turn of a conversation: what it asked, and what its answer showed."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from rag.answer import Answer, Option
from rag.index.library import Library
from rag.questions.request import Focus, Request

MOST_SEARCHED = 1500
"""Characters of a turn and of what it takes over from those before it that are searched for."""


@dataclass(frozen=True, slots=True)
class Turn:
    request: Request
    """What goes on from it: of a question to the library itself, its documents alone."""
    whole: Request
    """All that it asked."""
    recall: Callable[[], Answer]
    """What was answered; worked out when a later turn points at it."""
    in_play: tuple[str, ...]
    """Reviews that the conversation named so far, the latest first."""
    before: "Turn | None" = None
    parts: tuple["Turn", ...] = ()
    """Of a message that holds several questions: all of them, up to this one."""

    @property
    def is_aside(self) -> bool:
        """It asked the library about a document, not the document."""
        return self.whole is not self.request


@dataclass(frozen=True, slots=True)
class Talk:
    """The turns so far."""

    before: Turn | None = None
    """The last that a turn may go on from."""
    aside: Answer | None = None
    """To a turn since that asked nothing of a document: the list of what is held, "who wrote it?"
    of no document."""

    def offered(self, *, pointed_at: bool) -> tuple[Option, ...]:
        """What the last answer asked back about, or offered with a refusal. Only a list, a unit or
        a name that several go by is asked back about, and what was not meant: no other answer is
        worked out again, unless a turn points at it."""
        told = self.before.request if self.before else None
        asks = told and (told.asked.units or told.asked.kinds or told.reviews.unsettled)
        may_offer = pointed_at or asks or (told and told.points in ("missed", "nowhere"))
        last = self.aside or (self.before.recall() if self.before and may_offer else None)
        return last.options if last and last.status in ("clarify", "refused") else ()

    @property
    def listed(self) -> tuple[str, ...]:
        """Documents that the last answer listed, in order."""
        last = self.aside
        options = last.options if last and last.status == "answered" else ()
        return tuple(id_ for each in options for id_ in each.request.documents or ())


def units_shown(library: Library, turn: Turn) -> tuple[Focus, ...]:
    """In the order of the answer, each once; without those that were withdrawn since."""
    cited = dict.fromkeys((c.document, c.unit) for c in turn.recall().citations)
    held = library.catalogue.units_at(cited.keys())
    return tuple(Focus(place[0], held[place]) for place in cited if place in held)


def heads(shown: Sequence[Focus]) -> tuple[Focus, ...]:
    """Without the units that stand in the answer as parts of another, as points of a finding."""
    places = {(f.document, f.unit.id) for f in shown}
    return tuple(f for f in shown if (f.document, f.unit.parent) not in places)


def unit_told(library: Library, turn: Turn) -> tuple[Focus, ...]:
    """What was asked for by its number or place, and shown."""
    told = turn.request
    if not (told.asked.units or told.points in ("again", "inside")):
        return ()
    return heads(units_shown(library, turn)) or told.focus


def reviews_of(library: Library, turn: Turn) -> tuple[str, ...]:
    """Those that the turn was about: as asked, else as answered, in the order of the answer."""
    shown = dict.fromkeys(c.document for c in turn.recall().citations)
    named = turn.request.documents
    if named is None:
        return tuple(shown)
    held = [record.id for record in library.catalogue.records() if record.id in named]
    return tuple(dict.fromkeys((*(d for d in shown if d in named), *held)))
