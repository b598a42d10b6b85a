"""What an answer costs: seconds and memory. The only figures that two runs may differ in."""

from dataclasses import replace
from typing import Any

import numpy as np

from eval.measuring.figures import Cells, Measure, mean

FAMILY = "time and memory"
PEAK = "peak memory, MiB"


def _seconds(name: str, percent: int) -> Measure:
    def fold(cells: Cells) -> Any:
        return np.percentile(cells[..., 0], percent, axis=-1)

    return Measure(name, FAMILY, False, lambda row: (row.seconds,), fold)  # noqa: FBT003


MEASURES = (
    _seconds("seconds, median", 50),
    _seconds("seconds, 95th of 100", 95),
    replace(mean(PEAK, FAMILY, higher_is_better=False), fold=lambda cells: cells[..., 0].max(-1)),
)
