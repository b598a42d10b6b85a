"""One figure of the meta-evaluation: how far a measure of ours agrees with people."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray
from scipy.stats import bootstrap

from eval.measuring.figures import SEED, Interval

Verdicts = NDArray[np.bool_]
Sources = Sequence[str] | NDArray[np.str_]


@dataclass(frozen=True, slots=True)
class Agreement:
    name: str
    n: int
    """Items: claims, pairs, comparisons or questions."""
    value: float
    interval: Interval
    """95 %."""


def agree(
    name: str, measure: Callable[..., float], sources: Sources, *columns: NDArray[Any]
) -> Agreement:
    """`measure` takes the columns, which have one value for each item, as `sources` has. The
    interval is a percentile one, from drawing the sources anew with a fixed seed, all items of one
    together (cluster bootstrap, Davison and Hinkley 1997, section 3.8); there must be two sources
    at least, and so many items that the measure is defined of every draw."""
    members = [np.flatnonzero(np.asarray(sources) == each) for each in dict.fromkeys(sources)]

    def of_drawn(drawn: NDArray[np.int64]) -> float:
        places = np.concatenate([members[source] for source in drawn])
        return measure(*(column[places] for column in columns))

    low, high = bootstrap(
        [np.arange(len(members))],
        of_drawn,
        n_resamples=1000,
        vectorized=False,
        method="percentile",
        rng=np.random.default_rng(SEED),
    ).confidence_interval
    return Agreement(name, len(sources), float(measure(*columns)), (float(low), float(high)))
