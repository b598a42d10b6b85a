"""The first reader's text and the runs of its page in, the text with the marks of notes raised out.

The first reader gives a small figure above the line as any other: "area2", "improve?1"."""

import re
from collections import Counter
from collections.abc import Sequence

from rag.backends.pdf.runs import Run
from rag.reading.layout_signs import RAISED_SIGNS, lowered

_MARKED = re.compile(
    rf"(?P<word>[^\s{RAISED_SIGNS}]{{0,60}}[^\s\d{RAISED_SIGNS}])(?P<mark>[{RAISED_SIGNS}]+)"
)
"""Of a word no longer than people write them: a page may hold one of 200,000 letters."""
_FEWEST = 2
"""Signs before a mark: a letter by itself may have a power."""


def raise_marks(first: str, runs: Sequence[Run]) -> str:
    """Same length. A mark is raised where the page shows every such word with such a figure raised:
    where some of them are not, nobody knows which is which."""
    marked = Counter(
        (found["word"], found["mark"])
        for run in runs
        for found in _MARKED.finditer(run.text)
        if len(found["word"]) >= _FEWEST
    )
    for (word, mark), count in marked.items():
        plain = re.compile(rf"(?<!\S){re.escape(word + lowered(mark))}(?![\w{RAISED_SIGNS}])")
        if len(plain.findall(first)) == count:
            first = plain.sub(word + mark, first)
    return first
