"""Source text in, reading text with its map and blocks out: a pure function."""

import re
from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from rag.reading.blocks import Block, join_lines
from rag.reading.furniture import drop_furniture
from rag.reading.items import read_items
from rag.reading.lines import read_lines
from rag.reading.stacked_rows import restore_rows
from rag.types import Dropped, Page, Reading, Source, Span

PARAGRAPH_GAP = "\n\n"
CELL_GAP = " | "
_PARTING = frozenset({"running", "page number", "unread"})
_ENTITY = re.compile(r"&[#\w]{1,31};")


def repair(source: Source) -> tuple[Reading, tuple[Block, ...], tuple[Page, ...]]:
    """The reading text, its blocks in order (with their offsets in it), and the pages, likewise
    with offsets in it; pages are empty for a format without them."""
    lines, marks = read_lines(source)
    lines, bullets = read_items(lines, source)
    lines, furniture, pages = drop_furniture(lines, source.pages)
    lines = restore_rows(lines) if source.format in ("pdf", "text") else lines
    blocks, hyphens = join_lines(lines, pages=len(pages) > 1)
    text, places = _compose(blocks)
    dropped = sorted([*marks, *bullets, *furniture, *hyphens], key=lambda d: (d.start, d.end))
    reading = Reading(text, places, tuple(_whole_entities(dropped, source)))
    return reading, tuple(blocks), _place_pages(pages, places)


def _compose(blocks: Sequence[Block]) -> tuple[str, "array[int]"]:
    parts: list[str] = []
    places = array("i")
    last: Block | None = None
    for block in blocks:
        if last is not None:
            gap = _gap(last, block)
            parts.append(gap)
            places.extend([places[-1] + 1] * len(gap))
        block.start = len(places)
        parts.append(block.text)
        places += block.places
        last = block
    return "".join(parts), places


def _gap(last: Block, block: Block) -> str:
    if block.row < 0 or last.row != block.row:
        return PARAGRAPH_GAP
    return " " if last.cell == block.cell else CELL_GAP


def _whole_entities(dropped: Iterable[Dropped], source: Source) -> Iterator[Dropped]:
    """A bullet that is written "&bull;" goes as a whole, not only its first character."""
    marked = source.format != "pdf"
    for stretch in dropped:
        entity = _ENTITY.match(source.text, stretch.end - 1) if marked else None
        yield replace(stretch, end=entity.end()) if entity else stretch


def _place_pages(pages: Sequence[Page], places: Sequence[int]) -> tuple[Page, ...]:
    """Each page begins at the first character that stands on it."""
    placed = []
    start = 0
    for page in pages:
        end = bisect_left(places, page.end, lo=start)
        placed.append(replace(page, start=start, end=end))
        start = end
    return tuple(placed)


def furniture_places(reading: Reading) -> tuple[int, ...]:
    """Where running headers, footers, page numbers and words that nobody sees begin in the source
    text, in order: what they part stands in several pieces."""
    return tuple(d.start for d in reading.dropped if d.reason in _PARTING)


def part_at_pages(reading: Reading, span: Span, furniture: Sequence[int]) -> tuple[Span, ...]:
    """The pieces of a stretch of reading text that stand unbroken in the source: it is parted
    where the furniture of a page stands between, less the white space there."""
    start, end = span
    pieces: list[Span] = []
    last = reading.places[end - 1]
    at = bisect_right(furniture, reading.places[start])
    while at < len(furniture) and furniture[at] < last:
        cut = bisect_left(reading.places, furniture[at], start, end)
        before = start + len(reading.text[start:cut].rstrip())
        if before > start:
            pieces.append((start, before))
        start = cut + len(reading.text[cut:end]) - len(reading.text[cut:end].lstrip())
        at = bisect_right(furniture, reading.places[start])
    return (*pieces, (start, end))
