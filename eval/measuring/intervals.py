"""95 % intervals by resampling questions with a fixed seed (Efron & Tibshirani 1993, ch. 13)."""

from collections.abc import Callable, Sequence
from typing import TypeVar

import numpy as np

RESAMPLES = 2000
SEED = 20160906

Interval = tuple[float, float]
T = TypeVar("T")


def bootstrap_mean(*strata: Sequence[float]) -> Interval:
    """Percentile interval of the mean of the strata's means, each stratum resampled by itself.
    No stratum may be empty."""
    rng = np.random.default_rng(SEED)
    drawn = [
        rng.choice(np.asarray(values, dtype=float), (RESAMPLES, len(values))).mean(axis=1)
        for values in strata
    ]
    return _percentiles(np.mean(drawn, axis=0))


def bootstrap(of: Callable[[Sequence[T]], float | None], strata: Sequence[Sequence[T]]) -> Interval:
    """Percentile interval of any figure of the items, each stratum resampled by itself. Resamples
    of which the figure cannot be told (None) are left out; of all the items it must be."""
    rng = np.random.default_rng(SEED)
    found: list[float] = []
    for _ in range(RESAMPLES):
        drawn = [
            items[place] for items in strata for place in rng.integers(len(items), size=len(items))
        ]
        if (value := of(drawn)) is not None:
            found.append(value)
    return _percentiles(np.asarray(found))


def _percentiles(values: np.ndarray) -> Interval:
    low, high = np.percentile(values, [2.5, 97.5])
    return float(low), float(high)
