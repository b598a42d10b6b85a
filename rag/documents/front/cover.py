"""Blocks in, which of them are the cover or the block under the title out."""

from collections.abc import Sequence
from itertools import takewhile

from rag.outline.topics import topic_of
from rag.reading.blocks import Block

MOST = 25
_SENTENCE = 14
"""Words of a line with a full stop that is running text."""


def cover_blocks(blocks: Sequence[Block]) -> list[Block]:
    """The short lines before the contents, the first running text or a row of a table."""
    return list(takewhile(_may_be_cover, blocks[:MOST]))


def is_sentence(block: Block) -> bool:
    text = block.text.rstrip()
    return len(text.split()) > _SENTENCE and text[-1] in ".:;?"


def _may_be_cover(block: Block) -> bool:
    return not is_sentence(block) and topic_of(block.text) != "contents" and not block.note
