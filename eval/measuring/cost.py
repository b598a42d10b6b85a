"""What an answer costs: seconds and memory. The only figures that two runs may differ in."""

from collections.abc import Sequence

import numpy as np

from eval.asking.run import Reply
from eval.measuring.figures import Measure
from eval.measuring.rows import Row

FAMILY = "time and memory"
PEAK = "peak memory, MiB"


def weigh(reply: Reply) -> dict[str, float | None]:
    return {PEAK: None if reply.peak_bytes is None else reply.peak_bytes / 2**20}


def _seconds(name: str, percent: int) -> Measure:
    return Measure(
        name,
        FAMILY,
        higher_is_better=False,
        of=lambda rows: float(np.percentile([row.seconds for row in rows], percent)),
        applies=lambda _row: True,
    )


def _peak(rows: Sequence[Row]) -> float:
    return max(row.values[PEAK] or 0.0 for row in rows)


MEASURES = (
    _seconds("seconds, median", 50),
    _seconds("seconds, 95th of 100", 95),
    Measure(
        PEAK,
        FAMILY,
        higher_is_better=False,
        of=_peak,
        applies=lambda row: row.values.get(PEAK) is not None,
    ),
)
