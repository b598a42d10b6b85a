"""Blocks in, whether the numbers around a line say that it is a heading out."""

from collections.abc import Mapping, Sequence

from rag.outline.levels import Heading
from rag.reading.blocks import Block
from rag.reading.marks import read_number

MOST_WORDS = 14
"""Words of a heading that its number tells."""


def counts_on(blocks: Sequence[Block], i: int, found: Mapping[int, Heading]) -> bool:
    """ "7. Is a full review needed?" is a heading where the last with a number was the sixth, and
    no list has been counted below that."""
    mark = read_number(blocks[i].text)
    text = blocks[i].text
    closed = text[-1].isalpha() or text[-1] in "?)"
    if mark is None or mark.kind != "integer" or not closed or len(text.split()) > MOST_WORDS:
        return False
    before = [at for at, h in found.items() if h.number and h.number.isdigit()]
    if not before or found[before[-1]].number != str(int(mark.number) - 1):
        return False
    near = [*range(before[-1] + 1, i), *range(i + 1, min(i + 2, len(blocks)))]
    marks = (read_number(blocks[at].text) for at in near)
    return not any(m is not None and m.kind == "integer" for m in marks)


def parts_a_count(blocks: Sequence[Block], i: int) -> bool:
    """A line without a stop, between the end of a sentence and a numbered paragraph."""
    block, after = blocks[i], blocks[i + 1] if i + 1 < len(blocks) else None
    below = read_number(after.text) if after else None
    if below is None or below.kind == "letter" or not i or blocks[i - 1].text[-1] != ".":
        return False
    counted = read_number(blocks[i - 1].text)
    plain = block.text[-1].isalpha() and read_number(block.text) is None
    return plain and counted is not None and counted.kind == below.kind


def stands_among_no_items(blocks: Sequence[Block], i: int) -> bool:
    """A short numbered line is an item of a list where its neighbours are numbered too."""
    near = [blocks[j] for j in (i - 1, i + 1) if 0 <= j < len(blocks)]
    marks = [read_number(b.text) for b in near]
    return not any(m and m.kind == "integer" for m in marks)
