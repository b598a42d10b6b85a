"""95 % intervals by resampling questions with a fixed seed (Efron & Tibshirani 1993, ch. 13)."""

from collections.abc import Callable, Sequence

import numpy as np
from numpy.typing import NDArray

RESAMPLES = 2000
SEED = 20160906

Interval = tuple[float, float]


def bootstrap(
    fold: Callable[[NDArray[np.float64]], float | None], strata: Sequence[NDArray[np.float64]]
) -> Interval:
    """Percentile interval of a figure, each stratum's lines resampled by themselves. Resamples
    of which the figure cannot be told (None) are left out; of all lines it must be. No stratum
    may be empty."""
    rng = np.random.default_rng(SEED)
    drawn = [rng.integers(len(lines), size=(RESAMPLES, len(lines))) for lines in strata]
    resampled = (
        np.concatenate([lines[places[n]] for lines, places in zip(strata, drawn, strict=True)])
        for n in range(RESAMPLES)
    )
    found = [value for cells in resampled if (value := fold(cells)) is not None]
    low, high = np.percentile(found, [2.5, 97.5])
    return float(low), float(high)
