"""The turns of a conversation in, the last one with all that it leaves unsaid out."""

from collections.abc import Sequence
from functools import cache

from rag.answer import Answer
from rag.answers.answering import answer
from rag.answers.cards.asides import answer_aside
from rag.conversation.asking_again import (
    ask_other_review,
    compare_in_play,
    swap_list,
    swap_review,
)
from rag.conversation.corrections import corrects, without_taken_back
from rag.conversation.follow_ups import read_follow_up
from rag.conversation.inside import look_inside
from rag.conversation.left_unsaid import carry_topic, without_subject
from rag.conversation.listed_reviews import name_listed, reviews_listed
from rag.conversation.named_again import call_they
from rag.conversation.narrowing import keep_part
from rag.conversation.picking import choose_offered, pick_unit, point_at_shown
from rag.conversation.returning import go_back
from rag.conversation.turns import Turn
from rag.index.library import Library
from rag.questions.names.pseudonyms import mend_last_letter
from rag.questions.request import Request
from rag.questions.understanding import understand
from rag.safety.concerns import read_concern
from rag.types import Record


def understand_last(library: Library, turns: Sequence[str]) -> Request:
    """Each turn is read in the light of those before it. One that asks nothing of the reviews
    (thanks, a concern, a question about the tool) leaves the conversation where it was."""
    before: Turn | None = None
    listed = tuple[Record, ...]()
    for turn in turns[:-1]:
        if not read_concern(turn):
            before, aside = _go_on(library, name_listed(turn, listed), before)
            listed = reviews_listed(library, aside)
    return _follow(library, name_listed(turns[-1], listed), before)


def _go_on(library: Library, turn: str, before: Turn | None) -> tuple[Turn | None, Answer | None]:
    """What comes after goes on from it; and what it was answered where it asks the library."""
    request, aside = _follow(library, turn, before), None
    if not request.points:
        aside = answer_aside(library, request, follows=before is not None)
    if aside:
        if request.reviews.documents is None:
            return before, aside
        request = without_subject(request)
    named = sorted(request.reviews.documents or request.documents or ())
    played = (*named, *(before.in_play if before else ()))
    recall = cache(lambda: answer(library, request))
    return Turn(request, recall, tuple(dict.fromkeys(played)), before), aside


def _follow(library: Library, turn: str, before: Turn | None) -> Request:
    if before is None:
        return understand(turn, library)
    if gone_back := go_back(library, turn, before):
        turn, before = gone_back
    turn = mend_last_letter(turn, library.catalogue.records())
    taken_back, turn = corrects(turn), without_taken_back(turn)
    request = understand(turn, library, talked_of=before.request.documents)
    if named_again := call_they(library, request, before):
        request = understand(named_again, library)
    if request.reviews.unsettled or request.named_by_year:
        # The turns before may tell which review of that name or year is meant.
        request = understand(turn, library, before.request.documents)
    lean = read_follow_up(request, corrects=taken_back)
    return (
        choose_offered(library, request, lean, before)
        or compare_in_play(library, request, lean, before)
        or ask_other_review(library, request, lean, before)
        or keep_part(library, request, lean, before)
        or pick_unit(library, request, lean, before)
        or point_at_shown(library, request, lean, before)
        or look_inside(library, request, lean, before)
        or swap_review(library, request, lean, before)
        or swap_list(library, request, lean, before)
        or carry_topic(library, request, lean, before)
    )
