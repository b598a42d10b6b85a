"""An earlier turn of a conversation: what it asked, and what its answer showed."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from rag.answer import Answer
from rag.index.library import Library
from rag.questions.request import Focus, Request

MOST_SEARCHED = 1500
"""Characters of a turn and of what it takes over from those before it that are searched for."""


@dataclass(frozen=True, slots=True)
class Turn:
    request: Request
    recall: Callable[[], Answer]
    """What was answered; worked out when a later turn points at it."""
    in_play: tuple[str, ...]
    """Reviews that the conversation named so far, the latest first."""
    before: "Turn | None" = None


def units_shown(library: Library, turn: Turn) -> tuple[Focus, ...]:
    """In the order of the answer, each once; without those that were withdrawn since."""
    cited = dict.fromkeys((c.document, c.unit) for c in turn.recall().citations)
    held = library.catalogue.units_at(cited.keys())
    return tuple(Focus(place[0], held[place]) for place in cited if place in held)


def heads(shown: Sequence[Focus]) -> tuple[Focus, ...]:
    """Without the units that stand in the answer as parts of another, as points of a finding."""
    places = {(f.document, f.unit.id) for f in shown}
    return tuple(f for f in shown if (f.document, f.unit.parent) not in places)


def reviews_of(library: Library, turn: Turn) -> tuple[str, ...]:
    """Those that the turn was about: as asked, else as answered, in the order of the answer."""
    shown = dict.fromkeys(c.document for c in turn.recall().citations)
    named = turn.request.documents
    if named is None:
        return tuple(shown)
    held = [record.id for record in library.catalogue.records() if record.id in named]
    return tuple(dict.fromkeys((*(d for d in shown if d in named), *held)))
