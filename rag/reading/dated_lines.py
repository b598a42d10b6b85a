"""Lines in, those out that open with a day in figures, as the entries of a chronology do."""

from collections.abc import Sequence

from rag.reading.dates import find_date
from rag.reading.scan import Line
from rag.reading.wrapping import wants_more

FEWEST = 3


def find_dated_lines(lines: Sequence[Line]) -> frozenset[int]:
    """Positions; a few may have been wrapped there by chance, so fewer than three are none."""
    found = [i for i, line in enumerate(lines) if _is_dated(line)]
    entries = [i for i in found if not i or not wants_more(lines[i - 1].text)]
    return frozenset(entries) if len(entries) >= FEWEST else frozenset()


def _is_dated(line: Line) -> bool:
    first = line.text.split(" ", 1)[0]
    figures = len(first) > 5 and not any(map(str.isalpha, first)) and line.row < 0
    day = find_date(first) if figures else None
    return day is not None and day.start() == 0 and len(line.text) > len(first)
