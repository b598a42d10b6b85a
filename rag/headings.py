"""Blocks in, which of them are headings out, each with its level, topic and owner."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from rag.blocks import Block
from rag.contents import Contents, fold
from rag.marks import read_label, read_number
from rag.topics import DATE, METADATA, RESOURCE, ROLE, TITLE, is_all_topic, topic_of

TOP, CAPITALS, PLAIN, BOXED, NESTED = 1, 2, 3, 4, 6
"""Levels of headings without markup: 1 is outermost. What is nested stands under any other."""
_VERB = re.compile(
    r"\b(?:will|have|has|had|is|are|was|were|been|should|must|can|could|would|did|does|do|to be"
    r"|needs?|said|told|felt|received|attended|became|went|made)\b",
    re.IGNORECASE,
)
_ASKS = re.compile(r"(?:how|what|why|who|when|where|which)\b", re.IGNORECASE)
_SMALL = frozenset("a an and as at by for from in of on or the to with within into vs via &".split())


@dataclass(frozen=True, slots=True)
class Heading:
    text: str
    """Without its number."""
    number: str | None
    level: int
    topic: str | None


def find_headings(
    blocks: Sequence[Block], contents: Contents, *, first: int = 0
) -> dict[int, Heading]:
    """Position of each heading block; those of the contents pages and before `first` are none."""
    short = (b for i, b in enumerate(blocks) if i not in contents.blocks and len(b.text) < 80)
    repeated = Counter(fold(b.text) for b in short)
    found: dict[int, Heading] = {}
    for i, block in enumerate(blocks):
        if i < first or i in contents.blocks or not _may_be_heading(blocks, i, contents, found):
            continue
        found[i] = _describe(blocks, i, contents, repeated, found)
    return found


def is_all_capitals(text: str) -> bool:
    letters = [c for c in text if c.isalpha()]
    return len(letters) > 3 and sum(c.isupper() for c in letters) >= 0.9 * len(letters)


def _may_be_heading(
    blocks: Sequence[Block], i: int, contents: Contents, found: dict[int, Heading]
) -> bool:
    block = blocks[i]
    if block.row >= 0 or block.note or block.continues or read_label(block.text):
        return False
    if _leads_in(blocks, i, found) or is_signature(blocks, i):
        return False
    if block.level:
        return True
    text = block.text
    words = text.split()
    if block.bullet or block.link or len(words) > 18 or len(text) > 140:
        return False
    if text[-1] in ".;,-–" and not text.endswith("..") or DATE.fullmatch(text.strip(" .")):
        return False
    if RESOURCE.search(text):
        return False
    return _reads_like_heading(blocks, i, contents, found)


def _leads_in(blocks: Sequence[Block], i: int, found: dict[int, Heading]) -> bool:
    """ "Please click the links below:" right under a heading opens the list, no section."""
    block = blocks[i]
    after = blocks[i + 1] if i + 1 < len(blocks) else None
    opens = block.text.endswith(":") and after is not None and after.bullet
    plain = not block.level and not block.bold and not is_all_capitals(block.text)
    return opens and plain and i - 1 in found and topic_of(block.text) is None


def _reads_like_heading(
    blocks: Sequence[Block], i: int, contents: Contents, found: dict[int, Heading]
) -> bool:
    block, text = blocks[i], blocks[i].text
    mark = read_number(text)
    own = text[mark.length :] if mark else text
    if mark and mark.kind == "letter":
        return False
    if fold(text) in contents.entries or is_all_capitals(own) or block.bold:
        return True
    if not own[0].isupper() and not own[0].isdigit():
        return False
    if len(own.split()) <= 8 and topic_of(own) and not _VERB.search(own.split(" ")[-1]):
        return not _VERB.search(own) or bool(_ASKS.match(own)) or is_all_topic(own)
    before = blocks[i - 1] if i else None
    if before is not None and before.text.endswith((":", ":-")) and i - 1 not in found:
        return False
    if mark and mark.kind == "integer" and not _numbered_sections(blocks, i):
        return False
    return _is_phrase(own) and _something_follows(blocks, i)


def _numbered_sections(blocks: Sequence[Block], i: int) -> bool:
    """A short numbered line is an item of a list where its neighbours are numbered too."""
    near = [blocks[j] for j in (i - 1, i + 1) if 0 <= j < len(blocks)]
    marks = [read_number(b.text) for b in near]
    return not any(m and m.kind == "integer" for m in marks)


def _is_phrase(text: str) -> bool:
    words = text.split()
    if len(words) > 14 or (text.endswith("?") and not _ASKS.match(text)):
        return False
    titled = sum(w[0].isupper() or w.lower() in _SMALL or not w[0].isalpha() for w in words)
    if titled == len(words) and len(words) <= 10:
        return True
    return not _VERB.search(text) or bool(_ASKS.match(text))


def _something_follows(blocks: Sequence[Block], i: int) -> bool:
    after = next((b for b in blocks[i + 1 :] if not b.note), None)
    if after is None:
        return False
    return after.text[0].isupper() or after.bullet or not after.text[0].isalpha() or after.row >= 0


def _describe(
    blocks: Sequence[Block],
    i: int,
    contents: Contents,
    repeated: Counter[str],
    found: dict[int, Heading],
) -> Heading:
    block = blocks[i]
    mark = read_number(block.text)
    sectioned = mark is not None and mark.kind in ("integer", "decimal")
    text = block.text[mark.length :] if mark and sectioned else block.text
    topic = topic_of(text)
    level = _level(blocks, i, contents, repeated, topic, mark.number if mark and sectioned else "")
    return Heading(text, mark.number if mark and sectioned else None, level, topic)


def _level(
    blocks: Sequence[Block],
    i: int,
    contents: Contents,
    repeated: Counter[str],
    topic: str | None,
    number: str,
) -> int:
    block = blocks[i]
    if block.level:
        return block.level
    if block.box >= 0:
        alone = not any(
            0 <= j < len(blocks) and blocks[j].box == block.box for j in (i - 1, i + 1)
        )
        return PLAIN if alone else BOXED
    if topic and repeated[fold(block.text)] >= 2:
        return NESTED
    if number:
        return min(1 + number.strip(".").count("."), PLAIN)
    if fold(block.text) in contents.entries:
        return TOP
    return CAPITALS if is_all_capitals(block.text) else PLAIN


def is_signature(blocks: Sequence[Block], i: int) -> bool:
    """A person's name on a line of its own, and the role on the next."""
    words = blocks[i].text.rstrip(",").split()
    named = 2 <= len(words) <= 5 and all(w[0].isupper() and w.isascii() for w in words)
    text = blocks[i].text
    if not named or topic_of(text) or TITLE.search(text) or METADATA.search(text):
        return False
    if i + 1 >= len(blocks) or blocks[i].bullet or blocks[i].level:
        return False
    after = blocks[i + 1].text
    return bool(ROLE.search(after)) and len(after.split()) <= 14 and not after.endswith(".")
