"""Shapes in; whether bars, a line or slices of a chart are among them, out."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from itertools import pairwise

from rag.backends.pdf.shapes import Rectangle, Shape

_THINNEST = 3.0
"""Points of a bar; what is thinner is a rule."""
_FEWEST = 3
"""Bars, slices or values: two of a length are no chart, and two boxes are none either."""
_CORNERS = 5
"""Of the line through the values of a chart."""


def shows_chart(shapes: Sequence[Shape] | None, *, width: float) -> bool:
    """`width` of the page, in points. A table's cells are no bars: in a row they are of one
    height, and from row to row they touch."""
    if not shapes:
        return False
    return _has_bars(shapes) or _has_line(shapes, width) or _has_slices(shapes)


def _has_bars(shapes: Iterable[Shape]) -> bool:
    columns: dict[tuple[int, int], set[Rectangle]] = defaultdict(set)
    rows: dict[tuple[int, int], set[Rectangle]] = defaultdict(set)
    for shape in shapes:
        for box in shape.rectangles() if shape.filled else ():
            left, bottom, right, top = box
            if right - left >= _THINNEST and top - bottom > 0.5:
                columns[round(bottom), round(right - left)].add(box)
            if top - bottom >= _THINNEST and right - left > 0.5:
                rows[round(left), round(top - bottom)].add((bottom, left, top, right))
    return any(map(_are_bars, (*columns.values(), *rows.values())))


def _are_bars(boxes: Iterable[Rectangle]) -> bool:
    """Boxes side by side on one base: (place, base, end of place, end of bar)."""
    placed = sorted(boxes)
    lengths = {round(end - base) for _, base, _, end in placed}
    if len(lengths) < _FEWEST or len({round(box[0]) for box in placed}) < _FEWEST:
        return False
    thick = placed[0][2] - placed[0][0]
    gaps = [b[0] - a[2] for a, b in pairwise(placed)]
    apart = sum(gap > 0.1 * thick for gap in gaps)
    return apart * 2 >= len(gaps) and max(lengths) > thick


def _has_line(shapes: Iterable[Shape], width: float) -> bool:
    for shape in shapes:
        if shape.filled or not shape.stroked or shape.curved or shape.slanted() < _CORNERS - 1:
            continue
        left, _, right, _ = shape.bounds
        xs = [x for x, _ in max(shape.corners, key=len)]
        if right - left > 0.15 * width and xs in (sorted(xs), sorted(xs, reverse=True)):
            return True
    return False


def _has_slices(shapes: Iterable[Shape]) -> bool:
    """Of a round chart: curved shapes that meet in its middle."""
    middles: Counter[tuple[int, int]] = Counter()
    for shape in shapes:
        if shape.filled and shape.curved and shape.slanted() >= 1 and len(shape.corners) == 1:
            middles.update({(round(x), round(y)) for x, y in shape.corners[0]})
    return max(middles.values(), default=0) >= _FEWEST
