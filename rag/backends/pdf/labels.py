"""Runs as they were drawn in; whether labels are drawn before the rows that they belong to out."""

from collections.abc import Iterator, Sequence
from itertools import pairwise, takewhile

from rag.backends.pdf.pieces import find_pieces, on_one_line
from rag.backends.pdf.runs import Run

_LONGEST = 25
"""Characters of a label; a line of prose is longer."""
_FEWEST = 3
_LINES = 1.5
"""Lines of the rows for each of their labels at least: two lists side by side have as many."""
_BEGIN = 0.8
"""Share of the labels that stand level with the beginning of a row."""
_APART = 0.5
"""Ems between two rows at least."""


def are_labels_first(runs: Sequence[Run]) -> bool:
    """All the labels, from top to bottom, and then all the rows that they belong to. Drawn so, the
    first row follows the last label."""
    return any(_are_labels(labels, rows) for labels, rows in _columns(runs))


def _columns(runs: Sequence[Run]) -> Iterator[tuple[list[Run], list[Run]]]:
    """Each column that drawing goes on at the top of, with what is drawn left of it before."""
    starts = [i for i, (a, b) in enumerate(pairwise(runs), start=1) if b.bottom < a.top]
    for start, end in pairwise([*starts, len(runs)]):
        rows = [*runs[start:end]]
        yield _left_of(min(row.left for row in rows), runs[:start]), rows


def _left_of(edge: float, runs: Sequence[Run]) -> list[Run]:
    """The last ones, back to the first that reaches over the edge."""
    return [*takewhile(lambda run: run.right < edge, reversed(runs))][::-1]


def _are_labels(labels: Sequence[Run], rows: Sequence[Run]) -> bool:
    if len(labels) < _FEWEST or max(len(label.text) for label in labels) >= _LONGEST:
        return False
    firsts = [piece.runs[0] for piece in find_pieces(labels)]
    begin = sum(any(on_one_line(label, row) for row in _beginnings(rows)) for label in firsts)
    few = len(firsts) >= _FEWEST and len(_lines(rows)) >= _LINES * len(labels)
    return few and begin >= _BEGIN * len(firsts)


def _beginnings(rows: Sequence[Run]) -> Iterator[Run]:
    """The first line of each block."""
    lines = _lines(rows)
    yield from lines[:1]
    for above, line in pairwise(lines):
        if line.top - above.bottom > _APART * line.em:
            yield line


def _lines(rows: Sequence[Run]) -> list[Run]:
    """One run of each, from top to bottom."""
    lines: list[Run] = []
    for row in sorted(rows, key=lambda row: row.top):
        if not lines or not on_one_line(lines[-1], row):
            lines.append(row)
    return lines
