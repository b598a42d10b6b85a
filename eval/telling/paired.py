"""Two answers to each of the same questions in, how far and how surely they differ out.

Interval: percentile bootstrap of the difference by question (Efron & Tibshirani 1993, chapter
13). Test: paired permutation, two-sided, which swaps the two systems question by question (Smucker,
Allan & Carterette, CIKM 2007), exact where all swaps can be tried. Many tests at once: Holm's
step-down correction (Holm 1979). SciPy draws, from one fixed seed.
"""

from collections.abc import Hashable, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray
from scipy.stats import permutation_test

from eval.measuring.figures import AT_ONCE, SEED, Cells, Fold, Interval, bootstrap, divide

SWAPS = 9999
"""That are tried; 2 to the number of questions where that is less."""
PLACES = 9
"""Decimals of a difference; what is less is the same sum in another order."""

Places = NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Difference:
    """The second less the first."""

    value: float
    interval: Interval
    """95 %."""
    p: float
    """Uncorrected: see `correct`."""
    wins: int = 0
    """Questions on which the second is better; told, as the next two, of means alone."""
    ties: int = 0
    losses: int = 0


@dataclass(frozen=True, slots=True)
class Compared:
    """One measure of two systems, or of two runs, over the same questions."""

    measure: str
    first: float
    second: float
    n: int
    """Questions that it applies to in both."""
    difference: Difference
    """p is corrected for all that are told together."""


def compare(
    first: Cells, second: Cells, fold: Fold, kinds: Sequence[Hashable]
) -> Difference | None:
    """Of the same questions in one order, both of shape [questions, cells], of which `fold` makes
    the figure. Questions of one kind are resampled by themselves. None where either has no such
    figure; resamples in which it has none are left out."""
    found = float(fold(second) - fold(first))
    if np.isnan(found):
        return None
    width = first.shape[1]
    interval = bootstrap(
        lambda lines: fold(lines[..., width:]) - fold(lines[..., :width]),
        divide(np.concatenate([first, second], axis=1), kinds),
    )
    return Difference(found, interval, _permute(first, second, fold))


def _permute(first: Cells, second: Cells, fold: Fold) -> float:
    """p. Swaps in which there is no figure count as no difference."""
    count = len(first)
    if count == 1:  # swapped or not, it is as far; SciPy refuses a sample of one
        return 1.0
    lines = np.concatenate([first, second])

    def gain(one: Places, other: Places, **_: int) -> Any:
        return np.round(fold(lines[other]) - fold(lines[one]), PLACES)

    tested = permutation_test(
        (np.arange(count), np.arange(count, 2 * count)), gain, permutation_type="samples",
        vectorized=True, n_resamples=SWAPS, batch=AT_ONCE, rng=np.random.default_rng(SEED),
    )  # fmt: skip
    return float(tested.pvalue)


def count_wins(gained: Cells) -> tuple[int, int, int]:
    """Wins, ties and losses of one gain a question, above 0 where the second is better."""
    gains = np.round(gained, PLACES)
    return int((gains > 0).sum()), int((gains == 0).sum()), int((gains < 0).sum())


def correct(ps: Sequence[float]) -> list[float]:
    """Holm's: in the order given, none below its own p, none above 1."""
    order = np.argsort(ps, kind="stable")
    steps = np.asarray(ps)[order] * np.arange(len(ps), 0, -1)
    corrected = np.empty(len(ps))
    corrected[order] = np.maximum.accumulate(np.minimum(steps, 1.0))
    return corrected.tolist()
