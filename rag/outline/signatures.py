"""Blocks in, whether a person's name and role stand there out."""

import re
from collections.abc import Sequence

from rag.outline.agencies import names_agency
from rag.reading.blocks import Block
from rag.reading.heading_topics import DATE, METADATA, ROLE, TITLE, topic_of

_SIGNED_BY = re.compile(
    r"\b(?:reviewers?|author|chair|signed|signature|statement by)\b(?:\W*\w?\W*)?$", re.IGNORECASE
)
_CLOSE = re.compile(
    r"Yours (?:sincerely|faithfully|truly),?|(?:Signed(?: by)?: ?|Notes (?:taken )?by )\S.{0,90}",
    re.IGNORECASE,
)
_NAME = re.compile(
    r"(?:(?:Mr|Mrs|Ms|Miss|Dr|Prof(?:essor)?|Sir|Dame|Cllr)\.? )?"
    r"[A-Z][\w'’.-]*(?: (?:[A-Z][\w'’.-]*|de|van|der|al)){1,3}(?:,? (?:[A-Z]{2,5}))*,?"
)


def signature_length(blocks: Sequence[Block], i: int) -> int:
    """How many blocks the signature that begins at `i` takes: a name, the role on the next line,
    a date below; 0 where none begins."""
    if not _is_name(blocks[i]):
        return 0
    after = blocks[i + 1] if i + 1 < len(blocks) else None
    if after is not None and _is_role(after):
        below = blocks[i + 2] if i + 2 < len(blocks) else None
        dated = below is not None and below.gap == 0 and DATE.search(below.text) is not None
        return 2 + dated
    before = blocks[i - 1].text if i else ""
    return 1 if len(before.split()) <= 6 and _SIGNED_BY.search(before) else 0


def closes_letter(block: Block) -> bool:
    """ "Yours sincerely", above the name, or "Signed:" before it."""
    return _CLOSE.fullmatch(block.text) is not None


def _is_name(block: Block) -> bool:
    text = block.text
    if block.bullet or block.level or block.row >= 0 or not _NAME.fullmatch(text):
        return False
    named = topic_of(text) or TITLE.search(text) or METADATA.search(text) or names_agency(text)
    return not named


def _is_role(block: Block) -> bool:
    text = block.text
    short = len(text.split()) <= 14 and not text.endswith(".") and not text[-1].isdigit()
    return short and ROLE.search(text) is not None and not block.level and not block.bullet
