"""Runs in, those that lie across the page as a watermark does out."""

import math
from collections.abc import Sequence
from statistics import median

from rag.backends.pdf.runs import Run

_LARGE = 20.0
"""Points: labels of a chart stand aslant too, but in small type."""
_LARGER = 2.5
"""Times the type of the page that a level watermark has at least."""
_SLANT = 0.1
"""Radians from the nearest quarter turn."""


def find_watermarks(runs: Sequence[Run]) -> list[Run]:
    """Large words set aslant, or far larger than the lines that are printed across them."""
    if not runs:
        return []
    usual = median(run.em for run in runs for _ in run.text)
    return [run for run in runs if _is_aslant(run) or _lies_below(run, runs, usual)]


def watermark_words(marks: Sequence[Run]) -> tuple[str, ...]:
    """Each once; letters set aslant one by one are one word."""
    words: list[tuple[str, float]] = []
    for run in marks:
        if words and not run.upright and abs(words[-1][1] - run.angle) < _SLANT:
            words[-1] = (words[-1][0] + run.text, run.angle)
        else:
            words.append((run.text, run.angle))
    return tuple(dict.fromkeys(word for word, _ in words))


def _is_aslant(run: Run) -> bool:
    quarter = math.pi / 2
    slant = abs((run.angle + quarter / 2) % quarter - quarter / 2)
    return slant > _SLANT and run.em >= _LARGE


def _lies_below(run: Run, runs: Sequence[Run], usual: float) -> bool:
    if run.em < max(_LARGER * usual, _LARGE):
        return False
    across = [other for other in runs if other is not run and _is_across(other, run)]
    return len(across) >= 2


def _is_across(line: Run, mark: Run) -> bool:
    middle = (line.top + line.bottom) / 2
    inside = (
        mark.top + 0.2 * (mark.bottom - mark.top)
        < middle
        < mark.bottom - 0.2 * (mark.bottom - mark.top)
    )
    return inside and line.left < mark.right and line.right > mark.left
