"""Pieces in; the gaps between columns and cells, and which of them part columns of prose, out."""

from collections.abc import Iterator, Sequence
from itertools import pairwise
from statistics import median

from rag.backends.pdf.pieces import Piece
from rag.backends.pdf.runs import Run

Band = list[Piece]
"""What stands side by side."""
Gap = tuple[float, float]
"""Left and right, in points."""
_NARROWEST = 0.8
"""Ems between two columns."""
_TOUCHING = 0.35
"""Ems that the words of one cell may reach into the next."""
_UNEVEN = 0.3
"""Ems between the upper edges of columns that were not set as one row."""
_LINE_OF_PROSE = 15
"""Characters; the cells of a table are shorter."""
_LONG_LINE, _FEWEST_LONG = 25, 3
"""Characters, and lines of so many, that tell of prose among the figures of a chart or table."""
_MOSTLY, _NOW_AND_THEN = 0.5, 0.2
"""Share of the bands beyond which sides that do not begin level are columns: of any columns, and of
those that are as wide as each other."""
_ALIKE = 0.03
"""Share by which the width of columns differs at most."""
_FLOWS = 0.3
"""Share of the lines of a column that go on in the next one at least."""


def find_bands(pieces: Sequence[Piece]) -> list[Band]:
    """From top to bottom."""
    bands: list[Band] = []
    bottom = float("-inf")
    for piece in sorted(pieces, key=lambda piece: piece.top):
        slack = 0.25 * (piece.runs[0].bottom - piece.runs[0].top)
        if not bands or piece.top + slack >= bottom:
            bands.append([])
            bottom = piece.bottom
        bands[-1].append(piece)
        bottom = max(bottom, piece.bottom)
    return bands


def group_columns(bands: Sequence[Band]) -> Iterator[list[Band]]:
    """Neighbouring bands that are columns together; each other band by itself."""
    at = 0
    while at < len(bands):
        end = at + 1
        while end < len(bands) and _gutter(bands[at : end + 1]):
            end += 1
        group = [*bands[at:end]]
        if len(group) > 1 and _is_prose(group):
            yield group
        else:
            yield from ([band] for band in group)
        at = end


def part_columns(bands: Sequence[Band]) -> tuple[list[Piece], list[Piece]]:
    """What is left and what is right of the widest gap that parts all the bands."""
    pieces = [piece for band in bands for piece in band]
    return _sides(pieces, _gutter(bands) or (float("inf"), float("inf")))


def part_cells(pieces: Sequence[Piece]) -> list[list[Piece]]:
    """At every gap from top to bottom, from left to right; words may reach a little over it."""
    slack = _TOUCHING * pieces[0].em
    cells: list[list[Piece]] = []
    end = float("-inf")
    for piece in sorted(pieces, key=lambda piece: piece.left):
        if not cells or piece.left > end:
            cells.append([])
        cells[-1].append(piece)
        end = max(end, piece.right - slack)
    return cells


def is_flowing(lines: Sequence[Run]) -> bool:
    """Whether a good part of them go on in the next one, as wrapped sentences do."""
    on = sum(b.text[0].islower() and a.text[-1] not in ".:;?!" for a, b in pairwise(lines))
    return len(lines) > 3 and on >= _FLOWS * (len(lines) - 1)


def _gutter(bands: Sequence[Band]) -> Gap | None:
    pieces = [piece for band in bands for piece in band]
    em = sorted(piece.em for piece in pieces)[len(pieces) // 2]
    gaps = [
        (left, right)
        for left, right in _gaps([(piece.left, piece.right) for piece in pieces])
        if right - left >= _NARROWEST * em
    ]
    return max(gaps, key=lambda gap: gap[1] - gap[0], default=None)


def _gaps(stretches: Sequence[Gap]) -> Iterator[Gap]:
    end = float("inf")
    for left, right in sorted(stretches):
        if left > end:
            yield end, left
        end = right if end == float("inf") else max(end, right)


def _sides(pieces: Sequence[Piece], gutter: Gap) -> tuple[list[Piece], list[Piece]]:
    left = [piece for piece in pieces if piece.right <= gutter[0] + 0.1]
    return left, [piece for piece in pieces if piece.right > gutter[0] + 0.1]


def _is_prose(bands: Sequence[Band]) -> bool:
    """Not rows of a table: the two sides do not begin level with each other, or both go on in
    the band below. A chart or a table may stand in a column; its labels are level with a line of
    the other column by chance."""
    gutter = _gutter(bands)
    if gutter is None:
        return False
    sides = [_sides(band, gutter) for band in bands]
    lefts, rights = map(_lines, zip(*sides, strict=True))
    wordy = _is_wordy(lefts) and _is_wordy(rights)
    if not wordy and not (_has_prose(lefts) and _has_prose(rights)):
        return False
    both = [(left, right) for left, right in sides if left and right]
    uneven = sum(abs(_top(a) - _top(b)) > _UNEVEN * a[0].em for a, b in both)
    share = _NOW_AND_THEN if _are_alike(lefts, rights) else _MOSTLY
    if uneven > max(share * len(both), 1):
        return True
    return wordy and is_flowing(lefts) and is_flowing(rights)


def _are_alike(lefts: Sequence[Run], rights: Sequence[Run]) -> bool:
    """Whether the prose of both is as wide, as in the columns of a page."""
    one, other = map(_width, (lefts, rights))
    return abs(one - other) <= _ALIKE * max(one, other)


def _width(lines: Sequence[Run]) -> float:
    """Of the lines of prose; 0 where there are none."""
    prose = [run for run in lines if len(run.text) >= _LONG_LINE]
    if not prose:
        return 0.0
    return max(run.right for run in prose) - min(run.left for run in prose)


def _is_wordy(lines: Sequence[Run]) -> bool:
    return len(lines) > 0 and median(len(run.text) for run in lines) >= _LINE_OF_PROSE


def _has_prose(lines: Sequence[Run]) -> bool:
    return sum(len(run.text) >= _LONG_LINE for run in lines) >= _FEWEST_LONG


def _lines(sides: Sequence[list[Piece]]) -> list[Run]:
    return [run for side in sides for piece in side for run in piece.runs]


def _top(pieces: Sequence[Piece]) -> float:
    return min(piece.top for piece in pieces)
