"""Rows of many questions in, one figure with its interval out."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from eval.measuring.intervals import Interval, bootstrap
from eval.measuring.rows import Row

Cells = Callable[[Row], tuple[float, ...] | None]
"""What a figure takes of a row; None where it does not apply to it."""
Fold = Callable[[NDArray[np.float64]], float | None]
"""The cells of the rows that it applies to in, one to a line, shape [rows, cells]; the figure
out, whatever their order; None where they do not suffice, as where all are of one kind and two
are compared. Never asked of no rows."""


@dataclass(frozen=True, slots=True)
class Measure:
    name: str
    family: str
    """Under which heading it is told."""
    higher_is_better: bool | None
    """None where neither is: a length."""
    cells: Cells
    fold: Fold
    compares: bool = False
    """It sets answerable questions against others."""

    def applies(self, row: Row) -> bool:
        return self.cells(row) is not None

    def of(self, rows: Sequence[Row]) -> float | None:
        """None also where it applies to no row."""
        cells = [found for row in rows if (found := self.cells(row)) is not None]
        return self.fold(np.asarray(cells, dtype=float)) if cells else None


@dataclass(frozen=True, slots=True)
class Figure:
    name: str
    value: float
    interval: Interval
    """95 %, by question; a point where `n` is 1."""
    n: int
    """Questions that the measure applies to."""


def mean(name: str, family: str, *, higher_is_better: bool | None = True) -> Measure:
    """The mean of a row's value of that name, over the rows that have one."""

    def cells(row: Row) -> tuple[float, ...] | None:
        value = row.values.get(name)
        return None if value is None else (value,)

    return Measure(name, family, higher_is_better, cells, average)


def average(cells: NDArray[np.float64]) -> float:
    return float(cells.mean())


def figure(measure: Measure, rows: Sequence[Row]) -> Figure | None:
    """None where the measure applies to no row, or the rows do not suffice for it.

    The interval resamples all questions alike; where answerable questions are set against others,
    these, near misses and the rest each by themselves, since a set fixes how many it has of
    each."""
    concerned = [row for row in rows if measure.applies(row)]
    value = measure.of(concerned)
    if value is None:
        return None
    strata = _strata(concerned) if measure.compares else [concerned]
    cells = [np.asarray([measure.cells(row) for row in stratum], float) for stratum in strata]
    return Figure(measure.name, value, bootstrap(measure.fold, cells), len(concerned))


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


def _strata(rows: Sequence[Row]) -> list[list[Row]]:
    groups: dict[tuple[bool, bool], list[Row]] = {}
    for row in rows:
        groups.setdefault((row.answerable, row.near_miss), []).append(row)
    return [groups[kind] for kind in sorted(groups)]
