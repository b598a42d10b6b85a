"""Lines of a document with pages in, which of them open a footnote out."""

import re
from collections.abc import Sequence

from rag.reading.marks import read_note
from rag.reading.scan import Line
from rag.reading.wrapping import ends_sentence

_FARTHEST = 3
"""How far a note's number may lie from the one before it."""


def find_footnotes(lines: Sequence[Line]) -> frozenset[int]:
    """Lines "1 Text" at the foot of a page, whose numbers go on from the last note's."""
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
    before = lines[i - 1].text if i else ""
    return not line.bullet and line.row < 0 and (line.gap > 0 or ends_sentence(before))


def _is_marked(number: int, above: Sequence[Line]) -> bool:
    """Does the number hang on a word of the text, raised or on the line?"""
    mark = re.compile(rf"[^\W\d][.,;:)’”]?{number}(?!\d)")
    return any(str(number) in line.notes or mark.search(line.text) for line in above)
