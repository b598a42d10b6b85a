"""Clean lines in, blocks out: wrapped and page-broken lines joined into paragraphs and items."""

import re
from array import array
from collections.abc import Sequence
from dataclasses import dataclass

from rag.reading.bare_counts import find_bare_counts
from rag.reading.counting import code_follows, follows, parts_of
from rag.reading.dated_lines import find_dated_lines
from rag.reading.footnotes import find_footnotes
from rag.reading.forms import find_form_values
from rag.reading.hyphens import Words, joint
from rag.reading.layout_signs import TICKS
from rag.reading.listed_headings import find_listed_headings, opens_anew
from rag.reading.marks import Mark, is_mark_alone, read_label, read_note, read_number
from rag.reading.numbered_headings import find_numbered_headings
from rag.reading.scan import Line
from rag.reading.wrapping import (
    Layout,
    ends_sentence,
    goes_on_after_break,
    goes_on_below,
    page_width,
)
from rag.types import Dropped

_LEADERS = re.compile(r"(?:\.\s?){4,}|…{2,}|_{4,}")
_LONGEST_LABEL = 60
_HEADING_LINES = 3
_HEADING_WORDS = 18
_HEADING_WIDTH = 0.9
_LONE_SUPER = re.compile(r"[¹²³⁴⁵⁶⁷⁸⁹⁰]")


@dataclass(slots=True)
class Block:
    """A paragraph, heading line, list item, table cell or note; `text[i]` stands at `places[i]`."""

    text: str
    places: "array[int]"
    page: int
    level: int = 0
    bullet: bool = False
    bold: bool = False
    row: int = -1
    cell: int = 0
    box: int = -1
    """Row that it stands in where that row has its first cell only: a box; else -1."""
    gap: int = 0
    number: str = ""
    """Printed before it by the file's markup as an item of a list, without stop; not in `text`."""
    depth: int = 0
    """Lists that the item stands in, by the file's markup."""
    link: bool = False
    note: bool = False
    """A footnote."""
    continues: bool = False
    """Goes on with the last block before it that is no footnote."""
    page_break: bool = False
    """A page ended between the block before and this one."""
    start: int = 0
    """Offset in the reading text, set when that is composed."""

    @property
    def end(self) -> int:
        return self.start + len(self.text)


def join_lines(lines: Sequence[Line], *, pages: bool) -> tuple[list[Block], list[Dropped]]:
    """`pages`: the source has page borders, so that notes stand at the foot of one."""
    desk = _Desk(lines, pages=pages)
    boxes = _boxes(lines)
    notes = find_footnotes(lines, pages=pages)
    listed = find_listed_headings(lines)
    values = find_form_values(lines)
    heads = _first_lines_of_headings(lines) | find_numbered_headings(lines, notes) | listed
    heads |= find_bare_counts(lines) | find_dated_lines(lines) | {i - 1 for i in values}
    heads |= {i + 1 for i in listed if opens_anew(lines, i + 1)}
    for i, line in enumerate(lines):
        block = Block(
            line.text, array("i", line.places), line.page, line.level, line.bullet, line.bold,
            gap=line.gap, number=line.number, depth=line.depth, link=line.link,
            note=i in notes or read_note(line.text) is not None,
        )  # fmt: skip
        if line.row in boxes:
            block.box = line.row
        else:
            block.row, block.cell = line.row, line.cell
        desk.take(
            block, line, lines[i + 1] if i + 1 < len(lines) else None,
            heads=i in heads, joins=i in values,
        )  # fmt: skip
    return desk.blocks, desk.dropped


def _first_lines_of_headings(lines: Sequence[Line]) -> frozenset[int]:
    """What stands between the end of a sentence and a numbered paragraph, and ends as no sentence
    does, is a heading where its letters are too large to fill a line."""
    width = page_width(lines)
    found: set[int] = set()
    for i, line in enumerate(lines):
        mark = read_number(line.text)
        if mark is None or mark.kind != "integer":
            continue
        first = i
        while first > 0 and i - first < _HEADING_LINES and _may_head(lines[first - 1], line):
            first -= 1
        head = lines[first:i]
        words = sum(len(part.text.split()) for part in head)
        large = all(len(part.text) < _HEADING_WIDTH * width for part in head)
        above = lines[first - 1].text if first else ""
        if head and large and words <= _HEADING_WORDS and ends_sentence(above):
            found.add(first)
    return frozenset(i for i in found if lines[i].text[0].isupper())


def _may_head(line: Line, numbered: Line) -> bool:
    plain = not line.bullet and line.row < 0 and line.page == numbered.page
    ended = ends_sentence(line.text) or ". " in line.text
    return plain and not ended and read_number(line.text) is None


def _boxes(lines: Sequence[Line]) -> frozenset[int]:
    cells: dict[int, set[int]] = {}
    for line in lines:
        cells.setdefault(line.row, set()).add(line.cell)
    return frozenset(row for row, found in cells.items() if row >= 0 and found == {0})


def _opens(block: Block) -> bool:
    return block.bullet or block.text[0] in TICKS


class _Desk:
    """Holds the blocks so far, the last line of each, and the count of numbered items."""

    def __init__(self, lines: Sequence[Line], *, pages: bool) -> None:
        self.blocks: list[Block] = []
        self.dropped: list[Dropped] = []
        self._tails: list[Line] = []
        self._pages = pages
        self._layout = Layout(lines)
        self._words = Words(lines)
        self._integer = 0
        self._decimal: tuple[int, ...] = ()

    def take(
        self, block: Block, line: Line, following: Line | None, *, heads: bool, joins: bool
    ) -> None:
        if joins:
            self._append(block, line)
            return
        mark = read_number(line.text)
        starts = heads or (mark is not None and self._starts_item(mark, block))
        starts = starts or bool(self.blocks and code_follows(block.text, self.blocks[-1].text))
        at = self._body_before(block)
        if at is not None and not starts and self._continues(at, block, line, following):
            if at == len(self.blocks) - 1:
                self._append(block, line)
                return
            block.continues = True
        else:
            block.page_break = at is not None and self.blocks[at].page < block.page
        self.blocks.append(block)
        self._tails.append(line)
        if mark is not None and starts:
            self._count(mark)

    def _starts_item(self, mark: Mark, block: Block) -> bool:
        """A number opens an item where it carries on the count, or a sentence has just ended."""
        if mark.kind == "letter" and ")" in block.text[: mark.length]:
            return True
        if mark.kind == "integer" and int(mark.number) in (1, self._integer + 1):
            return True
        if mark.kind == "decimal" and follows(parts_of(mark.number), self._decimal):
            return True
        return not self.blocks or block.gap > 0 or ends_sentence(self.blocks[-1].text)

    def _count(self, mark: Mark) -> None:
        if mark.kind == "integer":
            self._integer = int(mark.number)
        elif mark.kind == "decimal":
            self._decimal = parts_of(mark.number)

    def _body_before(self, block: Block) -> int | None:
        """Position of the block that this one may go on with: notes are stepped over, but not
        by what stands right below them."""
        if block.note or not self.blocks:
            return None
        at = len(self.blocks) - 1
        above = self.blocks[at]
        if above.note and above.page == block.page and block.gap == 0:
            return at
        while at >= 0 and self.blocks[at].note:
            at -= 1
        return at if at >= 0 else None

    def _continues(self, at: int, block: Block, line: Line, following: Line | None) -> bool:
        last, tail, layout = self.blocks[at], self._tails[at], self._layout
        if block.row >= 0 or last.row >= 0 or block.level or last.level or _opens(block):
            return False
        if last.note and self._pages:
            return not _LONE_SUPER.match(block.text)
        if last.box != block.box or _LEADERS.search(tail.text) or read_label(block.text):
            return False
        if len(last.text) < _LONGEST_LABEL and is_mark_alone(last.text):
            return block.gap == 0 and block.page == tail.page and last.text[-1] in ".)"
        if block.gap > 0 or block.page != tail.page or not layout.wrapped:
            return goes_on_after_break(last.text, tail, line, layout)
        return goes_on_below(last.text, tail, line, following, layout)

    def _append(self, block: Block, line: Line) -> None:
        last, tail = self.blocks[-1], self._tails[-1]
        match joint(last.text, block.text, self._words, parted=tail.parted):
            case "space":
                last.text += " "
                last.places.append(last.places[-1] + 1)
            case "no hyphen":
                place = last.places.pop()
                last.text = last.text[:-1]
                self.dropped.append(Dropped(place, place + 1, "hyphen"))
            case "nothing":
                pass
        last.text += block.text
        last.places += block.places
        last.bold = last.bold and block.bold
        last.link = last.link and block.link
        self._tails[-1] = line
