"""Lines of a table that lost its columns in, one cell below the other; its rows and cells out."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from rag.reading.heading_topics import COLUMN
from rag.reading.scan import Line
from rag.reading.wrapping import wants_more

WIDTHS = range(4, 10)
"""Columns of such a table."""
MOST_WORDS = 3
"""Words of a column's name."""
_COUNTS = frozenset({"no", "no.", "ref", "ref.", "rec", "rec.", "number", "#"})
"""Names of the column of numbers."""


def restore_rows(lines: Sequence[Line]) -> list[Line]:
    """A column of numbers tells where each row begins; the names of columns, how many cells it has.
    Names that come again on a further page are a row of their own."""
    restored = [replace(line) for line in lines]
    row = max((line.row for line in lines), default=-1)
    at = 0
    while at < len(restored):
        width = _width_of_header(restored, at)
        for group in _groups(restored, at, width):
            row += 1
            _place(group, row, width)
            at += len(group)
        at += not width
    return restored


def _width_of_header(lines: Sequence[Line], at: int) -> int:
    """How many columns the header names that begins at `at`, 0 where none does."""
    if lines[at].text.casefold() not in _COUNTS or lines[at].row >= 0:
        return 0
    width = 1
    while at + width < len(lines) and _may_name_column(lines[at + width]):
        width += 1
    counted = at + width < len(lines) and lines[at + width].text.rstrip(".") == "1"
    named = sum(COLUMN.search(line.text) is not None for line in lines[at : at + width])
    return width if counted and width in WIDTHS and 2 * named >= width else 0


def _may_name_column(line: Line) -> bool:
    plain = line.gap == 0 and line.row < 0 and not line.bullet and not line.level
    return plain and line.text[0].isalpha() and len(line.text.split()) <= MOST_WORDS


def _groups(lines: Sequence[Line], at: int, width: int) -> Iterator[list[Line]]:
    """The lines of each row, the header first."""
    if not width:
        return
    names = {line.text for line in lines[at : at + width]}
    group = list(lines[at : at + width])
    number = 1
    for line in lines[at + width :]:
        if line.gap or line.level or line.bullet or line.row >= 0:
            break
        counts = line.text.rstrip(".") == str(number)
        again = line.text in names and group[-1].text not in names and len(group) >= width
        if counts or again:
            yield group
            group = []
            number += counts
        group.append(line)
    yield group


def _place(group: Sequence[Line], row: int, width: int) -> None:
    """Number the cells: lines join where the next goes on in small letters or this one ends open,
    the longest first, until as many cells are left as there are columns."""
    joints = sorted(range(1, len(group) - 1), key=lambda i: _parts(group[i], group[i + 1]))
    joined = set(joints[: max(0, len(group) - width)])
    cell = 0
    for i, line in enumerate(group):
        cell += i > 0 and i - 1 not in joined
        line.row, line.cell = row, cell


def _parts(line: Line, following: Line) -> tuple[bool, bool, int]:
    """How surely another cell begins below; the least sure sorts first."""
    return not following.text[0].islower(), not wants_more(line.text), -len(line.text)
