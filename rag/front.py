"""Blocks in, what each line of the front matter is out: title, metadata, or the text has begun."""

from collections.abc import Sequence

from rag.blocks import Block
from rag.contents import Contents
from rag.headings import is_signature
from rag.marks import read_label, read_number
from rag.topics import DATE, METADATA, TITLE, topic_of

MOST = 30
"""Blocks that front matter may have."""


def read_front(blocks: Sequence[Block], contents: Contents) -> list[tuple[str, list[int]]]:
    """(kind, positions) of the units of the front matter in order; kind is "title" or
    "metadata". Lines of one title that follow each other without a gap are one unit."""
    units: list[tuple[str, list[int]]] = []
    for i, block in enumerate(blocks[:MOST]):
        if i in contents.blocks or _text_begins(blocks, i, units):
            break
        kind = _kind(block, units)
        joins = units and kind == "title" == units[-1][0] and block.gap == 0
        if block.row >= 0 and units and blocks[i - 1].row == block.row:
            units[-1][1].append(i)
        elif joins:
            units[-1][1].append(i)
        else:
            units.append((kind, [i]))
    return _no_more_than_front(units, blocks)


def _text_begins(
    blocks: Sequence[Block], i: int, units: Sequence[tuple[str, list[int]]]
) -> bool:
    block = blocks[i]
    if block.bullet or block.note or read_label(block.text) or is_signature(blocks, i):
        return True
    words = len(block.text.split())
    if block.row >= 0:
        return False
    ends = block.text.rstrip()[-1] in ".:?"
    sentence = (words > 7 and ends and not METADATA.search(block.text)) or words > 28
    if sentence or block.box >= 0:
        return True
    opens = topic_of(block.text) not in (None, "contents") or _opens_text(block)
    goes_on = bool(units) and units[-1][0] == "title" and block.gap == 0
    return bool(units) and opens and not goes_on and not _is_title(block)


def _opens_text(block: Block) -> bool:
    text = block.text.lower().strip(" :")
    numbered = read_number(block.text)
    plain = text[numbered.length :].strip() if numbered else text
    starts = ("introduction", "foreword", "preface", "executive summary", "background", "what is ",
              "why ", "glossary", "acknowledgement", "purpose", "context", "about this")  # fmt: skip
    return numbered is not None or plain.startswith(starts)


def _is_title(block: Block) -> bool:
    return block.level == 1 or (
        bool(TITLE.search(block.text)) and topic_of(block.text) in (None, "summary", "lesson", "learning_point")
        and len(block.text.split()) > 2
    )  # fmt: skip


def _kind(block: Block, units: Sequence[tuple[str, list[int]]]) -> str:
    if block.row >= 0:
        return "metadata"
    if block.level == 1:
        return "title"
    dated = DATE.search(block.text) is not None
    if METADATA.search(block.text) and not (not units and TITLE.search(block.text) and not dated):
        return "metadata"
    if dated and (DATE.fullmatch(block.text.strip(" .")) or not TITLE.search(block.text)):
        return "metadata"
    seen = any(kind == "title" for kind, _ in units)
    if TITLE.search(block.text) or not seen or (units and units[-1][0] == "title"):
        return "title"
    return "metadata"


def _no_more_than_front(
    units: list[tuple[str, list[int]]], blocks: Sequence[Block]
) -> list[tuple[str, list[int]]]:
    """The line right before the text is its heading, unless it says that it is front matter."""
    last = units[-1][1][-1] + 1 if units else 0
    ends = last < len(blocks) and not blocks[last].text.lower().startswith("content")
    if len(units) > 1 and ends and units[-1][0] == "title" and blocks[units[-1][1][0]].gap:
        if not TITLE.search(blocks[units[-1][1][0]].text):
            return units[:-1]
    return units
