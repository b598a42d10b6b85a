"""Whether the system's confidence is the chance that it is right.

`Answer.confidence` is the chance that the citations answer the question. What happened is held
against it as 1 when the question can be answered and what is shown, where anything is, has a vital
nugget; else as 0. A refusal of an answerable question thus counts 1 against a low confidence, so
that neither refusing everything nor answering everything with one number looks calibrated.
Questions without confidence are left out and not counted in n.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from eval.measuring.coverage import VITAL
from eval.measuring.figures import Fold, Measure
from eval.measuring.refusal import ANSWERED
from eval.measuring.rows import Row

FAMILY = "calibration"
BINS = 10

Cells = NDArray[np.float64]


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
    cells = _pairs(rows)
    n, confidence, right = _bins(cells)
    return tuple(
        Bin(
            int(place) / BINS,
            (int(place) + 1) / BINS,
            float(confidence[place] / n[place]),
            float(right[place] / n[place]),
            int(n[place]),
        )
        for place in np.flatnonzero(n)
    )


def risk_coverage(rows: Sequence[Row]) -> tuple[Point, ...]:
    """One point for each confidence that occurs, from the highest down; equal ones together."""
    confidence, right = _pairs(rows).T
    return tuple(
        Point(float(kept.mean()), float(1 - right[kept].mean()))
        for least in np.unique(confidence)[::-1]
        if (kept := confidence >= least).any()
    )


def calibration_error(cells: Cells) -> float:
    """Expected calibration error: the bins' distance of confidence and share right, weighed by
    their size (Naeini, Cooper & Hauskrecht 2015). Lines are [confidence, came out], as below."""
    _, confidence, right = _bins(cells)
    return float(np.abs(confidence - right).sum() / len(cells))


def brier(cells: Cells) -> float:
    """Mean squared distance (Brier 1950)."""
    return float(np.mean((cells[:, 0] - cells[:, 1]) ** 2))


def brier_skill(cells: Cells) -> float | None:
    """1 less the Brier score over that of one number for all questions, the share right: at most
    1; 0 says no more than that number, below 0 less. None where all came out the same."""
    spread = float(np.var(cells[:, 1]))
    return 1 - brier(cells) / spread if spread else None


def _bins(cells: Cells) -> tuple[Cells, Cells, Cells]:
    """Of each bin: lines, and the sums of their columns."""
    places = np.minimum((cells[:, 0] * BINS).astype(int), BINS - 1)
    n, confidence, right = (
        np.bincount(places, weights=weights, minlength=BINS).astype(float)
        for weights in (np.ones(len(cells)), cells[:, 0], cells[:, 1])
    )
    return n, confidence, right


def _pairs(rows: Sequence[Row]) -> Cells:
    pairs = [pair for row in rows if (pair := _pair(row)) is not None]
    return np.asarray(pairs, dtype=float).reshape(-1, 2)


def _pair(row: Row) -> tuple[float, float] | None:
    right = came_out(row)
    return None if row.confidence is None or right is None else (row.confidence, right)


def _measure(name: str, fold: Fold, *, higher_is_better: bool) -> Measure:
    return Measure(name, FAMILY, higher_is_better, _pair, fold)


ECE = _measure("calibration error (ECE)", calibration_error, higher_is_better=False)
BRIER = _measure("Brier score", brier, higher_is_better=False)
SKILL = _measure("Brier skill", brier_skill, higher_is_better=True)

MEASURES = (ECE, BRIER, SKILL)
