"""Scores of many questions brought to the figures that a run is judged by."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np

from eval.measuring.intervals import Interval, bootstrap_mean
from eval.measuring.measures import Score

MEASURES: dict[str, Callable[[Score], float | None]] = {
    "gold recall in 250 words": lambda score: score.recall,
    "any gold sentence shown": lambda score: score.any_gold,
    "first citation: document": lambda score: score.first_document,
    "first citation: unit": lambda score: score.first_unit,
    "label right": lambda score: score.label,
    "quotations verbatim": lambda score: score.verbatim,
    "reason right": lambda score: score.reason,
    "identifiers masked": lambda score: score.masked,
    "answered where answerable": lambda score: score.credit if score.answerable else None,
    "refused where not": lambda score: None if score.answerable else score.credit,
}
BALANCED = "refusal balanced accuracy"


@dataclass(frozen=True, slots=True)
class Figure:
    """A mean over the `n` questions that the measure applies to."""

    name: str
    value: float
    interval: Interval
    n: int


def summarise(scores: Sequence[Score]) -> tuple[Figure, ...]:
    """In the order of MEASURES, the balanced accuracy last; a measure that applies to no
    question is left out."""
    figures = [
        _mean_figure(name, [value for score in scores if (value := measure(score)) is not None])
        for name, measure in MEASURES.items()
        if any(measure(score) is not None for score in scores)
    ]
    return (*figures, *_balanced_accuracy(scores))


def _mean_figure(name: str, values: Sequence[float]) -> Figure:
    return Figure(name, float(np.mean(values)), bootstrap_mean(values), len(values))


def _balanced_accuracy(scores: Sequence[Score]) -> tuple[Figure, ...]:
    """The mean of the two kinds' credits, so that neither answering nor refusing all pays."""
    answerable = [score.credit for score in scores if score.answerable]
    others = [score.credit for score in scores if not score.answerable]
    if not answerable or not others:
        return ()
    value = float((np.mean(answerable) + np.mean(others)) / 2)
    return (Figure(BALANCED, value, bootstrap_mean(answerable, others), len(scores)),)


def group_by_type(scores: Sequence[Score]) -> dict[str, list[Score]]:
    """Types in the order in which they first occur."""
    groups: dict[str, list[Score]] = {}
    for score in scores:
        groups.setdefault(score.type, []).append(score)
    return groups
