"""Runs in the order of reading in, the text of their page out."""

from collections.abc import Sequence
from itertools import pairwise
from statistics import median

from rag.backends.pdf.pieces import MARK, on_one_line
from rag.backends.pdf.runs import Run

_WIDE = 2.5
"""Ems between the words of one line that are shown as a wide space, as in a list of contents."""
_APART = 1.6
"""Times the usual step from line to line that parts two paragraphs."""


def compose(runs: Sequence[Run]) -> str:
    """A line for each line of the page, an empty one where a wider gap parts paragraphs."""
    steps = [b.bottom - a.bottom for a, b in pairwise(runs) if _follows_below(a, b)]
    usual = median(steps) if steps else 0.0
    parts = [runs[0].text] if runs else []
    for a, b in pairwise(runs):
        parts += (_between(a, b, usual), b.text)
    return "".join(parts)


def _follows_below(a: Run, b: Run) -> bool:
    """The next line, not another column or a line far below."""
    return not on_one_line(a, b) and 0 < b.bottom - a.bottom < 3 * max(a.em, b.em)


def _between(a: Run, b: Run, usual: float) -> str:
    if a.upright and b.upright and on_one_line(a, b) and b.left > a.left:
        gap = b.left - a.right
        if gap < 0.1 * b.em and b.text[0].isalnum():
            return ""
        is_wide = gap > _WIDE * b.em and len(a.text) > MARK
        return "    " if is_wide else " "
    return "\n\n" if b.bottom - a.bottom > _APART * usual else "\n"
