"""The turns of a conversation in, the last one with all that it leaves unsaid out."""

from collections.abc import Sequence
from functools import cache

from rag.answers.answering import answer
from rag.answers.asides import answer_aside
from rag.answers.carrying import (
    ask_other_review,
    carry_topic,
    compare_in_play,
    swap_list,
    swap_review,
    without_subject,
)
from rag.answers.inside import look_inside
from rag.answers.narrowing import keep_part
from rag.answers.picking import choose_offered, pick_unit, point_at_shown
from rag.answers.returning import go_back
from rag.answers.turns import Turn
from rag.index.library import Library
from rag.questions.concerns import read_concern
from rag.questions.corrections import corrects, without_taken_back
from rag.questions.follow_ups import read_follow_up
from rag.questions.query import Query, understand


def understand_last(library: Library, turns: Sequence[str]) -> Query:
    """Each turn is read in the light of those before it. One that asks nothing of the reviews
    (thanks, a concern, a question about the tool) leaves the conversation where it was."""
    before: Turn | None = None
    for turn in turns[:-1]:
        if not read_concern(turn):
            before = _go_on(library, turn, before)
    return _follow(library, turns[-1], before)


def _go_on(library: Library, turn: str, before: Turn | None) -> Turn | None:
    query = _follow(library, turn, before)
    if not query.points and answer_aside(library, query, follows=before is not None):
        if query.reviews.documents is None:
            return before
        query = without_subject(query)
    named = sorted(query.reviews.documents or query.documents or ())
    played = (*named, *(before.in_play if before else ()))
    return Turn(query, cache(lambda: answer(library, query)), tuple(dict.fromkeys(played)), before)


def _follow(library: Library, turn: str, before: Turn | None) -> Query:
    if before is None:
        return understand(turn, library)
    if gone_back := go_back(library, turn, before):
        turn, before = gone_back
    taken_back, turn = corrects(turn), without_taken_back(turn)
    query = understand(turn, library)
    if query.reviews.unsettled:
        # The turns before may tell which review of that name is meant.
        query = understand(turn, library, before.query.documents)
    lean = read_follow_up(query, corrects=taken_back)
    return (
        choose_offered(library, query, lean, before)
        or compare_in_play(library, query, lean, before)
        or ask_other_review(library, query, lean, before)
        or keep_part(library, query, lean, before)
        or pick_unit(library, query, lean, before)
        or point_at_shown(library, query, lean, before)
        or look_inside(library, query, lean, before)
        or swap_review(library, query, lean, before)
        or swap_list(library, query, lean, before)
        or carry_topic(library, query, lean, before)
    )
