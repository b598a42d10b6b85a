"""Blocks in, whether a publisher's address stands there out."""

import re
from collections.abc import Sequence

from rag.reading.blocks import Block
from rag.reading.heading_topics import topic_of

_REACH = re.compile(
    r"^(?:T|E|W|F|Tel(?:ephone)?|Textphone|Phone|Fax|E-?mail|Web(?:site)?)\b\W|\b0\d{3,4}[ -]?\d{3}"
    r"|@\w+|\bwww\.|https?://|\b[A-Z]{1,2}\d[A-Z\d]? \d[A-Z]{2}\b",
    re.IGNORECASE,
)
"""Telephone, e-mail, address on the web, postcode."""
_POSTCODE = re.compile(r"[A-Z]{1,2}\d[A-Z\d]? \d[A-Z]{2}")


def contact_length(blocks: Sequence[Block], i: int) -> int:
    """How many blocks the address that begins at `i` takes: short lines close together, two of them
    ways to reach somebody; 0 where none begins."""
    length = 0
    while i + length < len(blocks) and _is_line(blocks[i + length], first=length == 0):
        length += 1
    reached = [_REACH.search(b.text) is not None for b in blocks[i : i + length]]
    postcode = length > 0 and _POSTCODE.fullmatch(blocks[i + length - 1].text)
    if length < 3 or not (sum(reached) >= 2 or postcode):
        return 0
    return length - reached[::-1].index(True)


def reaches_somebody(text: str) -> bool:
    """Does it give a telephone number, an address on the web or a postcode?"""
    return _REACH.search(text) is not None


def _is_line(block: Block, *, first: bool) -> bool:
    short = len(block.text.split()) <= 8 and block.text[-1] not in ".;:?"
    if first and topic_of(block.text):
        return False
    plain = not block.bullet and block.row < 0 and not block.level and not block.note
    return short and plain and (first or block.gap <= 1)
