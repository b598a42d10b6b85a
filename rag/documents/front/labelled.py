"""Blocks in, the values that stand behind a label out: "Author: A. Person", a row of a table, or a
label on a line of its own with the value below."""

import re
from collections.abc import Collection, Iterator, Sequence

from rag.documents.front.findings import Finding
from rag.documents.front.labels import LABELS, SEVERAL, Label
from rag.documents.front.values import value_length
from rag.documents.front.wide_tables import wide_cells
from rag.reading.blocks import Block
from rag.reading.dates import find_date
from rag.reading.marks import read_number

COVER, FRONT, BACK = 30, 80, 60
"""Blocks at the beginning that may be a cover, that may be front matter, and at the end."""
_BREAK = re.compile(r"\s*(?P<sign>[:|]|[–—-](?=\s)|,)?\s*")
_NUMBER = re.compile(r"\d{1,2}[.)]?\s+(?=[A-Z])")
_GLUED = frozenset({"people", "dates", "date", "code"})
"""Values so plain that a label without a colon may stand before them."""
_GLUED_WORDS = 12


def find_labelled(blocks: Sequence[Block], *, everywhere: Collection[str]) -> Iterator[Finding]:
    """In order of the document; `everywhere`: keys whose labels count on every page and in every
    table, as they do in a form."""
    wide: Collection[int] = () if everywhere else wide_cells(blocks)
    for i, block in enumerate(blocks):
        if i in wide:
            continue
        ends = i < FRONT or i >= len(blocks) - BACK
        labels = [
            label
            for label in LABELS
            if label.key in everywhere or (ends and (i < COVER or not label.cover))
        ]
        yield from _at(blocks, i, block, labels)


def _at(
    blocks: Sequence[Block], i: int, block: Block, labels: Sequence[Label]
) -> Iterator[Finding]:
    number = _NUMBER.match(block.text)
    start = number.end() if number else 0
    for label in labels:
        values = list(_values(blocks, i, label, start))
        if values:
            yield from (_finding(label.key, *value) for value in values)
            return


def _values(
    blocks: Sequence[Block], i: int, label: Label, start: int
) -> Iterator[tuple[Block, int, int, str]]:
    """Block, first and last offset in it of each value behind the label at `start`; the label."""
    text = blocks[i].text
    found = label.pattern.match(text, start)
    if not found:
        return
    if label.check == "date" and (dated := find_date(text[start:])):
        found = label.pattern.fullmatch(text[: start + dated.start()].rstrip(" :|,–—-("), start)
        length = found and value_length(text[start + dated.start() :], label.check)
        if found and length:
            yield blocks[i], start + dated.start(), start + dated.start() + length, found[0]
        return
    sign = _BREAK.match(text, found.end())
    at = sign.end() if sign else found.end()
    if at < len(text):
        plain = label.check in _GLUED and len(text.split()) <= _GLUED_WORDS and not text.isupper()
        if (sign and sign["sign"]) or (plain and text[at - 1].isspace()):
            length = value_length(text[at:], label.check)
            if length:
                yield blocks[i], at, at + length, found[0]
        return
    for block in _below(blocks, i):
        mark = read_number(block.text)
        at = mark.length if mark else 0
        length = value_length(block.text[at:], label.check)
        if not length or _is_label(block.text[at:]):
            return
        yield block, at, at + length, found[0]
        if label.key not in SEVERAL:
            return


def _below(blocks: Sequence[Block], i: int) -> Iterator[Block]:
    """The blocks that may hold the value of a label that stands alone: the rest of its row, or
    what follows."""
    row = blocks[i].row
    for block in blocks[i + 1 : i + 15]:
        if row >= 0 and block.row != row:
            return
        if block.level and block.text.isupper():
            return
        yield block


def _is_label(text: str) -> bool:
    bare = text.strip().rstrip(":").strip()
    return any(label.pattern.fullmatch(bare) for label in LABELS)


def _finding(key: str, block: Block, start: int, end: int, label: str) -> Finding:
    words = block.text[start:end].rstrip()
    at = block.start + start
    return Finding(key, (at, at + len(words)), words, label)
