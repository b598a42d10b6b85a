"""Runs and shapes of a page in; the runs out, with a bullet before each that a drawn dot is beside.

Web browsers print the bullets of a list as shapes, so that neither reader gives them as letters."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace

import numpy as np

from rag.backends.pdf.runs import Run
from rag.backends.pdf.shapes import Shape
from rag.backends.pdf.view import Boxes, View

BULLET = "• "
_SMALLEST, _LARGEST = 0.15, 0.65
"""Ems of the words beside it; a box to be ticked is larger."""
_ROUND = 0.2
"""Of its width, by which the height of a dot may differ."""
_FURTHEST = 2.5
"""Ems between a dot and its words."""
_UPPER, _LOWER = 0.25, 0.8
"""Shares of a run's height between which the middle of its dot stands."""
_DARK = 64
"""Of 255; squares of other colours are the key of a chart."""
_FEWEST = 2
"""Dots below each other; one by itself is an ornament, or the key of a chart."""

_Column = tuple[int, int, object]
"""Left edge and width, in points, and colour."""


def mark_bullets(
    runs: Sequence[Run], shapes: Sequence[Shape] | None, view: View
) -> tuple[Run, ...]:
    """In the same order; a run with a bullet begins where its dot does."""
    columns: dict[_Column, dict[int, float]] = defaultdict(dict)
    colours, boxes = _dots(shapes or (), view)
    for colour, box in zip(colours, boxes.tolist(), strict=True):
        at = _beside(box, runs)
        if at is not None:
            columns[round(box[0]), round(box[2] - box[0]), colour][at] = box[0]
    lefts: dict[int, float] = {}
    for column in columns.values():
        lefts |= column if len(column) >= _FEWEST else {}
    return tuple(
        replace(run, text=BULLET + run.text, left=lefts[at]) if at in lefts else run
        for at, run in enumerate(runs)
    )


def _dots(shapes: Sequence[Shape], view: View) -> tuple[list[object], Boxes]:
    """The colour and place of each, as seen."""
    found = [shape for shape in shapes if _is_dot(shape)]
    drawn = np.array([shape.bounds for shape in found], dtype=np.float64).reshape(-1, 4)
    return [shape.colour if shape.filled else None for shape in found], view.boxes(drawn)


def _is_dot(shape: Shape) -> bool:
    """Round, a ring, or a dark square."""
    left, bottom, right, top = shape.bounds
    wide, high = right - left, top - bottom
    if not wide or abs(wide - high) > _ROUND * wide or len(shape.corners) > 2:
        return False
    dark = shape.filled and max(shape.colour) < _DARK
    return (shape.curved and (shape.filled or shape.stroked)) or (dark and any(shape.rectangles()))


def _beside(dot: Sequence[float], runs: Sequence[Run]) -> int | None:
    """Which run of words begins right of it, if nothing stands left of it."""
    left, top, right, bottom = dot
    middle = (top + bottom) / 2
    near = [
        at
        for at, run in enumerate(runs)
        if run.top < middle < run.bottom
        and left - run.right < run.em
        and run.left - right < _FURTHEST * run.em
    ]
    if len(near) != 1:
        return None
    run = runs[near[0]]
    level = _UPPER <= (middle - run.top) / (run.bottom - run.top) <= _LOWER
    begins = run.upright and run.left >= right and any(map(str.isalpha, run.text))
    fits = _SMALLEST <= (right - left) / run.em <= _LARGEST
    return near[0] if level and begins and fits else None
