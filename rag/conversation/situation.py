"""A turn as read and the turns before it: all that says what the turn does with them."""

from dataclasses import dataclass

from rag.conversation.follow_ups import FollowUp
from rag.conversation.turns import Talk, Turn, heads, units_shown
from rag.index.library import Library
from rag.questions.request import Focus, Request


@dataclass(frozen=True, slots=True)
class Situation:
    library: Library
    request: Request
    """The turn as its words alone are read, in the light of the documents talked of."""
    lean: FollowUp
    before: Turn
    """The one that it goes on from."""
    talk: Talk

    @property
    def told(self) -> Request:
        return self.before.request

    @property
    def names(self) -> bool:
        return names_review(self.request)

    def shown(self) -> tuple[Focus, ...]:
        return units_shown(self.library, self.before)

    def heads(self) -> tuple[Focus, ...]:
        return heads(self.shown())


def names_review(request: Request) -> bool:
    """Held or not."""
    return request.reviews.documents is not None or bool(request.reviews.missing)
