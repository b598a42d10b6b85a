"""Clean lines in, blocks out: wrapped and page-broken lines joined into paragraphs and items."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from statistics import quantiles

from rag.lines import Line
from rag.marks import Mark, read_label, read_note, read_number
from rag.types import Dropped

LONG_LINE = 130
"""A line longer than this was not wrapped by a page."""
_END = re.compile(r"[.?!:;][”’\"')\]]*[¹²³⁴⁵⁶⁷⁸⁹⁰\d]{0,2}$")
_WANTS_MORE = frozenset(
    "a an the and or of to in on at by for with from both that which who whose is are was were be "
    "been has have had not as into between their his her its this these those should would could "
    "will may can than about".split()
)
_LEADERS = re.compile(r"(?:\.\s?){4,}|…{2,}|_{4,}")
_LONE_SUPER = re.compile(r"\s*[¹²³⁴⁵⁶⁷⁸⁹⁰]")


@dataclass(slots=True)
class Block:
    """A paragraph, heading line, list item, table cell or note; `text[i]` stands at `places[i]`."""

    text: str
    places: list[int]
    page: int
    level: int = 0
    bullet: bool = False
    bold: bool = False
    row: int = -1
    cell: int = 0
    box: int = -1
    """Row that it stands in where that row has its first cell only: a box; else -1."""
    gap: int = 0
    link: bool = False
    note: bool = False
    """A footnote."""
    continues: bool = False
    """Goes on with the last block before it that is no footnote."""
    page_break: bool = False
    """A page ended between the block before and this one."""
    start: int = field(default=0)
    """Offset in the reading text, set when that is composed."""

    @property
    def end(self) -> int:
        return self.start + len(self.text)


@dataclass(frozen=True, slots=True)
class _Layout:
    wrapped: bool
    width: float
    words: frozenset[str]


def join_lines(lines: Sequence[Line], *, pages: bool) -> tuple[list[Block], list[Dropped]]:
    """`pages`: the source has page borders, so that notes stand at the foot of one."""
    layout = _measure(lines)
    boxes = _boxes(lines)
    notes = _foot_notes(lines) if pages else frozenset()
    blocks: list[Block] = []
    dropped: list[Dropped] = []
    last_number = 0
    for i, line in enumerate(lines):
        text, places = _trim(line)
        block = Block(
            text, places, line.page, line.level, line.bullet, line.bold,
            -1 if line.row in boxes else line.row, line.cell,
            line.row if line.row in boxes else -1,
            line.gap, line.link, i in notes or read_note(text) is not None,
        )  # fmt: skip
        mark = read_number(text)
        starts = _starts_number(mark, last_number, blocks)
        joined = _body_before(blocks, block)
        if joined is None or not _continues(joined, block, layout, starts):
            block.page_break = joined is not None and joined.page < block.page
            blocks.append(block)
            if starts and mark is not None and mark.kind == "integer":
                last_number = int(mark.number)
        elif joined is blocks[-1]:
            dropped += _append(joined, block, layout)
        else:
            block.continues = True
            blocks.append(block)
    return blocks, dropped


def _measure(lines: Sequence[Line]) -> _Layout:
    lengths = [len(line.text.rstrip()) for line in lines if line.row < 0]
    total = sum(lengths) or 1
    long = sum(n for n in lengths if n > LONG_LINE)
    body = [n for n in lengths if n > 30] or [1]
    width = quantiles(body, n=20)[-2] if len(body) > 1 else float(body[0])
    words = frozenset(w.lower() for line in lines for w in re.findall(r"[\w-]+\w", line.text))
    return _Layout(long / total < 0.3, width, words)


def _boxes(lines: Sequence[Line]) -> frozenset[int]:
    cells: dict[int, set[int]] = {}
    for line in lines:
        cells.setdefault(line.row, set()).add(line.cell)
    return frozenset(row for row, found in cells.items() if row >= 0 and found == {0})


def _foot_notes(lines: Sequence[Line]) -> frozenset[int]:
    """Lines "1 Text" in the last third of a page, each page's run of them rising, and all below."""
    by_page: dict[int, list[int]] = {}
    for i, line in enumerate(lines):
        by_page.setdefault(line.page, []).append(i)
    found: set[int] = set()
    for numbers in by_page.values():
        lower = numbers[len(numbers) * 2 // 3 :]
        for i in lower:
            mark = read_note(lines[i].text, bare=True)
            before = lines[i - 1].text.rstrip() if i else ""
            if mark and not lines[i].bullet and (lines[i].gap or _END.search(before)):
                found.add(i)
    return frozenset(found)


def _trim(line: Line) -> tuple[str, list[int]]:
    """Runs of white space become one space; none at the ends."""
    text: list[str] = []
    places: list[int] = []
    for character, place in zip(line.text, line.places, strict=True):
        if not character.isspace():
            text.append(character)
            places.append(place)
        elif text and text[-1] != " ":
            text.append(" ")
            places.append(place)
    if text and text[-1] == " ":
        text.pop()
        places.pop()
    return "".join(text), places


def _starts_number(mark: Mark | None, last: int, blocks: Sequence[Block]) -> bool:
    """A number opens an item where it carries on the count, or a sentence has just ended."""
    if mark is None:
        return False
    if mark.kind == "integer" and int(mark.number) in (1, last + 1):
        return True
    return not blocks or bool(_END.search(blocks[-1].text)) or mark.kind == "letter"


def _body_before(blocks: Sequence[Block], block: Block) -> Block | None:
    """The block that this one may go on with: notes and later pages' notes are stepped over."""
    if block.note:
        return None
    if blocks and blocks[-1].note and blocks[-1].page == block.page and block.gap == 0:
        return blocks[-1]
    for earlier in reversed(blocks):
        if not earlier.note:
            return earlier
    return None


def _continues(last: Block, block: Block, layout: _Layout, starts: bool) -> bool:
    if block.row >= 0 or last.row >= 0 or block.level or last.level or block.bullet or starts:
        return False
    if _LEADERS.search(last.text) or (read_label(block.text) and not last.note):
        return False
    if last.note:
        return not _LONE_SUPER.match(block.text)
    apart = block.gap > 0 or block.page != last.page or not layout.wrapped
    if apart:
        return _sentence_goes_on(last, block, layout)
    return _wrapped_on(last, block, layout)


def _sentence_goes_on(last: Block, block: Block, layout: _Layout) -> bool:
    """Across an empty line or a page's end: only in the middle of a sentence."""
    if _END.search(last.text) or block.bold or last.box != block.box:
        return False
    words = last.text.split()
    if block.text[0].islower():
        return len(words) >= 9 or words[-1].lower() in _WANTS_MORE
    wants = words[-1].lower() in _WANTS_MORE or last.text[-1] in ",–("
    return wants and len(words) >= 9


def _wrapped_on(last: Block, block: Block, layout: _Layout) -> bool:
    """The next line of the same page: joined unless the line above was ended on purpose."""
    line = _last_line_length(last)
    word = len(block.text.split()[0])
    had_room = line + 1 + word <= layout.width * 0.92
    if last.bold != block.bold and had_room:
        return False
    if not had_room:
        return True
    if _END.search(last.text):
        return False
    return block.text[0].islower() or last.text.split()[-1].lower() in _WANTS_MORE


def _last_line_length(block: Block) -> int:
    """Length of the block's last line in the source, counted back to the last jump of place."""
    places = block.places
    n = len(places) - 1
    while n > 0 and places[n] - places[n - 1] <= 1 and block.text[n] != "\n":
        n -= 1
    return len(places) - n


def _append(last: Block, block: Block, layout: _Layout) -> list[Dropped]:
    """Join with a space, or without where a word was parted; says which hyphen went."""
    dropped = []
    parted = last.text.endswith("-") and last.text[-2:-1].isalpha() and block.text[0].islower()
    if parted:
        head, tail = last.text.split()[-1][:-1], block.text.split()[0].rstrip(".,;:)?!’”")
        if (head + tail).lower() in layout.words and f"{head}-{tail}".lower() not in layout.words:
            place = last.places[-1]
            last.text, last.places = last.text[:-1], last.places[:-1]
            dropped.append(Dropped(place, place + 1, "hyphen"))
    else:
        last.text += " "
        last.places.append(last.places[-1] + 1)
    last.text += block.text
    last.places += block.places
    last.bold = last.bold and block.bold
    last.link = last.link and block.link
    return dropped
