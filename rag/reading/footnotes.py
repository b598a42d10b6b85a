"""Lines in, which of them open a footnote out."""

import re
from collections.abc import Sequence

from rag.reading.marks import read_note
from rag.reading.scan import Line
from rag.reading.wrapping import ends_sentence

_FARTHEST = 3
"""How far a note's number may lie from the one before it."""
_REACH = 60
"""Lines above a note in which its mark stands where nothing tells the pages apart."""


def find_footnotes(lines: Sequence[Line], *, pages: bool) -> frozenset[int]:
    """Lines "1 Text" whose numbers go on from the last note's: at the foot of a page; without pages
    (`pages`) right below the text, and the number hangs on a word above."""
    return _at_feet(lines) if pages else _below_marks(lines)


def _below_marks(lines: Sequence[Line]) -> frozenset[int]:
    found: set[int] = set()
    last = 0
    for i, line in enumerate(lines):
        mark = read_note(line.text, bare=True)
        if not mark or line.gap or not _may_open(lines, i):
            continue
        number = int(mark.number)
        above = lines[max(0, i - _REACH) : i]
        if (number == 1 or 0 < last < number <= last + _FARTHEST) and _is_marked(number, above):
            found.add(i)
            last = number
    return frozenset(found)


def _at_feet(lines: Sequence[Line]) -> frozenset[int]:
    by_page: dict[int, list[int]] = {}
    for i, line in enumerate(lines):
        by_page.setdefault(line.page, []).append(i)
    found: set[int] = set()
    last = 0
    for numbers in by_page.values():
        for at in range(len(numbers) // 3, len(numbers)):
            i = numbers[at]
            mark = read_note(lines[i].text, bare=True)
            if not mark or not _may_open(lines, i):
                continue
            number = int(mark.number)
            low = at >= len(numbers) * 2 // 3
            on_page = [lines[j] for j in numbers[:at]]
            if (number == 1 or last < number <= last + _FARTHEST) and (
                low or _is_marked(number, on_page)
            ):
                found.add(i)
                last = number
    return frozenset(found)


def _may_open(lines: Sequence[Line], i: int) -> bool:
    line = lines[i]
    if line.bullet or line.level or line.row >= 0:
        return False
    before = lines[i - 1].text if i else ""
    return line.gap > 0 or ends_sentence(before) or read_note(before, bare=True) is not None


def _is_marked(number: int, above: Sequence[Line]) -> bool:
    """Does the number hang on a word of the text, raised or on the line, or on the stop after a
    figure, as a raised figure does once it is text?"""
    mark = re.compile(rf"[^\W\d]{{2}}[.,;:)’”]?{number}(?!\d)|\d\.{number}$")
    return any(str(number) in line.notes or mark.search(line.text) for line in above)
