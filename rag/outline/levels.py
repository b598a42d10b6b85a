"""A heading block in, its number, level and topic out."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from rag.outline.contents import Contents, is_listed
from rag.outline.families import family_of
from rag.outline.shapes import is_all_capitals, is_item, leads_in
from rag.outline.spoken import kind_led_to
from rag.reading.blocks import Block
from rag.reading.heading_topics import ADVICE, topic_of
from rag.reading.marks import Mark, read_number

TOP, CAPITALS, PLAIN, BOXED, ITEM, NESTED = 1, 2, 3, 4, 5, 6
"""Levels of headings without markup: 1 is outermost. What leads a list in ("Within three months:")
stands as deep as a heading in a box; a labelled unit that encloses others has `ITEM`; what is
nested stands under any other."""
_BARE_NUMBER = re.compile(r"(\d{1,2})\s+(?=[A-Z])")
_CAPITAL = re.compile(r"([A-K]|[IVX]{1,5})[.)]\s+(?=[A-Z])")
_ROMAN = re.compile(r"[IVX]+")
_CODED = re.compile(r"([A-K]\.\d{1,2}(?:\.\d{1,2})*)[.:]?\s+(?=[A-Z])")
_LEAPS = range(1, 4)
"""How far a count in capitals may leap: a heading between was lost in a paragraph."""
_UNREAD = (_CODED, _CAPITAL, _BARE_NUMBER)
"""Numbers of headings only."""
_APPENDIX = re.compile(r"(?:appendix|annex)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Heading:
    text: str
    """Without its number."""
    number: str | None
    level: int
    topic: str | None
    repeats: bool = False
    """It names a topic, and comes again in the document."""
    marked: bool = False
    """The file's own markup gives the level."""
    listed: bool = False
    """A list stands under it, there or under headings inside."""


def describe(
    blocks: Sequence[Block],
    i: int,
    contents: Contents,
    above: dict[int, Heading],
    *,
    comes_again: bool,
) -> Heading:
    """`above`: the headings before it, by position; `comes_again`: another block has its words."""
    block = blocks[i]
    mark = _section_number(block.text, contents, above)
    text = block.text[mark.length :] if mark else block.text
    topic = topic_of(text) or (kind_led_to(text) if leads_in(text) else None)
    topic = topic or family_of(blocks, i)
    listed = is_listed(block.text, contents)
    repeats = topic not in (None, "summary") and comes_again and not listed
    number = mark.number if mark else None
    level = block.level or (NESTED if repeats and block.box < 0 else 0)
    if number and number.isalpha():
        level = level or _lettered_level(number, above)
    level = level or _level(blocks, i, contents, number)
    return Heading(text, number, level, topic, repeats, bool(block.level))


def is_coded(text: str) -> bool:
    """ "B.4: Matters to be explored" """
    return _CODED.match(text) is not None


def without_section_number(text: str) -> str:
    """ "Background" of "2. Background" or "2 Background"."""
    if mark := read_number(text):
        return text[mark.length :]
    found = next((m for p in _UNREAD if (m := p.match(text))), None)
    return text[found.end() :] if found else text


def _section_number(text: str, contents: Contents, above: dict[int, Heading]) -> Mark | None:
    """ "2. Background", "2.1 Background", "A. The hospital"; "2 Background" where it carries on the
    count."""
    if mark := read_number(text):
        return mark
    if coded := _CODED.match(text):
        return Mark("code", "", coded.group(1), coded.end())
    if lettered := _CAPITAL.match(text):
        return Mark("letter", "", lettered.group(1), lettered.end())
    bare = _BARE_NUMBER.match(text)
    if not bare:
        return None
    numbers = [int(h.number) for h in above.values() if h.number and h.number.isdigit()]
    ahead = int(bare.group(1)) - (numbers[-1] if numbers else 0)
    capitals = is_all_capitals(text) and (ahead in _LEAPS or not numbers)
    if ahead == 1 or capitals or is_listed(text, contents):
        return Mark("integer", "", bare.group(1), bare.end())
    return None


def _lettered_level(letter: str, above: dict[int, Heading]) -> int:
    """Under concerns or recommendations letters part the addressees, elsewhere the document."""
    if _ROMAN.fullmatch(letter) and not _has_letters(above):
        return TOP
    others = (h for h in reversed(above.values()) if not (h.number and h.number.isalpha()))
    other = next(others, None)
    outermost = BOXED if other is not None and other.topic in ADVICE else PLAIN
    return outermost + letter.islower()


def _has_letters(above: dict[int, Heading]) -> bool:
    return any(h.number and h.number in "ABCDEFGH" for h in above.values())


def _level(blocks: Sequence[Block], i: int, contents: Contents, number: str | None) -> int:
    block = blocks[i]
    if block.box >= 0:
        alone = not any(0 <= j < len(blocks) and blocks[j].box == block.box for j in (i - 1, i + 1))
        return PLAIN if alone else BOXED
    if number:
        return min(1 + number.strip(".").count("."), PLAIN)
    if is_listed(block.text, contents) or _APPENDIX.match(block.text):
        return TOP
    if is_all_capitals(block.text):
        return CAPITALS
    leads = block.text.endswith(":") and topic_of(block.text) is None
    return BOXED if leads and i + 1 < len(blocks) and is_item(blocks[i + 1]) else PLAIN
