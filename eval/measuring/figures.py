"""Rows of many questions in, one figure with its interval out. A row is one question as one system
answered it: what every figure, report and comparison is made of. An interval is of 95 %, by
resampling questions with a fixed seed (Efron & Tibshirani 1993, ch. 13)."""

import warnings
from collections.abc import Callable, Hashable, Mapping, Sequence
from dataclasses import dataclass
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
Sources = Sequence[str] | NDArray[np.str_]
"""Of each item, what it was taken from."""
Values = dict[str, float | None]
"""Measures by name; None where one does not apply to the question."""


@dataclass(frozen=True, slots=True)
class Shown:
    """One quotation of an answer."""

    document: str
    unit: str
    label: str
    quote: str
    title: str = ""
    page: int | None = None
    """From 1; None for a format without pages."""
    n: int = 0
    """By which the answer's text cites it, from 1."""


@dataclass(frozen=True, slots=True)
class Row:
    question: str
    turns: tuple[str, ...]
    type: str
    answerable: bool
    near_miss: bool
    """The subject is in the library, what is asked is not; False for answerable questions."""
    status: str
    reason: str | None
    confidence: float | None
    """The system's own chance, 0 to 1, that what it shows answers; None where it gives none."""
    values: Mapping[str, float | None]
    words: int
    seconds: float
    """Wall time of the answer, models loaded."""
    shown: tuple[Shown, ...]
    missed: tuple[str, ...]
    """Nuggets or gold sentences that the answer does not have, in the words of the set."""
    text: str = ""
    intent: str | None = None
    """What the question asks, where its set asks that in several wordings."""


@dataclass(frozen=True, slots=True)
class Measure:
    name: str
    family: str
    higher_is_better: bool | None
    """None where neither is: a length."""
    cells: Callable[[Row], tuple[float, ...] | None]
    """What the figure takes of a row; None where it does not apply to it."""
    fold: Fold
    compares: bool = False
    """It sets answerable questions against others."""

    def applies(self, row: Row) -> bool:
        return self.cells(row) is not None

    def of(self, rows: Sequence[Row]) -> float | None:
        """None where it applies to no row, or the rows do not suffice for it."""
        cells = [found for row in rows if (found := self.cells(row)) is not None]
        value = float(self.fold(np.asarray(cells, dtype=float))) if cells else np.nan
        return None if np.isnan(value) else value

    def kinds(self, rows: Sequence[Row]) -> list[Hashable]:
        """What each row is resampled among: all alike; where answerable questions are set against
        others, these, near misses and the rest each by themselves, since a set fixes how many it
        has of each."""
        return [(row.answerable, row.near_miss) if self.compares else () for row in rows]


@dataclass(frozen=True, slots=True)
class Figure:
    name: str
    value: float
    interval: Interval
    """95 %, by question; a point where `n` is 1."""
    n: int


def mean(name: str, family: str, *, higher_is_better: bool | None = True) -> Measure:
    """The mean of a row's value of that name, over the rows that have one."""

    def cells(row: Row) -> tuple[float, ...] | None:
        value = row.values.get(name)
        return None if value is None else (value,)

    return Measure(name, family, higher_is_better, cells, average)


def average(cells: Cells) -> Any:
    return cells[..., 0].mean(axis=-1)


def mean_of(values: Sequence[float]) -> float | None:
    """Of one row's; None for none."""
    return sum(values) / len(values) if values else None


def figure(measure: Measure, rows: Sequence[Row]) -> Figure | None:
    """With its interval by `Measure.kinds`. None as `Measure.of`."""
    concerned = [row for row in rows if measure.applies(row)]
    value = measure.of(concerned)
    if value is None:
        return None
    cells = np.asarray([measure.cells(row) for row in concerned], dtype=float)
    interval = bootstrap(measure.fold, divide(cells, measure.kinds(concerned)))
    return Figure(measure.name, value, interval, len(concerned))


def figures(measures: Sequence[Measure], rows: Sequence[Row]) -> dict[str, Figure]:
    """By name, in the order of the measures; those that cannot be told are left out."""
    found = (figure(measure, rows) for measure in measures)
    return {each.name: each for each in found if each is not None}


def group_by_type(rows: Sequence[Row]) -> dict[str, list[Row]]:
    """Types in the order in which they first occur."""
    return {
        type_: [row for row in rows if row.type == type_]
        for type_ in dict.fromkeys(row.type for row in rows)
    }


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


def agree(
    name: str, measure: Callable[..., float], sources: Sources, *columns: NDArray[Any]
) -> Figure:
    """How far a measure of ours agrees with people. `measure` takes the columns, which have one
    value for each item (claim, pair, comparison or question), as `sources` has. The interval is a
    percentile one: the sources are drawn anew with a fixed seed, all items of one together (cluster
    bootstrap, Davison and Hinkley 1997, section 3.8). There must be two sources, and enough items
    for the measure to exist in every draw."""
    members = [np.flatnonzero(np.asarray(sources) == each) for each in dict.fromkeys(sources)]

    def of_drawn(drawn: NDArray[np.int64]) -> float:
        places = np.concatenate([members[source] for source in drawn])
        return measure(*(column[places] for column in columns))

    low, high = stats.bootstrap(
        [np.arange(len(members))], of_drawn, n_resamples=1000, vectorized=False,
        method="percentile", rng=np.random.default_rng(SEED),
    ).confidence_interval  # fmt: skip
    return Figure(name, float(measure(*columns)), (float(low), float(high)), len(sources))


def divide(lines: Cells, kinds: Sequence[Hashable]) -> list[Cells]:
    """The lines of each kind, one kind a line; kinds in the order in which they first occur."""
    return [lines[[each == kind for each in kinds]] for kind in dict.fromkeys(kinds)]
