"""Blocks in, which of them say how an inspectorate graded something out."""

import re
from collections.abc import Sequence

from rag.reading.blocks import Block

MOST_WORDS = 20
_GRADE = (
    r"(?:\b(?:inadequate|requires improvement(?: to be good)?|good|outstanding|adequate"
    r"|satisfactory))[\d\s]*\.?$"
)
_AT_END = re.compile(_GRADE, re.IGNORECASE)
_HEADER = re.compile(r"(?:key )?judge?ments?\W+(?:judge?ment )?grade$", re.IGNORECASE)


def is_graded(block: Block) -> bool:
    """ "Overall effectiveness: Good", or the grade alone."""
    short = len(block.text) < 200 and block.text.count(" ") < MOST_WORDS and not block.bullet
    return short and _AT_END.search(block.text) is not None


def is_grade(text: str) -> bool:
    return len(text) < 40 and _AT_END.fullmatch(text) is not None


def without_grade(text: str) -> str:
    return _AT_END.sub("", text)


def is_grade_row(blocks: Sequence[Block], i: int) -> bool:
    """A row of a table of grades, as inspection reports have it on their first page."""
    if _HEADER.match(blocks[i].text):
        return True
    near = [blocks[j] for j in (i - 1, i + 1) if 0 <= j < len(blocks)]
    return _is_row(blocks[i]) and any(_is_row(b) for b in near)


def _is_row(block: Block) -> bool:
    return is_graded(block) and not is_grade(block.text)


def names_grade(blocks: Sequence[Block], i: int) -> bool:
    """What was judged, where the grade stands on the next line."""
    return i + 1 < len(blocks) and is_grade(blocks[i + 1].text)
