"""How much of what a right answer says is said, and at what length."""

import sys

import numpy as np

from eval.measuring.figures import Measure, Values, mean
from eval.measuring.goals import Goal, Goals
from eval.measuring.shown import (
    SHOWN_WORDS,
    Readable,
    citations_showing,
    order_shown,
    read_first_words,
)
from rag.answer import Answer

FAMILY = "coverage"
GOLD_RECALL = f"gold recall in {SHOWN_WORDS} words"
ANY_GOLD = "any gold sentence shown"
VITAL_READ = f"vital nuggets in {SHOWN_WORDS} words"
VITAL = "vital nuggets"
NUGGETS = "all nuggets"
WORDS = "quoted words, median"


def cover(answer: Answer, goals: Goals) -> Values:
    """A nugget is shown when its source's words stand together in the quotations."""
    shown = order_shown(answer)
    read, everything = read_first_words(shown), read_first_words(shown, sys.maxsize)
    gold = [float(bool(citations_showing(target, read))) for target in goals.gold]
    return {
        GOLD_RECALL: goals.share(gold),
        ANY_GOLD: max(gold, default=None),
        VITAL_READ: goals.share([_is_shown(goal, read) for goal in goals.vital]),
        VITAL: goals.share([_is_shown(goal, everything) for goal in goals.vital]),
        NUGGETS: goals.share([_is_shown(goal, everything) for goal in goals.nuggets]),
    }


def missed_goals(answer: Answer, goals: Goals) -> tuple[str, ...]:
    """What the words that a person reads do not have, in the set's words."""
    read = read_first_words(order_shown(answer))
    missed = tuple(goal.text for goal in goals.nuggets if not _is_shown(goal, read))
    return () if goals.any_one and len(missed) < len(goals.nuggets) else missed


def _is_shown(goal: Goal, readable: Readable) -> float:
    return float(bool(citations_showing(goal.target, readable)))


MEASURES = (
    *(mean(name, FAMILY) for name in (VITAL_READ, VITAL, NUGGETS, GOLD_RECALL, ANY_GOLD)),
    Measure(
        WORDS, FAMILY, higher_is_better=None,
        cells=lambda row: (row.words,) if row.words else None,
        fold=lambda cells: np.median(cells[..., 0], axis=-1),
    ),
)  # fmt: skip
