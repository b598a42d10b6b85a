"""Blocks in, which of them say how an inspectorate graded something out."""

import re
from collections.abc import Sequence

from rag.reading.blocks import Block

MOST_WORDS = 20
_GRADE = (
    r"(?:\b(?:inadequate|requires? improvement(?: to be good)?|good|outstanding|adequate"
    r"|satisfactory))[\d\s●]*\.?$"
)
_AT_END = re.compile(_GRADE, re.IGNORECASE)


def is_graded(block: Block) -> bool:
    """ "Overall effectiveness: Good", or the grade alone."""
    short = len(block.text) < 200 and block.text.count(" ") < MOST_WORDS and not block.bullet
    return short and _AT_END.search(block.text) is not None


def is_grade(text: str) -> bool:
    return len(text) < 40 and _AT_END.fullmatch(text) is not None


def without_grade(text: str) -> str:
    return _AT_END.sub("", text)


def grade_row_length(blocks: Sequence[Block], i: int) -> int:
    """How many blocks the row of a table of grades that begins at `i` takes: what was judged, and
    its grade beside it or below; 0 where none begins. A table has two rows at least."""
    length = _row_length(blocks, i)
    below = _row_length(blocks, i + length) if length else 0
    above = i > 0 and (_row_length(blocks, i - 1) == 1 or is_grade(blocks[i - 1].text))
    return length if below or above else 0


def _row_length(blocks: Sequence[Block], i: int) -> int:
    if i >= len(blocks) or is_grade(blocks[i].text):
        return 0
    if is_graded(blocks[i]):
        return 1
    short = blocks[i].text.count(" ") < MOST_WORDS and blocks[i].text[-1] not in ".;:"
    return 2 if short and not blocks[i].bullet and names_grade(blocks, i) else 0


def names_grade(blocks: Sequence[Block], i: int) -> bool:
    """What was judged, where the grade stands on the next line."""
    return i + 1 < len(blocks) and is_grade(blocks[i + 1].text)
