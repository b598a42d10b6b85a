"""Lines of a form in, those out that give a value for the name on the line above."""

from collections.abc import Sequence

from rag.reading.marks import read_label, read_number
from rag.reading.scan import Line

MOST_WORDS = 10
"""Words of a name, and of a value."""


def find_form_values(lines: Sequence[Line]) -> frozenset[int]:
    """Positions of the values. One name with a colon may lead a list in: two such pairs, one right
    below the other, are a form."""
    values = {i + 1 for i in range(len(lines) - 1) if _is_pair(lines[i], lines[i + 1])}
    return frozenset(i for i in values if i - 2 in values or i + 2 in values)


def _is_pair(name: Line, value: Line) -> bool:
    named = name.text.endswith(":") and _is_plain(name) and value.gap == 0
    return named and _is_plain(value) and value.text[-1] not in ":.;,"


def _is_plain(line: Line) -> bool:
    marked = line.bullet or line.level or line.row >= 0
    counted = read_number(line.text) is not None or read_label(line.text) is not None
    return not marked and not counted and len(line.text.split()) <= MOST_WORDS
