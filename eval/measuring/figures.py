"""Rows of many questions in, one figure with its interval out."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np

from eval.measuring.intervals import Interval, bootstrap, bootstrap_mean
from eval.measuring.rows import Row

Of = Callable[[Sequence[Row]], float | None]


@dataclass(frozen=True, slots=True)
class Measure:
    name: str
    family: str
    """Under which heading it is told."""
    higher_is_better: bool | None
    """None where neither is: a length."""
    of: Of
    """Of the rows that it applies to; None where they do not suffice, as where all are of one
    kind and two are compared. It must not depend on their order."""
    applies: Callable[[Row], bool]
    is_mean: bool = False
    """It is the mean of `Row.values[name]`."""


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

    def of(rows: Sequence[Row]) -> float | None:
        values = [value for row in rows if (value := row.values.get(name)) is not None]
        return float(np.mean(values)) if values else None

    return Measure(
        name,
        family,
        higher_is_better,
        of,
        applies=lambda row: row.values.get(name) is not None,
        is_mean=True,
    )


def figure(measure: Measure, rows: Sequence[Row]) -> Figure | None:
    """None where the measure applies to no row, or the rows do not suffice for it.

    The interval of a mean resamples all questions alike; that of anything else resamples
    answerable questions, near misses and other unanswerable ones each by themselves, since a set
    fixes how many it has of each."""
    concerned = [row for row in rows if measure.applies(row)]
    value = measure.of(concerned) if concerned else None
    if value is None:
        return None
    if measure.is_mean:
        interval = bootstrap_mean([row.values[measure.name] or 0.0 for row in concerned])
    else:
        interval = bootstrap(measure.of, _strata(concerned))
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


def _strata(rows: Sequence[Row]) -> list[list[Row]]:
    groups: dict[tuple[bool, bool], list[Row]] = {}
    for row in rows:
        groups.setdefault((row.answerable, row.near_miss), []).append(row)
    return [groups[kind] for kind in sorted(groups)]
