"""95 % intervals of a mean by resampling questions."""

from collections.abc import Sequence

import numpy as np

RESAMPLES = 2000
SEED = 20160906

Interval = tuple[float, float]


def bootstrap_mean(*strata: Sequence[float]) -> Interval:
    """Percentile interval of the mean of the strata's means, each stratum resampled by itself
    with a fixed seed (Efron & Tibshirani 1993, chapter 13). No stratum may be empty."""
    rng = np.random.default_rng(SEED)
    drawn = [
        rng.choice(np.asarray(values, dtype=float), (RESAMPLES, len(values))).mean(axis=1)
        for values in strata
    ]
    low, high = np.percentile(np.mean(drawn, axis=0), [2.5, 97.5])
    return float(low), float(high)
