"""What an answer costs: seconds and memory. The only figures that two runs may differ in."""

from dataclasses import replace
from typing import Any

import numpy as np

from eval.asking.systems import Reply
from eval.measuring.figures import Measure, mean
from eval.measuring.intervals import Cells

FAMILY = "time and memory"
PEAK = "peak memory, MiB"


def weigh(reply: Reply) -> dict[str, float | None]:
    return {PEAK: None if reply.peak_bytes is None else reply.peak_bytes / 2**20}


def _seconds(name: str, percent: int) -> Measure:
    def fold(cells: Cells) -> Any:
        return np.percentile(cells[..., 0], percent, axis=-1)

    return Measure(name, FAMILY, False, lambda row: (row.seconds,), fold)  # noqa: FBT003


MEASURES = (
    _seconds("seconds, median", 50),
    _seconds("seconds, 95th of 100", 95),
    replace(mean(PEAK, FAMILY, higher_is_better=False), fold=lambda cells: cells[..., 0].max(-1)),
)
