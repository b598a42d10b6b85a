"""Two answers to each of the same questions in, how far and how surely they differ out.

Interval: percentile bootstrap of the mean difference by question (Efron & Tibshirani 1993,
chapter 13). Test: paired permutation, two-sided, which swaps the two systems question by question
(Smucker, Allan & Carterette, CIKM 2007), exact where all swaps can be tried. Many tests at once:
Holm's step-down correction (Holm 1979). All drawing is from one fixed seed.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy.stats import permutation_test

from eval.measuring.intervals import SEED, Interval

RESAMPLES = 9999
"""Of the permutations of a mean; 2 to the number of questions where that is less."""
FEWER = 1999
"""Resamples of a figure that has to be made anew each time, which takes long."""
TIE = 1e-9
"""Differences up to this are none: the same sum in another order."""

Floats = NDArray[np.float64]
FigureOf = Callable[[Sequence[int], Sequence[bool]], float | None]
"""Indices of questions, and for each whether the second system answers in place of the first."""


@dataclass(frozen=True, slots=True)
class Difference:
    """The second less the first."""

    value: float
    interval: Interval
    """95 %."""
    p: float
    """Uncorrected: see `correct`."""
    wins: int
    """Questions on which the second is better by more than TIE."""
    ties: int
    losses: int


def compare_means(
    first: Sequence[float], second: Sequence[float], *, higher_is_better: bool = True
) -> Difference:
    """Of one value a question each, in one order. Not of none."""
    a, b = np.asarray(first, dtype=float), np.asarray(second, dtype=float)
    gained = b - a
    drawn = np.random.default_rng(SEED).choice(gained, (RESAMPLES, len(gained))).mean(axis=1)
    low, high = np.percentile(drawn, [2.5, 97.5])
    more, less = int((gained > TIE).sum()), int((gained < -TIE).sum())
    wins, losses = (more, less) if higher_is_better else (less, more)
    ties = len(gained) - wins - losses
    p = _permute(a, b) if wins or losses else 1.0
    return Difference(float(gained.mean()), (float(low), float(high)), p, wins, ties, losses)


def _permute(a: Floats, b: Floats) -> float:
    def difference(x: Floats, y: Floats, axis: int) -> Floats:
        return np.asarray(np.mean(y - x, axis=axis))

    tested = permutation_test(
        (a, b), difference, permutation_type="samples", vectorized=True,
        n_resamples=RESAMPLES, batch=1000, rng=np.random.default_rng(SEED),
    )  # fmt: skip
    return float(tested.pvalue)


def compare_figures(count: int, figure: FigureOf) -> Difference | None:
    """Of a figure that is no mean, such as an area under a curve; it has no wins and no losses.

    None where either system has no such figure. Draws in which it has none are left out.
    """
    every, none, all_ = range(count), [False] * count, [True] * count
    first, second = figure(every, none), figure(every, all_)
    if first is None or second is None:
        return None
    rng = np.random.default_rng(SEED)
    drawn = [
        value
        for _ in range(FEWER)
        if (value := _less(figure, rng.integers(count, size=count).tolist(), all_)) is not None
    ]
    swapped = [
        value
        for _ in range(FEWER)
        if (value := _less(figure, every, (rng.random(count) < 0.5).tolist())) is not None
    ]
    found = second - first
    low, high = np.percentile(drawn, [2.5, 97.5]) if drawn else (found, found)
    as_far = sum(abs(value) >= abs(found) - TIE for value in swapped)
    p = (as_far + 1) / (len(swapped) + 1)
    return Difference(found, (float(low), float(high)), p, 0, 0, 0)


def _less(figure: FigureOf, chosen: Sequence[int], second: Sequence[bool]) -> float | None:
    """The figure with these swaps less that with their opposite."""
    one = figure(chosen, [not each for each in second])
    other = figure(chosen, second)
    return None if one is None or other is None else other - one


def correct(ps: Sequence[float]) -> list[float]:
    """Holm's: in the order given, none below its own p, none above 1."""
    order = sorted(range(len(ps)), key=lambda n: ps[n])
    corrected, least = [0.0] * len(ps), 0.0
    for rank, n in enumerate(order):
        least = max(least, min(1.0, (len(ps) - rank) * ps[n]))
        corrected[n] = least
    return corrected
