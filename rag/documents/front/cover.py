"""Blocks in, which of them are the cover or the block under the title out."""

from collections.abc import Sequence
from itertools import takewhile

from rag.documents.front.wide_tables import wide_cells
from rag.reading.blocks import Block
from rag.reading.heading_topics import topic_of

MOST = 25
_FEW = 10
"""Lines of a page that is a cover."""
_SENTENCE = 14
"""Words of a line with a full stop that is running text."""


def cover_blocks(blocks: Sequence[Block]) -> list[Block]:
    """The short lines before the contents, the first running text and the first table of several
    columns; of a file with pages whose first has few lines, those of this page and the next,
    whatever stands between them."""
    wide = wide_cells(blocks[:MOST])
    first = [block for block in blocks[:MOST] if block.page == blocks[0].page]
    if 0 < len(first) < _FEW < len(blocks) and blocks[-1].page > blocks[0].page:
        pages = [block for block in blocks[:MOST] if block.page <= blocks[0].page + 1]
        lines = takewhile(lambda block: topic_of(block.text) != "contents", pages)
        return [b for i, b in enumerate(lines) if i not in wide and not is_sentence(b)]
    return list(takewhile(_may_be_cover, blocks[: min(wide, default=MOST)]))


def is_sentence(block: Block) -> bool:
    text = block.text.rstrip()
    return len(text.split()) > _SENTENCE and text[-1] in ".:;?"


def _may_be_cover(block: Block) -> bool:
    return not is_sentence(block) and topic_of(block.text) != "contents" and not block.note
