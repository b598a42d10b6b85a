"""A grey picture in, how much lettering is in it out."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from rag.backends.pdf.pictures import Grey

_AROUND = 25
"""Pixels: a letter is darker or lighter than what is around it."""
_CONTRAST = 28
_LOWEST, _HIGHEST = 5, 45
"""Pixels of a letter's height at 100 dots an inch."""
_CHAIN = 5
"""Letters that make a line; fewer are chance."""
_UNLIKE = 1.4
"""Times the narrowest letter of a line that its widest is at least: dots are alike."""


@dataclass(frozen=True, slots=True)
class Lettering:
    letters: int
    lines: int
    """Stretches of a line of some words."""


@dataclass(slots=True)
class _Line:
    base: int
    height: int
    end: int
    narrowest: int
    widest: int
    letters: int = 1

    @property
    def is_written(self) -> bool:
        unlike = self.widest >= max(_UNLIKE * self.narrowest, self.narrowest + 2)
        return self.letters >= _CHAIN and unlike


def find_lettering(picture: Grey) -> Lettering:
    """Of dark or of light letters, whichever are more; `picture` at 100 dots an inch.

    Letters are small blots of like height side by side on one base line: in photographs such
    rows do not come about.
    """
    # Here, as it takes a third of a second that a look at the catalogue does not need.
    from scipy import ndimage

    if min(picture.shape) < _HIGHEST:
        return Lettering(0, 0)
    around = ndimage.uniform_filter(picture.astype(np.float32), _AROUND)
    found = []
    for ink in (picture < around - _CONTRAST, picture > around + _CONTRAST):
        blots, _ = ndimage.label(ink, structure=np.ones((3, 3)))
        boxes = [box for box in ndimage.find_objects(blots) if _is_letter(box)]
        lines = [line.letters for line in _lines(boxes) if line.is_written]
        found.append(Lettering(sum(lines), len(lines)))
    return max(found, key=lambda lettering: lettering.letters)


def cut_out(picture: Grey, box: NDArray[np.float64], scale: float) -> Grey:
    """`box`: left, top, right and bottom in points."""
    left, top, right, bottom = np.maximum(np.round(box * scale), 0).astype(int).tolist()
    return picture[top:bottom, left:right]


def _is_letter(box: tuple[slice, slice]) -> bool:
    height, width = (side.stop - side.start for side in box)
    return bool(_LOWEST <= height <= _HIGHEST and width <= 3 * height)


def _lines(boxes: list[tuple[slice, slice]]) -> list[_Line]:
    lines: list[_Line] = []
    for rows, columns in sorted(boxes, key=lambda box: box[1].start):
        height, width = rows.stop - rows.start, columns.stop - columns.start
        near = [line for line in lines if _goes_on(line, rows.stop, height, columns.start)]
        if not near:
            lines.append(_Line(rows.stop, height, columns.stop, width, width))
            continue
        line = max(near, key=lambda line: line.end)
        line.height, line.end = max(line.height, height), columns.stop
        line.narrowest, line.widest = min(line.narrowest, width), max(line.widest, width)
        line.letters += 1
    return lines


def _goes_on(line: _Line, base: int, height: int, start: int) -> bool:
    tall = max(height, line.height)
    level = abs(line.base - base) <= max(2, 0.18 * tall)
    like = 0.45 <= height / line.height <= 2.2
    return level and like and -2 <= start - line.end <= 1.1 * tall
