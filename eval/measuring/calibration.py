"""Whether the system's confidence is the chance that it is right.

What happened is 1 when the question can be answered and what is shown has a vital nugget, else 0: a
refusal of an answerable question counts 1 against a low confidence, so that neither refusing all
nor answering all with one number looks calibrated. Questions without confidence are left out.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from eval.measuring.coverage import VITAL
from eval.measuring.figures import Cells, Measure, Row
from eval.measuring.refusal import ANSWERED

FAMILY = "calibration"
BINS = 10


@dataclass(frozen=True, slots=True)
class Bin:
    low: float
    """Confidence from here, inclusive, up to `high`, exclusive but in the last bin."""
    high: float
    confidence: float
    right: float
    n: int


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
    pairs = np.asarray([pair for row in rows if (pair := _pair(row))], dtype=float).reshape(-1, 2)
    places = _bins(pairs[:, 0])
    inside = {place: pairs[places == place] for place in sorted({*places.tolist()})}
    return tuple(
        Bin(at / BINS, (at + 1) / BINS, float(of[:, 0].mean()), float(of[:, 1].mean()), len(of))
        for at, of in inside.items()
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


def _bins(confidence: NDArray[np.float64]) -> NDArray[np.int_]:
    return (confidence * BINS).astype(int).clip(max=BINS - 1)


def _pair(row: Row) -> tuple[float, float] | None:
    right = came_out(row)
    return None if row.confidence is None or right is None else (row.confidence, right)


MEASURES = (ECE, BRIER) = (
    Measure("calibration error (ECE)", FAMILY, False, _pair, calibration_error),  # noqa: FBT003
    Measure("Brier score", FAMILY, False, _pair, brier),  # noqa: FBT003
)
