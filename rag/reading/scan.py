"""The line that grows while the source text is walked over, and the lines that are finished."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from rag.reading.inner_lists import InnerLists
from rag.types import Dropped, Reason, Source

_UNEVEN = re.compile(r"\s{2,}|[^\S ]")
_EDGE_NUMBER = re.compile(r"\d{1,3} {3,}\S(?: ?\S)*|\S(?: ?\S)* {3,}\d{1,3}")


@dataclass(slots=True)
class Line:
    """One line of text without its marks; `text[i]` stands at `places[i]` in the source.

    White space is one space between words and none at the ends."""

    text: str
    places: Sequence[int]
    page: int = 0
    """0-based index into the source's pages."""
    level: int = 0
    """Heading level that the file's own markup gives (1 is highest), 0 for none."""
    bullet: bool = False
    bold: bool = False
    """The whole line stands between emphasis marks."""
    row: int = -1
    """Number of the table row that the line stands in, -1 outside tables."""
    cell: int = 0
    """0-based column inside the row."""
    gap: int = 0
    """Empty lines before it."""
    link: bool = False
    """The whole line is the text of one link."""
    loose: bool = False
    """It ends in two spaces or more, as PDF extractors leave them at the end of a paragraph."""
    numbered: bool = False
    """A number stands at one end, a wide space away from the words."""
    parted: bool = False
    """It ends inside a word, at a soft hyphen."""
    number: str = ""
    """What the file's markup has printed before it as an item of a list, without stop: "4", "d"."""
    depth: int = 0
    """Lists that the item stands in, by the file's markup."""
    notes: Sequence[str] = ()
    """The marks of notes that its words bear, which are no part of its text: "3", "iv"."""


@dataclass(slots=True)
class Scan:
    """What a walk over the source holds: the lines so far and the state of the open one."""

    source: Source
    lines: list[Line] = field(default_factory=list)
    dropped: list[Dropped] = field(default_factory=list)
    parts: list[tuple[str, Sequence[int]]] = field(default_factory=list)
    """Text of the open line, with places."""
    page: int = 0
    row: int = -1
    cell: int = 0
    in_row: bool = False
    tagged_row: bool = False
    level: int = 0
    item: bool = False
    number: str = ""
    depth: int = 0
    gap: int = 0
    bold: bool = False
    in_link: bool = False
    raised: bool = False
    notes: list[str] = field(default_factory=list)
    lists: InnerLists = field(default_factory=InnerLists)
    plain: int = 0
    """Letters of the open line outside bold type."""
    linked: int = 0
    """Letters of the open line inside a link."""

    def add(self, text: str, places: Sequence[int]) -> None:
        self.parts.append((text, places))
        letters = len(text) - text.count(" ")
        self.plain += 0 if self.bold else letters
        self.linked += letters if self.in_link else 0

    def drop(self, start: int, end: int, reason: Reason) -> None:
        self.dropped.append(Dropped(start, end, reason))

    def so_far(self) -> str:
        return "".join(text for text, _ in self.parts).strip()

    def end_line(self, *, physical: bool) -> None:
        """`physical`: the source ends its line here too, so that an empty one counts as a gap."""
        raw, spots = _joined(self.parts)
        text, places = _tidy(raw, spots)
        if text:
            self._keep(text, places, raw)
        elif physical:
            self.gap += 1
        self.parts, self.plain, self.linked = [], 0, 0

    def _keep(self, text: str, places: Sequence[int], raw: str) -> None:
        letters = len(text) - text.count(" ")
        after = places[-1] + 1
        line = Line(text, places, self.page, self.level, self.item, gap=self.gap)
        line.number, line.depth = self.number, self.depth
        line.notes, self.notes = tuple(self.notes), []
        line.bold = self.plain <= 2 < letters
        line.link = self.linked > 0 and self.linked >= letters - 1
        if self.source.format != "html":
            line.loose = raw.endswith("  ")
            line.numbered = "   " in raw and _EDGE_NUMBER.fullmatch(raw.strip()) is not None
        line.parted = text[-1].isalpha() and self.source.text.startswith("\u00ad", after)
        if self.in_row:
            line.row, line.cell = self.row, max(self.cell, 0)
        self.lines.append(line)
        self.item, self.number, self.depth, self.gap = False, "", 0, 0


def stretches(places: Sequence[int], reason: Reason) -> Iterator[Dropped]:
    """What stands at the places, as one stretch for each run of neighbours."""
    start = 0
    for i, (a, b) in enumerate(pairwise(places), start=1):
        if b - a > 1:
            yield Dropped(places[start], a + 1, reason)
            start = i
    yield Dropped(places[start], places[-1] + 1, reason)


def _joined(parts: Sequence[tuple[str, Sequence[int]]]) -> tuple[str, Sequence[int]]:
    if len(parts) == 1:
        return parts[0]
    return "".join(text for text, _ in parts), [p for _, places in parts for p in places]


def _tidy(text: str, places: Sequence[int]) -> tuple[str, Sequence[int]]:
    first, last = len(text) - len(text.lstrip()), len(text.rstrip())
    text, places = text[first:last], places[first:last]
    if not _UNEVEN.search(text):
        return text, places
    words, spots, at = list[str](), list[int](), 0
    for space in _UNEVEN.finditer(text):
        words.append(text[at : space.start()])
        spots += places[at : space.start() + 1]
        at = space.end()
    spots += places[at:]
    return " ".join([*words, text[at:]]), spots
