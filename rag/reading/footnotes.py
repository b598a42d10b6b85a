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
    (`pages`) right below the text, and the number hangs on a word above. What goes on from a number
    that is no note's, as the rows of a table do, is none either."""
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
        notes = _of_page(lines, numbers, last)
        found |= notes.keys()
        last = max(notes.values(), default=last)
    return frozenset(found)


def _of_page(lines: Sequence[Line], page: Sequence[int], last: int) -> dict[int, int]:
    """Which of the page's lines open a note of which number; `last` is that of the note before."""
    notes: dict[int, int] = {}
    others: set[int] = set()
    for at in range(len(page) // 3, len(page)):
        i = page[at]
        mark = read_note(lines[i].text, bare=True)
        if not mark:
            continue
        number, above = int(mark.number), [lines[j] for j in page[:at]]
        goes_on = number == 1 or last < number <= last + _FARTHEST
        opens = _may_open(lines, i) or (bool(notes) and _is_next(number, last, above))
        low = at >= len(page) * 2 // 3 and number - 1 not in others
        if goes_on and opens and (low or _is_marked(number, above)):
            notes[i] = last = number
        else:
            others.add(number)
    return notes


def _is_next(number: int, last: int, on_page: Sequence[Line]) -> bool:
    """A note may end without a stop, and the next one is told by its mark in the text."""
    return number == last + 1 and any(str(number) in line.notes for line in on_page)


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
