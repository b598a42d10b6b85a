"""Runs as they were drawn in; whether that is the order of reading, and that order, out."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from rag.backends.pdf.runs import Run

_FOOT = 12
"""Runs that a page's foot has at most, where it is drawn before the rest."""
_FOOT_BEGINS = 0.85
"""Share of the page's height."""
_NARROWEST_GUTTER = 0.8
"""Ems between two columns or cells at least."""
_FLOWS = 0.3
"""Share of the lines of a column that go on in the next one at least."""


@dataclass(slots=True)
class Piece:
    """Runs that were drawn one after the other, each beside or right below the one before."""

    runs: list[Run] = field(default_factory=list)
    left: float = 0.0
    top: float = 0.0
    right: float = 0.0
    bottom: float = 0.0

    def take(self, run: Run) -> None:
        first = not self.runs
        self.runs.append(run)
        self.left = run.left if first else min(self.left, run.left)
        self.top = run.top if first else min(self.top, run.top)
        self.right = run.right if first else max(self.right, run.right)
        self.bottom = run.bottom if first else max(self.bottom, run.bottom)


def is_disordered(runs: Sequence[Run], *, height: float) -> bool:
    """Whether a run is drawn after one that a person reads later: one below it in the same
    column, or in a column to its right. A foot that is drawn first is no matter. `height` of the
    page, in points."""
    body = runs[_foot(runs, height) :]
    return any(_comes_late(run, body[:i]) for i, run in enumerate(body))


def reading_order(runs: Sequence[Run]) -> list[Run]:
    """By place: from top to bottom, the columns of a page or the cells of a row from left to
    right. What was drawn as one stays together."""
    return [run for piece in _ordered(_pieces(runs)) for run in piece.runs]


def _foot(runs: Sequence[Run], height: float) -> int:
    found = 0
    for count in range(1, min(len(runs), _FOOT + 1)):
        if runs[count - 1].top < _FOOT_BEGINS * height:
            break
        if min(run.top for run in runs[:count]) >= max(run.bottom for run in runs[count:]) - 3:
            found = count
    return found


def _comes_late(run: Run, earlier: Sequence[Run]) -> bool:
    edge = run.bottom - 0.3 * (run.bottom - run.top)
    return any(other.top > edge and other.right > run.left + 1 for other in earlier)


def on_one_line(a: Run | Piece, b: Run | Piece) -> bool:
    overlap = min(a.bottom, b.bottom) - max(a.top, b.top)
    return overlap >= 0.5 * min(a.bottom - a.top, b.bottom - b.top)


def _pieces(runs: Sequence[Run]) -> list[Piece]:
    pieces: list[Piece] = []
    for run in runs:
        if not pieces or not _goes_on(pieces[-1], run):
            pieces.append(Piece())
        pieces[-1].take(run)
    return pieces


def _goes_on(piece: Piece, run: Run) -> bool:
    last = piece.runs[-1]
    if on_one_line(last, run):
        return -0.5 * run.em <= run.left - last.right <= 2 * run.em
    gap = run.top - last.bottom
    return (
        -0.3 * run.em <= gap <= 0.8 * run.em
        and run.left < piece.right
        and run.right > piece.left
    )


def _ordered(pieces: Sequence[Piece]) -> Iterator[Piece]:
    if len(pieces) < 2:
        yield from pieces
        return
    bands = _bands(pieces)
    if len(bands) == 1:
        yield from _across(pieces)
        return
    for group in _grouped(bands):
        if len(group) == 1:
            yield from _across(group[0])
        else:
            for column in _split(group, _gutter(group)):
                yield from _ordered(column)


def _across(pieces: Sequence[Piece]) -> Iterator[Piece]:
    """Side by side, where a gap parts them from top to bottom; else as they begin."""
    if len(pieces) < 2:
        yield from pieces
        return
    gutters = _gaps([(piece.left, piece.right) for piece in pieces])
    wide = [gap for gap in gutters if gap[1] - gap[0] > 1]
    if not wide:
        yield from sorted(pieces, key=lambda piece: (piece.top, piece.left))
        return
    middle = sum(wide[0]) / 2
    left = [piece for piece in pieces if piece.right <= middle]
    yield from _ordered(left)
    yield from _ordered([piece for piece in pieces if piece.right > middle])


def _bands(pieces: Sequence[Piece]) -> list[list[Piece]]:
    """What stands side by side, from top to bottom."""
    bands: list[list[Piece]] = []
    bottom = float("-inf")
    for piece in sorted(pieces, key=lambda piece: piece.top):
        slack = 0.25 * (piece.runs[0].bottom - piece.runs[0].top)
        if not bands or piece.top + slack >= bottom:
            bands.append([])
        bands[-1].append(piece)
        bottom = max(bottom, piece.bottom) if len(bands[-1]) > 1 else piece.bottom
    return bands


def _grouped(bands: Sequence[list[Piece]]) -> Iterator[list[list[Piece]]]:
    """Neighbouring bands that are columns together; each other band by itself."""
    at = 0
    while at < len(bands):
        end = at + 1
        while end < len(bands) and _gutter(bands[at : end + 1]):
            end += 1
        group = [*bands[at:end]]
        if len(group) > 1 and _is_columns(group):
            yield group
        else:
            yield from ([band] for band in group)
        at = end


def _gutter(bands: Sequence[list[Piece]]) -> tuple[float, float] | None:
    """Left and right of the widest gap that parts all the bands from top to bottom."""
    pieces = [piece for band in bands for piece in band]
    em = sorted(piece.runs[0].em for piece in pieces)[len(pieces) // 2]
    gaps = [
        gap
        for gap in _gaps([(piece.left, piece.right) for piece in pieces])
        if gap[1] - gap[0] >= _NARROWEST_GUTTER * em
    ]
    return max(gaps, key=lambda gap: gap[1] - gap[0], default=None)


def _split(
    bands: Sequence[list[Piece]], gutter: tuple[float, float] | None
) -> tuple[list[Piece], list[Piece]]:
    assert gutter
    pieces = [piece for band in bands for piece in band]
    left = [piece for piece in pieces if piece.right <= gutter[0] + 0.1]
    return left, [piece for piece in pieces if piece.right > gutter[0] + 0.1]


def _gaps(stretches: Sequence[tuple[float, float]]) -> list[tuple[float, float]]:
    found = []
    end = float("inf")
    for left, right in sorted(stretches):
        if left > end:
            found.append((end, left))
        end = right if end == float("inf") else max(end, right)
    return found


def _is_columns(bands: Sequence[list[Piece]]) -> bool:
    """Columns of prose, not rows of a table: their lines do not begin level with each other, or
    both go on below."""
    sides = [_split([band], _gutter(bands)) for band in bands]
    both = [(left, right) for left, right in sides if left and right]
    if not both:
        return False
    uneven = [_top(left) - _top(right) for left, right in both]
    apart = sum(abs(step) > 0.3 * both[0][0][0].runs[0].em for step in uneven)
    return apart * 2 > len(both) or False


def _top(pieces: Sequence[Piece]) -> float:
    return min(piece.top for piece in pieces)
