"""Two answers to each of the same questions in, how far and how surely they differ out.

Interval: percentile bootstrap of the mean difference by question (Efron & Tibshirani 1993,
chapter 13). Test: paired permutation, two-sided, which swaps the two systems question by question
(Smucker, Allan & Carterette, CIKM 2007), exact where all swaps can be tried. Many tests at once:
Holm's step-down correction (Holm 1979). All drawing is from one fixed seed.
"""

from collections.abc import Hashable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike, NDArray
from scipy.stats import permutation_test

from eval.measuring.figures import Fold
from eval.measuring.intervals import SEED, Interval

RESAMPLES = 9999
"""Of the permutations of a mean; 2 to the number of questions where that is less."""
FEWER = 1999
"""Resamples of a figure that has to be made anew each time, which takes long."""
TIE = 1e-9
"""Differences up to this are none: the same sum in another order."""

Floats = NDArray[np.float64]


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
    first: ArrayLike, second: ArrayLike, *, higher_is_better: bool = True
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


def compare_figures(
    first: Floats, second: Floats, fold: Fold, kinds: Sequence[Hashable] = ()
) -> Difference | None:
    """Of a figure that is no mean, such as an area under a curve; it has no wins and no losses.

    Both are of shape [questions, cells], and `fold` makes the figure of such cells. Questions of
    one kind are resampled by themselves; without `kinds` all are of one. None where either system
    has no such figure; draws in which it has none are left out.
    """
    one, other = fold(first), fold(second)
    if one is None or other is None:
        return None
    rng = np.random.default_rng(SEED)
    count = len(first)
    strata = _places(kinds or [0] * count)

    def draw() -> float | None:
        chosen = np.concatenate([rng.choice(places, len(places)) for places in strata])
        return _less(fold, first[chosen], second[chosen])

    def swap() -> float | None:
        swapped = (rng.random(count) < 0.5)[:, None]
        return _less(fold, np.where(swapped, second, first), np.where(swapped, first, second))

    drawn = [value for _ in range(FEWER) if (value := draw()) is not None]
    by_chance = [value for _ in range(FEWER) if (value := swap()) is not None]
    found = other - one
    low, high = np.percentile(drawn, [2.5, 97.5]) if drawn else (found, found)
    as_far = sum(abs(value) >= abs(found) - TIE for value in by_chance)
    p = (as_far + 1) / (len(by_chance) + 1)
    return Difference(found, (float(low), float(high)), p, 0, 0, 0)


def _places(kinds: Sequence[Hashable]) -> list[NDArray[np.int64]]:
    """Of the questions of each kind."""
    groups: dict[Hashable, list[int]] = {}
    for place, kind in enumerate(kinds):
        groups.setdefault(kind, []).append(place)
    return [np.asarray(places) for places in groups.values()]


def _less(fold: Fold, first: Floats, second: Floats) -> float | None:
    one, other = fold(first), fold(second)
    return None if one is None or other is None else other - one


def correct(ps: Sequence[float]) -> list[float]:
    """Holm's: in the order given, none below its own p, none above 1."""
    order = sorted(range(len(ps)), key=lambda n: ps[n])
    corrected, least = [0.0] * len(ps), 0.0
    for rank, n in enumerate(order):
        least = max(least, min(1.0, (len(ps) - rank) * ps[n]))
        corrected[n] = least
    return corrected
