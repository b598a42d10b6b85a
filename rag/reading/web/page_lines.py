"""The source text of a web page in, the lines of text that a person sees on it out."""

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from rag.backends.page_places import BYTE_ORDER_MARK
from rag.backends.web_page import Element, Words, ancestors, elements, read_page, words_of
from rag.reading.layout_signs import INVISIBLE, LIGATURES, LOWERED, RAISED
from rag.reading.markup import PAGE_MARKUP
from rag.reading.scan import Line, Scan
from rag.reading.web.looks import HEADINGS
from rag.reading.web.note_marks import marks_of_notes
from rag.reading.web.surroundings import Surroundings, read_surroundings
from rag.types import Dropped, Reason, Source

_SIGNS = re.compile(
    rf"(?P<ligature>[{''.join(LIGATURES)}])|(?P<soft>\u00ad)|(?P<invisible>[{INVISIBLE}])"
    r"|(?P<newline>\n)"
)
_FIGURE = re.compile(r"[-+−]?\d+")
_CLOSE = HEADINGS | frozenset("li tr td th tbody thead tfoot".split())
"""Blocks that stand right below each other; others leave a gap."""
_BREAKS = frozenset({"br", "hr"})


def read_page_lines(source: Source) -> tuple[list[Line], list[Dropped]]:
    """Lines with text in the order of the page, and what stands in the page beside them: tags,
    words that are not read, marks of notes."""
    page = read_page(source.text)
    around = read_surroundings(page)
    words = _apart(sorted(words_of(page), key=lambda piece: piece.places[0]))
    walk = _Walk(source, around, words)
    for event in _events(page, words):
        walk.take(event)
    walk.end()
    dropped = [*walk.scan.dropped, *_markup(source.text, words)]
    return walk.scan.lines, sorted(dropped, key=lambda d: d.start)


def _events(page: Element, words: Sequence[Words]) -> list[Words | Element]:
    """Words, and the tags that end a line whatever follows, in the order of the page."""
    tags = [element for element in elements(page) if element.start >= 0]
    placed: list[tuple[int, Words | Element]] = [(piece.places[0], piece) for piece in words]
    placed += [(element.start, element) for element in tags]
    return [event for _, event in sorted(placed, key=lambda pair: pair[0])]


def _apart(words: Sequence[Words]) -> list[Words]:
    """Without what two elements seem to hold, as stray words of a table may with those of its
    cells: the innermost has them."""
    kept: list[Words] = []
    for piece in words:
        if kept and piece.places[0] < kept[-1].end:
            if len(list(ancestors(piece.parent))) <= len(list(ancestors(kept[-1].parent))):
                continue
            kept.pop()
        kept.append(piece)
    return kept


class _Walk:
    """Holds the line at hand and what stands around the words before."""

    def __init__(
        self, source: Source, around: dict[Element, Surroundings], words: Sequence[Words]
    ) -> None:
        self.scan = Scan(source)
        self._around = around
        self._marks = marks_of_notes(_with_line_before(words, around))
        self._last: Surroundings | None = None
        self._begun: set[Element] = set()
        """Items that have had their first words."""

    def take(self, event: Words | Element) -> None:
        here = self._around[event if isinstance(event, Element) else event.parent]
        if isinstance(event, Words):
            self._take_words(event, here)
        elif event.name in _BREAKS and here.level:
            self.scan.add(" ", (event.start,))
        elif event.name in _BREAKS and not here.unread:
            blank = not self.scan.so_far()
            self.scan.end_line(physical=False)
            self.scan.gap += blank or event.name == "hr"
        elif here.block is event:
            self._open(here)

    def end(self) -> None:
        self.scan.end_line(physical=False)

    def _take_words(self, words: Words, here: Surroundings) -> None:
        if here.unread:
            self._drop(words, "unread")
            return
        if words.parent in self._marks or any(e in self._marks for e in ancestors(words.parent)):
            self._drop(words, "note")
            return
        if not words.text.strip() and not here.keeps_lines:
            self.scan.add(" " * len(words.text), words.places)
            return
        self._open(here)
        if self._last is not None and self._last.box is not here.box and self.scan.parts:
            self.scan.add(" ", (self.scan.parts[-1][1][-1] + 1,))
        self._last = here
        self._set(here)
        self._add(words, here)

    def _drop(self, words: Words, reason: Reason) -> None:
        if words.text.strip():
            self.scan.drop(words.places[0], words.end, reason)

    def _open(self, here: Surroundings) -> None:
        """Ends the line where other words stood in another block."""
        if self._last is None or here.block is self._last.block:
            return
        self.scan.end_line(physical=False)
        crossed = _crossed(self._last.block, here.block)
        inside_cell = here.cell is not None and here.cell == self._last.cell
        if not inside_cell and any(element.name not in _CLOSE for element in crossed):
            self.scan.gap = max(self.scan.gap, 1)

    def _set(self, here: Surroundings) -> None:
        scan = self.scan
        scan.level, scan.bold, scan.in_link = here.level, here.bold, here.link
        scan.in_row = here.cell is not None
        if here.cell is not None:
            scan.row, scan.cell = here.cell
        if here.item is not None and here.item not in self._begun:
            self._begun.add(here.item)
            scan.item, scan.number, scan.depth = True, here.number, here.depth

    def _add(self, words: Words, here: Surroundings) -> None:
        text, places = _shifted(words.text, here, self.scan.so_far()), words.places
        at = 0
        for sign in _SIGNS.finditer(text):
            self._add_plain(text[at : sign.start()], places[at : sign.start()])
            place, at = places[sign.start()], sign.end()
            end = places[at] if at < len(places) else words.end
            match sign.lastgroup:
                case "newline" if here.keeps_lines:
                    self.scan.end_line(physical=True)
                    self._set(here)
                case "newline":
                    self.scan.add(" ", (place,))
                case "ligature":
                    self.scan.add(LIGATURES[sign[0]], [place] * len(LIGATURES[sign[0]]))
                case "soft":
                    self.scan.drop(place, end, "hyphen")
                case _:
                    self.scan.drop(place, end, "space")
        self._add_plain(text[at:], places[at:])

    def _add_plain(self, text: str, places: Sequence[int]) -> None:
        if text:
            self.scan.add(text, places)


def _shifted(text: str, here: Surroundings, before: str) -> str:
    """A raised figure is written as one, so that 10 to the power of 6 is not 106; a lowered one
    where it stands behind a figure."""
    if here.rise == 0 or not _FIGURE.fullmatch(text.strip()):
        return text
    if here.rise > 0:
        return text.translate(RAISED)
    return text.translate(LOWERED) if before[-1:].isdigit() else text


def _crossed(one: Element, other: Element) -> Iterator[Element]:
    """The elements that end and begin between the words of two blocks."""
    first, second = list(ancestors(one)), list(ancestors(other))
    while first and second and first[-1] is second[-1]:
        first.pop()
        second.pop()
    yield from (*first, *second)


def _with_line_before(
    words: Iterable[Words], around: dict[Element, Surroundings]
) -> Iterator[tuple[Words, str]]:
    line, block = "", None
    for piece in words:
        here = around[piece.parent]
        if here.unread:
            continue
        if here.block is not block:
            line, block = "", here.block
        yield piece, line
        line += piece.text


def _markup(text: str, words: Sequence[Words]) -> Iterator[Dropped]:
    """Every tag and comment between the words, what stands around a value in its tag, and a byte
    order mark in front of all."""
    begin = len(BYTE_ORDER_MARK) if text.startswith(BYTE_ORDER_MARK) else 0
    if begin:
        yield Dropped(0, begin, "space")
    edges = [(0, begin), *((piece.places[0], piece.end) for piece in words), (len(text),) * 2]
    typed = {piece.end for piece in words if piece.parent.name == "input"}
    for (_, start), (end, _) in pairwise(edges):
        closed = text.find(">", start) + 1 or end if start in typed else start
        if closed > start:
            yield Dropped(start, closed, "tag")
        yield from _between(text, closed, max(closed, end))


def _between(text: str, start: int, end: int) -> Iterator[Dropped]:
    at = start
    for found in PAGE_MARKUP.finditer(text, start, end):
        yield from _strays(text, at, found.start())
        yield Dropped(*found.span(), "tag")
        at = found.end()
    yield from _strays(text, at, end)


def _strays(text: str, start: int, end: int) -> Iterator[Dropped]:
    """Words of a broken page that the parser moved where their place cannot be told."""
    if found := text[start:end].strip():
        at = text.index(found, start)
        yield Dropped(at, at + len(found), "unread")
