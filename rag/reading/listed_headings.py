"""Lines in, those out that a contents page lists word for word: each is a heading of its own."""

import re
from collections.abc import Iterator, Sequence, Set

from rag.outline.topics import topic_of
from rag.reading.scan import Line

_ENTRY = re.compile(r"(?P<heading>\S.*?)(?P<leaders>[\s.…_]*[.…_]{2,}\s*|\s+)(?P<page>\d{1,3})")


def find_listed_headings(lines: Sequence[Line]) -> frozenset[int]:
    """Positions of the lines that repeat an entry, as a whole and with its number."""
    entries = dict(_entries(lines))
    last = max(entries, default=-1)
    headings = set(entries.values())
    return frozenset(i for i, line in enumerate(lines) if i > last and _is_one_of(headings, line))


def _is_one_of(headings: Set[str], line: Line) -> bool:
    plain = line.row < 0 and not line.bullet and not line.text[0].islower()
    return plain and _fold(line.text) in headings


def _entries(lines: Sequence[Line]) -> Iterator[tuple[int, str]]:
    """Lines with leaders and a page number, and below "Contents" those with a number alone; the
    second line of one that is wrapped is none."""
    inside = whole = False
    for i, line in enumerate(lines):
        found = _ENTRY.fullmatch(line.text) if line.row < 0 else None
        heads = topic_of(line.text) == "contents"
        inside = heads or (found is not None and (inside or found["leaders"].strip() != ""))
        if inside and found is not None and whole and not found["heading"][0].islower():
            yield i, _fold(found["heading"])
        whole = heads or found is not None


def _fold(heading: str) -> str:
    return " ".join(heading.casefold().split())
