"""Whether the system's confidence is the chance that it is right.

`Answer.confidence` is the chance that the citations answer the question. What happened is held
against it as 1 when the question can be answered and what is shown, where anything is, has a vital
nugget; else as 0. A refusal of an answerable question thus counts 1 against a low confidence, so
that neither refusing everything nor answering everything with one number looks calibrated.
Questions without confidence are left out and not counted in n.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from eval.measuring.coverage import VITAL
from eval.measuring.figures import Measure
from eval.measuring.intervals import Cells, Fold
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
    confidence, right = _pairs(rows).T
    places = _bins(confidence)
    return tuple(
        Bin(
            int(place) / BINS,
            (int(place) + 1) / BINS,
            float(confidence[inside].mean()),
            float(right[inside].mean()),
            int(inside.sum()),
        )
        for place in np.unique(places)
        if (inside := places == place).any()
    )


def risk_coverage(rows: Sequence[Row]) -> tuple[Point, ...]:
    """One point for each confidence that occurs, from the highest down; equal ones together."""
    confidence, right = _pairs(rows).T
    return tuple(
        Point(float(kept.mean()), float(1 - right[kept].mean()))
        for least in np.unique(confidence)[::-1]
        if (kept := confidence >= least).any()
    )


def calibration_error(cells: Cells) -> Any:
    """Expected calibration error: the bins' distance of confidence and share right, weighed by
    their size (Naeini, Cooper & Hauskrecht 2015). Lines are [confidence, came out], as below."""
    inside = _bins(cells[..., 0])[..., None] == np.arange(BINS)
    apart = (inside * (cells[..., 0] - cells[..., 1])[..., None]).sum(axis=-2)
    return np.abs(apart).sum(axis=-1) / cells.shape[-2]


def brier(cells: Cells) -> Any:
    """Mean squared distance (Brier 1950)."""
    return ((cells[..., 0] - cells[..., 1]) ** 2).mean(axis=-1)


def brier_skill(cells: Cells) -> Any:
    """1 less the Brier score over that of one number for all questions, the share right: at most
    1; 0 says no more than that number, below 0 less. NaN where all came out the same."""
    spread = cells[..., 1].var(axis=-1)
    return 1 - brier(cells) / np.where(spread > 0, spread, np.nan)


def _bins(confidence: NDArray[np.float64]) -> NDArray[np.int_]:
    """In which bin each lies, from 0."""
    return (confidence * BINS).astype(int).clip(max=BINS - 1)


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
