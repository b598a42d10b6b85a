"""Measures of agreement with 95 % intervals, by resampling whole sources."""

from collections.abc import Callable, Sequence

import numpy as np
from numpy.typing import NDArray
from scipy.stats import pearsonr, rankdata, spearmanr

from eval.measuring.intervals import SEED, Interval

RESAMPLES = 1000

Places = NDArray[np.int64]
Values = NDArray[np.float64]


def resample(measure: Callable[[Places], float], sources: Sequence[str]) -> Interval:
    """Percentile interval of a measure of the items at the places given, with the sources drawn
    anew and a fixed seed: items of one source are drawn together (cluster bootstrap, Davison &
    Hinkley 1997, section 3.8). Draws for which the measure is not defined (NaN) are left out; where
    none is left, both bounds are NaN."""
    groups: dict[str, list[int]] = {}
    for place, source in enumerate(sources):
        groups.setdefault(source, []).append(place)
    members = [np.array(group) for group in groups.values()]
    chance = np.random.default_rng(SEED)
    drawn = [
        measure(
            np.concatenate([members[i] for i in chance.integers(len(members), size=len(members))])
        )
        for _ in range(RESAMPLES)
    ]
    defined = [value for value in drawn if not np.isnan(value)]
    if not defined:
        return float("nan"), float("nan")
    low, high = np.percentile(defined, [2.5, 97.5])
    return float(low), float(high)


def area_under_curve(scores: Values, positive: NDArray[np.bool_]) -> float:
    """AUROC: the chance that a positive item scores higher than another, ties half (Mann and
    Whitney). NaN where all are alike."""
    count = int(positive.sum())
    other = len(positive) - count
    if not count or not other:
        return float("nan")
    ranks = rankdata(scores)
    return float((ranks[positive].sum() - count * (count + 1) / 2) / (count * other))


def balanced_accuracy(verdicts: NDArray[np.bool_], labels: NDArray[np.bool_]) -> float:
    """Mean of the two labels' shares that are judged rightly. NaN where all labels are alike."""
    if labels.all() or not labels.any():
        return float("nan")
    return float((verdicts[labels].mean() + (~verdicts[~labels]).mean()) / 2)


def pearson(ones: Values, others: Values) -> float:
    """NaN where either does not vary."""
    return float(pearsonr(ones, others)[0]) if _vary(ones, others) else float("nan")


def spearman(ones: Values, others: Values) -> float:
    """NaN where either does not vary."""
    return float(spearmanr(ones, others)[0]) if _vary(ones, others) else float("nan")


def _vary(*values: Values) -> bool:
    return all(np.ptp(each) > 0 for each in values)


def share_won(differences: Values) -> float:
    """Share of differences above 0, ties half."""
    return float(np.mean((differences > 0) + 0.5 * (differences == 0)))
