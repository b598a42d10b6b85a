"""Shapes in; whether bars, a line, slices or dots of a chart are among them, out."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from itertools import pairwise

from rag.backends.pdf.shapes import Colour, Rectangle, Shape

_THINNEST = 3.0
"""Points of a bar; what is thinner is a rule."""
_FEWEST = 3
"""Bars, slices or values: two of a length are no chart, and two boxes are none either."""
_CORNERS = 5
"""Of the line through the values of a chart."""
_LARGEST_DOT = 10.0
"""Points."""
_FEWEST_DOTS = 12
_OF_A_CIRCLE = range(13, 15)
"""Points of four curves, the first place told once or twice."""

_PieceOfBar = tuple[float, float, Colour]
"""Its start and end along the bar."""


def shows_chart(shapes: Sequence[Shape] | None, *, width: float) -> bool:
    """`width` of the page, in points. A table's cells are no bars: in a row they are of one
    height, and from row to row they touch."""
    if not shapes:
        return False
    signs = (_has_bars, _has_stacks, _has_slices, _has_dots)
    return any(sign(shapes) for sign in signs) or _has_line(shapes, width)


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


def _has_stacks(shapes: Iterable[Shape]) -> bool:
    """Bars made of pieces of several colours, end to end."""
    level: dict[tuple[int, int], list[_PieceOfBar]] = defaultdict(list)
    upright: dict[tuple[int, int], list[_PieceOfBar]] = defaultdict(list)
    for shape in shapes:
        for left, bottom, right, top in shape.rectangles() if shape.filled else ():
            if min(right - left, top - bottom) >= _THINNEST:
                level[round(bottom), round(top)].append((left, right, shape.colour))
                upright[round(left), round(right)].append((bottom, top, shape.colour))
    return _are_stacks(level) or _are_stacks(upright)


def _are_stacks(rows: Mapping[tuple[int, int], Sequence[_PieceOfBar]]) -> bool:
    """Two at least, apart and as thick as each other, which begin on one base. The cells of a
    table's rows are parted in the same places; those of a shaded head are of one colour."""
    bars: dict[int, list[tuple[int, int, frozenset[int]]]] = defaultdict(list)
    for (start, end), pieces in rows.items():
        base, borders = _stacked(pieces)
        if borders:
            bars[base].append((start, end, borders))
    return any(
        end < start and abs((end - low) - (high - start)) <= 2 and not one & other
        for found in bars.values()
        for (low, end, one), (start, high, other) in pairwise(sorted(found))
    )


def _stacked(pieces: Sequence[_PieceOfBar]) -> tuple[int, frozenset[int]]:
    """Where the bar begins, and where two colours meet; nowhere where pieces do not touch."""
    placed = sorted(pieces)
    pairs = [*pairwise(placed)]
    whole = all(abs(a[1] - b[0]) < 1 and a[2] != b[2] for a, b in pairs)
    return round(placed[0][0]), frozenset(round(b[0]) for _, b in pairs if whole)


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


def _has_dots(shapes: Iterable[Shape]) -> bool:
    """Of one size, strewn about: bullets stand in columns, and an ornament's dots in rows or along
    an edge."""
    sizes: dict[int, set[tuple[int, int]]] = defaultdict(set)
    for shape in shapes:
        left, bottom, right, _ = shape.bounds
        if shape.filled and _is_dot(shape):
            sizes[round(right - left)].add((round(left), round(bottom)))
    return any(map(_are_strewn, sizes.values()))


def _is_dot(shape: Shape) -> bool:
    left, bottom, right, top = shape.bounds
    wide, high = right - left, top - bottom
    is_round = len(shape.corners) == 1 and len(shape.corners[0]) in _OF_A_CIRCLE
    return is_round and wide < _LARGEST_DOT and abs(wide - high) < 0.1 * wide


def _are_strewn(places: set[tuple[int, int]]) -> bool:
    xs, ys = {x for x, _ in places}, {y for _, y in places}
    inside = sum(min(xs) < x < max(xs) and min(ys) < y < max(ys) for x, y in places)
    strewn = 2 * inside > len(places) and 2 * len(places) < len(xs) * len(ys)
    return len(places) >= _FEWEST_DOTS and strewn
