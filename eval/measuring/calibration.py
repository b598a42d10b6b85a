"""Whether the system's confidence is the chance that it is right.

`Answer.confidence` is the chance that the citations answer the question. What happened is held
against it as 1 when the question can be answered and what is shown, where anything is, has a vital
nugget; else as 0. A refusal of an answerable question thus counts 1 against a low confidence, so
that neither refusing everything nor answering everything with one number looks calibrated.
Questions without confidence (a whole list, a unit by its label) are left out and not counted in n.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np

from eval.measuring.coverage import VITAL
from eval.measuring.figures import Measure
from eval.measuring.refusal import ANSWERED
from eval.measuring.rows import Row

FAMILY = "calibration"
BINS = 10


@dataclass(frozen=True, slots=True)
class Bin:
    low: float
    """Confidence from here, inclusive, up to `high`, exclusive but in the last bin."""
    high: float
    confidence: float
    """Mean of the rows in it."""
    right: float
    """Share of them that came out right."""
    n: int


@dataclass(frozen=True, slots=True)
class Point:
    coverage: float
    """Share of the questions that are answered: those with the highest confidence."""
    risk: float
    """Share of those that came out wrong."""


def came_out(row: Row) -> float | None:
    """1.0 or 0.0, as the module says; None where the set does not tell: an answerable question
    without gold that was answered."""
    if not row.answerable:
        return 0.0
    if not ANSWERED[row.status]:
        return 1.0
    vital = row.values.get(VITAL)
    return None if vital is None else float(vital > 0)


def reliability(rows: Sequence[Row]) -> tuple[Bin, ...]:
    """BINS of equal width over 0 to 1, ascending; empty ones left out."""
    confidence, right = _pairs(rows)
    places = np.minimum((confidence * BINS).astype(int), BINS - 1)
    return tuple(
        Bin(
            place / BINS,
            (place + 1) / BINS,
            float(confidence[inside].mean()),
            float(right[inside].mean()),
            int(inside.sum()),
        )
        for place in range(BINS)
        if (inside := places == place).any()
    )


def risk_coverage(rows: Sequence[Row]) -> tuple[Point, ...]:
    """One point for each confidence that occurs, from the highest down; equal ones together."""
    confidence, right = _pairs(rows)
    return tuple(
        Point(float(kept.mean()), float(1 - right[kept].mean()))
        for least in np.unique(confidence)[::-1]
        if (kept := confidence >= least).any()
    )


def calibration_error(rows: Sequence[Row]) -> float | None:
    """Expected calibration error: the bins' distance of confidence and share right, weighed by
    their size (Naeini, Cooper & Hauskrecht 2015)."""
    bins = reliability(rows)
    n = sum(each.n for each in bins)
    return sum(each.n * abs(each.confidence - each.right) for each in bins) / n if n else None


def brier(rows: Sequence[Row]) -> float | None:
    """Mean squared distance (Brier 1950)."""
    confidence, right = _pairs(rows)
    return float(np.mean((confidence - right) ** 2)) if right.size else None


def brier_skill(rows: Sequence[Row]) -> float | None:
    """1 less the Brier score over that of one number for all questions, the share right: at most
    1; 0 says no more than that number, below 0 less. None where all came out the same."""
    confidence, right = _pairs(rows)
    if not right.size or right.min() == right.max():
        return None
    return float(1 - np.mean((confidence - right) ** 2) / np.var(right))


def _pairs(rows: Sequence[Row]) -> tuple[np.ndarray, np.ndarray]:
    told = [(row.confidence, right) for row in rows if (right := came_out(row)) is not None]
    pairs = [(given, right) for given, right in told if given is not None]
    values = np.asarray(pairs, dtype=float).reshape(-1, 2)
    return values[:, 0], values[:, 1]


def _applies(row: Row) -> bool:
    return row.confidence is not None and came_out(row) is not None


def _measure(
    name: str, of: Callable[[Sequence[Row]], float | None], *, higher_is_better: bool
) -> Measure:
    return Measure(name, FAMILY, higher_is_better, of, _applies)


MEASURES = (
    _measure("calibration error (ECE)", calibration_error, higher_is_better=False),
    _measure("Brier score", brier, higher_is_better=False),
    _measure("Brier skill", brier_skill, higher_is_better=True),
)
