"""Runs as they were drawn in; whether that is the order of reading, and that order, out."""

from collections.abc import Iterator, Sequence
from itertools import pairwise, takewhile

import numpy as np

from rag.backends.pdf.columns import (
    find_bands,
    group_columns,
    is_flowing,
    part_cells,
    part_columns,
)
from rag.backends.pdf.labels import are_labels_first
from rag.backends.pdf.pieces import MARK, WORDS_APART, Piece, by_line, find_pieces, on_one_line
from rag.backends.pdf.runs import Run

_HEAD, _FOOT = 0.15, 0.85
"""Shares of the page's height where its head ends and its foot begins."""
_LAST_LINE = 0.93
"""Share of the height below which only a running foot stands by itself."""
_EARLY = 16
"""Runs that head and foot have at most, where they are drawn before the rest."""
_LINE_OF_PROSE = 15
"""Characters."""
_FEWEST_LINES = 4


def is_disordered(runs: Sequence[Run], *, height: float) -> bool:
    """Whether a run is drawn after one that a person reads later: one below it in the same
    column, or in a column to its right. Or columns are drawn line by line across the page, or all
    labels before their rows.

    A foot that is drawn first is no matter. `height` of the page, in points."""
    foot = _early_foot(runs, height)
    body = [run for run in runs if run not in foot]
    return _goes_back(body) or _is_by_row(body) or are_labels_first(body)


def reading_order(runs: Sequence[Run], *, height: float) -> list[Run]:
    """By place: from top to bottom, the columns of a page or the cells of a row from left to
    right. What was drawn as one stays together. A page number below a column ends the page."""
    pieces = find_pieces(runs)
    foot = _foot(pieces, height)
    body = [piece for piece in pieces if piece not in foot]
    return [run for part in (body, foot) for piece in _ordered(part) for run in piece.runs]


def _early_foot(runs: Sequence[Run], height: float) -> list[Run]:
    """What is drawn at the foot of the page before the rest, with the head or by itself."""
    edges = takewhile(
        lambda run: run.bottom < _HEAD * height or run.top > _FOOT * height, runs[:_EARLY]
    )
    return [run for run in edges if run.top > _FOOT * height]


def _foot(pieces: Sequence[Piece], height: float) -> list[Piece]:
    """What stands below the last line of text, or a number below all else."""
    foot = [piece for piece in pieces if piece.top > _LAST_LINE * height]
    if foot or not pieces:
        return foot
    lowest = max(pieces, key=lambda piece: piece.top)
    alone = all(piece.bottom <= lowest.top for piece in pieces if piece is not lowest)
    return [lowest] if alone and all(run.text.isdigit() for run in lowest.runs) else []


def _goes_back(runs: Sequence[Run]) -> bool:
    tops = np.array([run.top for run in runs])
    rights = np.array([run.right for run in runs])
    return any(
        ((tops[:i] > run.bottom - 0.3 * (run.bottom - run.top)) & (rights[:i] > run.left + 1)).any()
        for i, run in enumerate(runs)
    )


def _is_by_row(runs: Sequence[Run]) -> bool:
    """Whether the lines of two columns of prose are drawn in turn."""
    rows = [
        (a, b)
        for a, b in pairwise(runs)
        if on_one_line(a, b) and b.left - a.right > WORDS_APART * b.em and len(a.text) > MARK
    ]
    lines = [(a, b) for a, b in rows if min(len(a.text), len(b.text)) >= _LINE_OF_PROSE]
    return any(map(_are_columns, _by_gutter(lines)))


def _by_gutter(lines: Sequence[tuple[Run, Run]]) -> Iterator[list[tuple[Run, Run]]]:
    """Neighbours that one gap parts, for each gap between the columns of a page."""
    beside: list[tuple[Run, Run]] = []
    for a, b in sorted(lines, key=lambda pair: pair[1].left):
        if beside and b.left - beside[-1][1].left > WORDS_APART * b.em:
            yield [pair for pair in lines if pair in beside]
            beside = []
        beside.append((a, b))
    yield [pair for pair in lines if pair in beside]


def _are_columns(lines: Sequence[tuple[Run, Run]]) -> bool:
    if len(lines) < _FEWEST_LINES or max(a.right for a, _ in lines) > min(b.left for _, b in lines):
        return False
    return is_flowing([a for a, _ in lines]) and is_flowing([b for _, b in lines])


def _ordered(pieces: Sequence[Piece]) -> Iterator[Piece]:
    bands = find_bands(pieces)
    if len(bands) < 2:
        yield from _across(pieces)
        return
    for group in group_columns(bands):
        if len(group) == 1:
            yield from _across(group[0])
            continue
        for column in part_columns(group):
            yield from _ordered(column)


def _across(pieces: Sequence[Piece]) -> Iterator[Piece]:
    """Side by side, where gaps part them from top to bottom; else line by line."""
    if len(pieces) < 2:
        yield from pieces
        return
    cells = part_cells(pieces)
    if len(cells) < 2:
        yield by_line(pieces)
        return
    for cell in cells:
        yield from _ordered(cell)
