"""How much of what a right answer says is said, and at what length."""

from collections.abc import Sequence

import numpy as np

from eval.measuring.figures import Measure, mean
from eval.measuring.goals import Goal, Goals
from eval.measuring.nuggets import nugget_recall, nugget_words
from eval.measuring.rows import Row
from eval.measuring.shown import (
    SHOWN_WORDS,
    Readable,
    citations_showing,
    order_shown,
    read_all,
    read_first_words,
)
from rag.types import Answer

FAMILY = "coverage"
GOLD_RECALL = f"gold recall in {SHOWN_WORDS} words"
ANY_GOLD = "any gold sentence shown"
VITAL_READ = f"vital nuggets in {SHOWN_WORDS} words"
VITAL = "vital nuggets"
NUGGETS = "all nuggets"
SOFT = "vital nuggets by stems"
WORDS = "quoted words, median"

Values = dict[str, float | None]


def cover(answer: Answer, goals: Goals, question: str) -> Values:
    """A nugget is shown when its source's words stand together in the quotations; by stems it
    is shown as far as the answer's words have those of the nugget that the question has not."""
    shown = order_shown(answer)
    read, everything = read_first_words(shown), read_all(shown)
    gold = [float(bool(citations_showing(target, read))) for target in goals.gold]
    vital_read = [_is_shown(goal, read) for goal in goals.vital]
    vital = [_is_shown(goal, everything) for goal in goals.vital]
    nuggets = [_is_shown(goal, everything) for goal in goals.nuggets]
    return {
        GOLD_RECALL: goals.share(gold),
        ANY_GOLD: max(gold, default=None),
        VITAL_READ: goals.share(vital_read),
        VITAL: goals.share(vital),
        NUGGETS: goals.share(nuggets),
        SOFT: goals.share(_by_stems(answer, goals.vital, question)),
    }


def missed_goals(answer: Answer, goals: Goals) -> tuple[str, ...]:
    """What the words that a person reads do not have, in the set's words."""
    read = read_first_words(order_shown(answer))
    missed = tuple(goal.text for goal in goals.nuggets if not _is_shown(goal, read))
    return () if goals.any_one and len(missed) < len(goals.nuggets) else missed


def _is_shown(goal: Goal, readable: Readable) -> float:
    return float(bool(citations_showing(goal.target, readable)))


def _by_stems(answer: Answer, goals: Sequence[Goal], question: str) -> list[float]:
    said, asked = nugget_words(answer.text), nugget_words(question)
    return [nugget_recall(nugget_words(goal.says), said, asked) for goal in goals]


def _length(row: Row) -> tuple[float, ...] | None:
    return (float(row.words),) if row.words else None


MEASURES = (
    mean(VITAL_READ, FAMILY),
    mean(VITAL, FAMILY),
    mean(NUGGETS, FAMILY),
    mean(SOFT, FAMILY),
    mean(GOLD_RECALL, FAMILY),
    mean(ANY_GOLD, FAMILY),
    Measure(WORDS, FAMILY, None, _length, lambda cells: np.median(cells[..., 0], axis=-1)),
)
