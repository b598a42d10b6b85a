"""Blocks in, the tables and charts that have lost their lines and cells out."""

from collections.abc import Mapping, Sequence

from rag.outline.contents import Contents, fold
from rag.outline.shapes import is_all_capitals, is_caption, is_data, is_field
from rag.reading.blocks import Block
from rag.reading.heading_topics import DATE
from rag.reading.marks import read_label, read_number

MOST_WORDS = 12
"""Words of a cell or of a chart's label."""
MOST_BESIDE_DATA = 30
"""Words of a cell with figures before or after it."""
FEWEST = 4
"""Lines of a table with figures in it."""
FEWEST_WORDED = 6
"""Lines of one without, which might as well be headings."""


def find_figures(
    blocks: Sequence[Block], contents: Contents, *, first: int = 0
) -> Mapping[int, int]:
    """Position of the first block of each, and the one after its last.

    It is a run of short lines without a sentence, item, label or mark of a heading among them. Its
    last words may head what comes after."""
    found: dict[int, int] = {}
    at = first
    while at < len(blocks):
        after = at
        while after < len(blocks) and _is_cell(blocks, after, contents):
            after += 1
        begin, end = _core(blocks, at, after)
        if _is_figure([blocks[i].text for i in range(begin, end)]):
            found[begin] = end
        at = max(after, at + 1)
    return found


def is_wordless(text: str) -> bool:
    """Nothing but figures: what a chart or a column of page numbers leaves behind."""
    return not any(map(str.isalpha, text)) and DATE.fullmatch(text) is None


def _is_cell(blocks: Sequence[Block], i: int, contents: Contents) -> bool:
    block, text = blocks[i], blocks[i].text
    marked = block.level or block.bullet or block.bold or block.link or block.note
    if marked or block.row >= 0 or block.continues or i in contents.blocks:
        return False
    if is_data(text):
        return True
    near = (blocks[j].text for j in (i - 1, i + 1) if 0 <= j < len(blocks))
    most = MOST_BESIDE_DATA if any(map(is_data, near)) else MOST_WORDS
    ended = text[-1] in ".;:?" or len(text.split()) > most
    if ended or read_label(text) or is_field(blocks, i):
        return False
    heads = fold(text) in contents.entries or is_all_capitals(text) or is_caption(text)
    return not heads and read_number(text) is None


def _core(blocks: Sequence[Block], at: int, after: int) -> tuple[int, int]:
    """Without the line that stands apart at its head, and those at its end that may be headings."""
    if after - at > 1 and blocks[at].gap and not is_data(blocks[at].text):
        at += blocks[at + 1].gap > 0
    end = after
    while end > at and after - end < 2 and not is_data(blocks[end - 1].text):
        end -= 1
        if blocks[end].gap:
            break
    return at, end


def _is_figure(lines: Sequence[str]) -> bool:
    data = sum(map(is_data, lines))
    return (len(lines) >= FEWEST and 4 * data >= len(lines)) or len(lines) >= FEWEST_WORDED
