"""Runs as they were drawn in, pieces out: what was drawn as one and stays together."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from rag.backends.pdf.runs import Run

MARK = 4
"""Signs of a bullet or number at most."""
WORDS_APART = 1.2
"""Ems between words of one piece at most."""
_MARK_APART = 4.0
"""Ems between a bullet or number and its words."""
_LINES_APART = 0.8


@dataclass(slots=True)
class Piece:
    """Runs each of which stands beside or right below the one before."""

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

    @property
    def em(self) -> float:
        return self.runs[0].em


def find_pieces(runs: Sequence[Run]) -> list[Piece]:
    """In the order of drawing."""
    pieces: list[Piece] = []
    for run in runs:
        if not pieces or not _goes_on(pieces[-1], run):
            pieces.append(Piece())
        pieces[-1].take(run)
    return pieces


def by_line(pieces: Sequence[Piece]) -> Piece:
    """All of them as one, line by line and each from left to right."""
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


def on_one_line(a: Run, b: Run) -> bool:
    overlap = min(a.bottom, b.bottom) - max(a.top, b.top)
    return overlap >= 0.5 * min(a.bottom - a.top, b.bottom - b.top)


def _goes_on(piece: Piece, run: Run) -> bool:
    last = piece.runs[-1]
    if on_one_line(last, run):
        widest = _MARK_APART if len(last.text) <= MARK else WORDS_APART
        return -0.5 * run.em <= run.left - last.right <= widest * run.em
    below = -0.3 * run.em <= run.top - last.bottom <= _LINES_APART * run.em
    return below and run.left < piece.right and run.right > piece.left
