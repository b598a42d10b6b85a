"""Rows of many questions in, one figure with its interval out. A row is one question as one system
answered it: what every figure, report and comparison is made of."""

from collections.abc import Callable, Hashable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np

from eval.measuring.intervals import Cells, Fold, Interval, bootstrap, divide


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
    """Each measure by name; None where it does not apply to the question."""
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
    groups: dict[str, list[Row]] = {}
    for row in rows:
        groups.setdefault(row.type, []).append(row)
    return groups
