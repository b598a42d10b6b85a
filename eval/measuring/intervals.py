"""95 % intervals by resampling questions with a fixed seed (Efron & Tibshirani 1993, ch. 13)."""

import warnings
from collections.abc import Callable, Hashable, Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray
from scipy import stats

RESAMPLES = 2000
SEED = 20160906
AT_ONCE = 250
"""Resamples in memory."""

Cells = NDArray[np.float64]
Fold = Callable[[Cells], Any]
"""Of cells of shape [..., rows, cells], one line a row, the figure of each set of rows: float64 of
shape [...], whatever the order of the rows; NaN where they do not suffice, as where all are of one
kind and two are compared. Never asked of no rows."""
Interval = tuple[float, float]


def bootstrap(fold: Fold, strata: Sequence[Cells]) -> Interval:
    """Percentile interval of a figure, each stratum's lines, shape [rows, cells], resampled by
    themselves. Resamples of which the figure cannot be told are left out; of all lines it must
    be. No stratum may be empty."""
    # SciPy refuses a sample of one: such a stratum has its line twice, and one of them is taken.
    places = [np.arange(max(len(lines), 2)) % len(lines) for lines in strata]

    def fold_drawn(*drawn: NDArray[np.int64], axis: int) -> Any:
        pairs = zip(strata, drawn, strict=True)
        lines = [lines[places[..., : len(lines)]] for lines, places in pairs]
        return fold(np.concatenate(lines, axis=axis - 1))

    with warnings.catch_warnings():
        # SciPy's own interval, which is not used, cannot be told where a resample has no figure.
        warnings.simplefilter("ignore", stats.DegenerateDataWarning)
        made = stats.bootstrap(
            places, fold_drawn, n_resamples=RESAMPLES, batch=AT_ONCE, vectorized=True,
            method="percentile", rng=np.random.default_rng(SEED),
        )  # fmt: skip
    low, high = np.nanpercentile(made.bootstrap_distribution, [2.5, 97.5])
    return float(low), float(high)


def divide(lines: Cells, kinds: Sequence[Hashable]) -> list[Cells]:
    """The lines of each kind, one kind a line; kinds in the order in which they first occur."""
    return [lines[[each == kind for each in kinds]] for kind in dict.fromkeys(kinds)]
