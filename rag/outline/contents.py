"""Blocks in, the contents pages and the headings that they list out."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from rag.outline.grades import without_grade
from rag.reading.blocks import Block
from rag.reading.heading_topics import topic_of

REACH = 4
"""Lines within which the next page number of a contents page comes: entries wrap."""
MOST_WORDS = 30
"""Words of an entry and of one that stuck to it."""
_PAGE = re.compile(r"(?:^|[\s.…_])(\d{1,3}|[ivx]{1,5})\s*$")
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


@dataclass(frozen=True, slots=True)
class _Entry:
    last: int
    """Position of its last block: an entry and its page number may stand in cells of one row."""
    text: str
    page: int | None
    """0 for a roman one."""


@lru_cache(maxsize=4096)
def fold(heading: str) -> str:
    """A heading without number, case and punctuation, for comparison."""
    return " ".join(re.findall(r"[a-z0-9]+", _FRONT.sub("", heading).lower()))


def is_listed(heading: str, contents: Contents) -> bool:
    """Has a contents page it, with or without the grade behind it?"""
    return any(fold(text) in contents.entries for text in (heading, without_grade(heading)))


def find_contents(blocks: Sequence[Block]) -> Contents:
    runs: list[tuple[int, int]] = []
    entries: set[str] = set()
    for i in range(len(blocks)):
        if runs and i <= runs[-1][1]:
            continue
        run = _run_at(blocks, i)
        if len(run) > 1:
            last = run[-1].last
            while last + 1 < len(blocks) and blocks[last + 1].text.isdigit():
                last += 1
            runs.append((i, last))
            entries |= {fold(_PAGE.sub("", entry.text)) for entry in run}
    positions = frozenset(p for a, b in runs for p in range(a, b + 1))
    return Contents(positions, tuple(runs), frozenset(entries - {""}))


def _run_at(blocks: Sequence[Block], i: int) -> list[_Entry]:
    """The entries of the contents page that begins at `i`; none if none does."""
    headed = topic_of(blocks[i].text) == "contents"
    if not headed and not _LEADERS.search(blocks[i].text):
        return []
    first = i + 1 if headed else i
    return _with_pages(blocks, first) or (_that_come_again(blocks, first) if headed else [])


def _with_pages(blocks: Sequence[Block], first: int) -> list[_Entry]:
    """Page numbers that do not fall tell how far the entries go."""
    run: list[_Entry] = []
    waiting: list[_Entry] = []
    page = 0
    for entry in _entries(blocks, first):
        waiting.append(entry)
        if entry.page is not None and (entry.page >= page or not entry.page):
            run += waiting
            waiting, page = [], entry.page
        elif len(waiting) >= REACH:
            break
    return run


def _that_come_again(blocks: Sequence[Block], first: int) -> list[_Entry]:
    """Without page numbers: lines up to the first that is there already, most of which head what
    stands below."""
    run: list[_Entry] = []
    seen: set[str] = set()
    for entry in _entries(blocks, first):
        folded = fold(entry.text)
        if folded in seen:
            break
        seen.add(folded)
        run.append(entry)
    below = {fold(b.text) for b in blocks[run[-1].last + 1 :]} if run else set()
    return run if len(run) >= 3 and 2 * len(seen & below) >= len(seen) else []


def _entries(blocks: Sequence[Block], at: int) -> Iterator[_Entry]:
    while at < len(blocks) and _may_be_entry(blocks[at]):
        last = at
        while last + 1 < len(blocks) and blocks[at].row == blocks[last + 1].row >= 0:
            last += 1
        text = " ".join(b.text for b in blocks[at : last + 1])
        page = _PAGE.search(text)
        number = int(page.group(1)) if page and page.group(1).isdigit() else 0
        yield _Entry(last, text, number if page else None)
        at = last + 1


def _may_be_entry(block: Block) -> bool:
    short = len(block.text.split()) <= MOST_WORDS and not block.text.endswith(".")
    return short or _LEADERS.search(block.text) is not None
