"""Runs as they were drawn in; whether that is the order of reading, and that order, out."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import chain, pairwise, takewhile
from itertools import pairwise

from rag.backends.pdf.runs import Run

_HEAD, _FOOT = 0.15, 0.85
"""Shares of the page's height where its head ends and its foot begins."""
_EARLY = 16
"""Runs that head and foot have at most, where they are drawn before the rest."""
_NARROWEST_GUTTER = 0.8
"""Ems between two columns or cells at least."""
_WORDS_APART, _MARK_APART = 1.2, 4.0
"""Ems between words of one piece, and between a bullet or number and its words."""
MARK = 4
"""Signs of a bullet or number at most."""
_PROSE, _FEWEST_LINES = 15, 4
"""Characters of a line of a column of prose, and lines of one."""
_TOUCHING = 0.35
"""Ems that the words of one cell may reach into the next."""
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
    column, or in a column to its right; or columns are drawn line by line across. A foot that is drawn first is no matter. `height` of the
    page, in points."""
    foot = _foot(runs, height)
    body = [run for run in runs if run not in foot]
    return any(_comes_late(run, body[:i]) for i, run in enumerate(body)) or _is_by_row(body)


def reading_order(runs: Sequence[Run]) -> list[Run]:
    """By place: from top to bottom, the columns of a page or the cells of a row from left to
    right. What was drawn as one stays together."""
    return [run for piece in _ordered(_pieces(runs)) for run in piece.runs]


def _foot(runs: Sequence[Run], height: float) -> list[Run]:
    """What is drawn at the foot of the page before the rest, with the head or by itself."""
    edges = takewhile(
        lambda run: run.bottom < _HEAD * height or run.top > _FOOT * height, runs[:_EARLY]
    )
    return [run for run in edges if run.top > _FOOT * height]


def _comes_late(run: Run, earlier: Sequence[Run]) -> bool:
    edge = run.bottom - 0.3 * (run.bottom - run.top)
    return any(other.top > edge and other.right > run.left + 1 for other in earlier)


def _is_by_row(runs: Sequence[Run]) -> bool:
    """Whether lines of two columns of prose are drawn in turn."""
    rows = [
        (a, b)
        for a, b in pairwise(runs)
        if on_one_line(a, b) and b.left - a.right > _WORDS_APART * b.em and len(a.text) > MARK
    ]
    wordy = [(a, b) for a, b in rows if min(len(a.text), len(b.text)) >= _PROSE]
    if len(wordy) < _FEWEST_LINES or max(a.right for a, _ in wordy) > min(b.left for _, b in wordy):
        return False
    return _flow([a for a, _ in wordy]) and _flow([b for _, b in wordy])


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
        widest = _MARK_APART if len(last.text) <= MARK else _WORDS_APART
        return -0.5 * run.em <= run.left - last.right <= widest * run.em
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
    """Side by side, where a gap parts them from top to bottom; else line by line."""
    if len(pieces) < 2:
        yield from pieces
        return
    slack = _TOUCHING * pieces[0].runs[0].em
    wide = _gaps([(piece.left, piece.right - slack) for piece in pieces])
    if not wide:
        yield _by_line(pieces)
        return
    middle = sum(wide[0]) / 2
    yield from _ordered([piece for piece in pieces if piece.left <= middle])
    yield from _ordered([piece for piece in pieces if piece.left > middle])


def _by_line(pieces: Sequence[Piece]) -> Piece:
    lines: list[list[Run]] = []
    for run in sorted((run for piece in pieces for run in piece.runs), key=lambda run: run.bottom):
        if not lines or not on_one_line(lines[-1][0], run):
            lines.append([])
        lines[-1].append(run)
    whole = Piece()
    for line in lines:
        for run in sorted(line, key=lambda run: run.left):
            whole.take(run)
    return whole


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
    go on below on both sides."""
    sides = [_split([band], _gutter(bands)) for band in bands]
    both = [(left, right) for left, right in sides if left and right]
    if not both:
        return False
    uneven = sum(abs(_top(left) - _top(right)) > 0.3 * left[0].runs[0].em for left, right in both)
    lefts, rights = ([run for piece in side for run in piece.runs] for side in _joined(sides))
    return uneven * 2 > len(both) or (_flow(lefts) and _flow(rights))


def _flow(lines: Sequence[Run]) -> bool:
    """Whether a good part of them go on in the next one, as wrapped sentences do."""
    on = sum(b.text[0].islower() and a.text[-1] not in ".:;?!" for a, b in pairwise(lines))
    return len(lines) > 3 and on >= _FLOWS * (len(lines) - 1)


def _joined(
    sides: Sequence[tuple[list[Piece], list[Piece]]],
) -> tuple[list[Piece], list[Piece]]:
    lefts, rights = zip(*sides, strict=True)
    return [*chain.from_iterable(lefts)], [*chain.from_iterable(rights)]


def _top(pieces: Sequence[Piece]) -> float:
    return min(piece.top for piece in pieces)
