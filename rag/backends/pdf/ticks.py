"""Shapes in; whether a small box among them bears a tick or a cross that is drawn out."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from rag.backends.pdf.shapes import Point, Rectangle, Shape

_SMALLEST, _LARGEST = 4.5, 24.0
"""Points of a box that a person ticks; smaller ones are bullets."""
_SQUARE = 1.25
"""Times the shorter side that the longer one is at most."""
_STRAIGHT = 0.3
"""Of a box's side: what is straight of each at least where its corners are rounded; the arms of the
curves that make a ring are shorter."""
_LEAST, _MOST = 0.3, 1.8
"""Of a box's side: how large its mark is."""
_BESIDE = 1.5
"""Sides from the middle of a box to that of a mark beside it."""
_INSET = 0.08
"""Of a box's side: what is left free around a box that is filled to be chosen."""
_TOUCH = 1.0
"""Points between the ends of two lines that meet."""
_Cell = tuple[int, int]


def shows_ticks(shapes: Sequence[Shape] | None) -> bool:
    """A mark is a line or shape aslant in a box, a smaller box that is filled, or a tick or cross
    right beside. A coloured square, as in the key of a chart, is no box; the cell of a table is
    none either, as it is neither so small nor so square."""
    if not shapes:
        return False
    boxes: dict[_Cell, list[Rectangle]] = defaultdict(list)
    for box in _boxes(shapes):
        boxes[_cell(_middle(box))].append(box)
    return bool(boxes) and any(_is_mark_of(shape, box) for shape, box in _near(shapes, boxes))


def _boxes(shapes: Iterable[Shape]) -> Iterator[Rectangle]:
    lines: list[tuple[Point, Point]] = []
    for shape in shapes:
        if shape.filled or not shape.stroked:
            continue
        for part in shape.corners:
            if len(part) == 2:
                lines.append((part[0], part[1]))
            elif _is_boxed(part, curved=shape.curved):
                yield from _square(_bounds(part))
    yield from _boxes_of_lines(lines)


def _is_boxed(part: Sequence[Point], *, curved: bool) -> bool:
    """Has it four sides, and nothing aslant but rounded corners?"""
    side = max(_sides(_bounds(part)))
    long = [line for line in pairwise((*part, part[0])) if _length(line) >= _STRAIGHT * side]
    return len(long) == 4 and (curved or not any(map(_is_aslant, pairwise(part))))


def _length(line: tuple[Point, Point]) -> float:
    """Of a level or upright line; 0 for others."""
    (x, y), (x2, y2) = line
    across, along = abs(x2 - x), abs(y2 - y)
    return max(across, along) if min(across, along) < 0.5 else 0.0


def _boxes_of_lines(lines: Iterable[tuple[Point, Point]]) -> Iterator[Rectangle]:
    """Four lines that meet."""
    upright: dict[_Cell, list[Rectangle]] = defaultdict(list)
    level: list[Rectangle] = []
    for line in lines:
        left, bottom, right, top = bounds = _bounds(line)
        if right - left < 0.5 and _SMALLEST <= top - bottom <= _LARGEST:
            upright[round(left), round(bottom)].append(bounds)
        elif top - bottom < 0.5 and _SMALLEST <= right - left <= _LARGEST:
            level.append(bounds)
    for left, bottom, right, _ in level:
        sides = [_at(upright, x, bottom) for x in (left, right)]
        heights = {round(side[3] - side[1]) for side in sides if side}
        if None not in sides and len(heights) == 1:
            yield from _square((left, bottom, right, bottom + heights.pop()))


def _at(lines: dict[_Cell, list[Rectangle]], x: float, y: float) -> Rectangle | None:
    """The line that begins there."""
    around = ((round(x) + i, round(y) + j) for i in (-1, 0, 1) for j in (-1, 0, 1))
    found = (line for cell in around for line in lines.get(cell, ()))
    return next((a for a in found if max(abs(a[0] - x), abs(a[1] - y)) <= _TOUCH), None)


def _square(box: Rectangle) -> Iterator[Rectangle]:
    wide, high = _sides(box)
    short, long = min(wide, high), max(wide, high)
    if short >= _SMALLEST and long <= min(_LARGEST, _SQUARE * short):
        yield box


def _near(
    shapes: Iterable[Shape], boxes: dict[_Cell, list[Rectangle]]
) -> Iterator[tuple[Shape, Rectangle]]:
    for shape in shapes:
        if max(_sides(shape.bounds)) > _MOST * _LARGEST:
            continue
        column, row = _cell(_middle(shape.bounds))
        for i in (-2, -1, 0, 1, 2):
            for j in (-1, 0, 1):
                yield from ((shape, box) for box in boxes.get((column + i, row + j), ()))


def _is_mark_of(shape: Shape, box: Rectangle) -> bool:
    side, size = max(_sides(box)), max(_sides(shape.bounds))
    if not _LEAST * side <= size <= _MOST * side:
        return False
    aslant = sum(_is_aslant(line) for part in shape.corners for line in pairwise(part))
    if not _is_inside(_middle(shape.bounds), box):
        return shape.stroked and not shape.curved and aslant >= 2 and _is_beside(shape.bounds, box)
    if _is_same(shape.bounds, box):
        return False
    if shape.filled and not aslant and not shape.curved:
        return _fills(shape.bounds, box)
    return aslant > 0 and (shape.filled or not shape.curved or _is_open(shape))


def _is_open(shape: Shape) -> bool:
    """A stroke of a pen, and no box with rounded corners."""
    return any(
        max(abs(part[0][0] - part[-1][0]), abs(part[0][1] - part[-1][1])) > _TOUCH
        for part in shape.corners
    )


def _is_beside(mark: Rectangle, box: Rectangle) -> bool:
    (x, y), (x2, y2) = _middle(mark), _middle(box)
    side = max(_sides(box))
    return abs(x - x2) <= _BESIDE * side and abs(y - y2) <= 0.5 * side


def _is_same(mark: Rectangle, box: Rectangle) -> bool:
    """It is the box's own ground."""
    return all(abs(a - b) <= _TOUCH for a, b in zip(mark, box, strict=True))


def _fills(inner: Rectangle, box: Rectangle) -> bool:
    gap = _INSET * max(_sides(box))
    low = all(inner[i] - box[i] >= gap for i in (0, 1))
    return low and all(box[i] - inner[i] >= gap for i in (2, 3))


def _is_inside(point: Point, box: Rectangle) -> bool:
    return box[0] < point[0] < box[2] and box[1] < point[1] < box[3]


def _is_aslant(line: tuple[Point, Point]) -> bool:
    (x, y), (x2, y2) = line
    return min(abs(x2 - x), abs(y2 - y)) > 1


def _bounds(points: Sequence[Point]) -> Rectangle:
    xs, ys = zip(*points, strict=True)
    return min(xs), min(ys), max(xs), max(ys)


def _sides(box: Rectangle) -> tuple[float, float]:
    return box[2] - box[0], box[3] - box[1]


def _middle(box: Rectangle) -> Point:
    return (box[0] + box[2]) / 2, (box[1] + box[3]) / 2


def _cell(point: Point) -> _Cell:
    return round(point[0] / _LARGEST), round(point[1] / _LARGEST)
