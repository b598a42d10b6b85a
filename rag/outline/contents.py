"""Blocks in, the contents page and the headings that it lists out."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from rag.outline.topics import topic_of
from rag.reading.blocks import Block

_TAIL = re.compile(r"(?:[\s.…_]*(?:\.{2,}|…|_{2,}|\s)[\s.…_]*)(?:\d{1,3}|[ivx]{1,5})\s*$")
_LEADERS = re.compile(r"\.{4,}|…{2,}|(?:\. ){4,}|_{4,}")
_FRONT = re.compile(
    r"^\s*(?:(?:section|part|chapter|appendix)\s+)?(?:\d{1,2}(?:\.\d{1,2})*|[A-Z])[.):]?\s+", re.I
)


@dataclass(frozen=True, slots=True)
class Contents:
    blocks: frozenset[int]
    """Positions of the blocks of the contents pages."""
    runs: tuple[tuple[int, int], ...]
    """First and last position of each contents page."""
    entries: frozenset[str]
    """Folded text of each entry, without number and page."""


def fold(heading: str) -> str:
    """A heading without number, case and punctuation, for comparison."""
    return " ".join(re.findall(r"[a-z0-9]+", _FRONT.sub("", heading).lower()))


def find_contents(blocks: Sequence[Block]) -> Contents:
    runs: list[tuple[int, int]] = []
    entries: set[str] = set()
    i = 0
    while i < len(blocks):
        run, found = _run_at(blocks, i)
        if run > i:
            runs.append((i, run))
            entries |= found
            i = run
        i += 1
    positions = frozenset(p for a, b in runs for p in range(a, b + 1))
    return Contents(positions, tuple(runs), frozenset(entries - {""}))


def _run_at(blocks: Sequence[Block], i: int) -> tuple[int, set[str]]:
    """Last position of the contents page that begins at `i` (`i` itself if none does)."""
    headed = topic_of(blocks[i].text) == "contents"
    if not headed and not _LEADERS.search(blocks[i].text):
        return i, set()
    last, entries, numbered = i, set[str](), 0
    at = i + 1 if headed else i
    while at < len(blocks) and _may_be_entry(blocks[at]):
        after, text = _whole_entry(blocks, at)
        tailed = _TAIL.search(text) is not None or after > at
        folded = fold(_TAIL.sub("", text))
        if folded in entries and not tailed and not _tail_follows(blocks, after):
            break
        if not tailed and (not headed or numbered > 1) and not _tail_follows(blocks, after):
            break
        entries.add(folded)
        numbered += tailed
        last, at = after, after + 1
    if numbered == 0 and not _comes_again(blocks, entries, last):
        return i, set()
    return (last, entries) if len(entries) >= 2 else (i, set())


def _may_be_entry(block: Block) -> bool:
    long = len(block.text.split()) > 20
    return (not long and not block.text.endswith(".")) or bool(_LEADERS.search(block.text))


def _whole_entry(blocks: Sequence[Block], at: int) -> tuple[int, str]:
    """An entry and its page number may stand in cells of one row."""
    last = at
    row = blocks[at].row
    while row >= 0 and last + 1 < len(blocks) and blocks[last + 1].row == row:
        last += 1
    return last, " ".join(b.text for b in blocks[at : last + 1])


def _tail_follows(blocks: Sequence[Block], at: int) -> bool:
    return any(_TAIL.search(b.text) for b in blocks[at + 1 : at + 3])


def _comes_again(blocks: Sequence[Block], entries: set[str], last: int) -> bool:
    later = {fold(b.text) for b in blocks[last + 1 :]}
    return len(entries) >= 3 and len(entries & later) * 2 >= len(entries)
