"""Blocks in, what each line of the front matter is out: title, metadata, or the text has begun."""

import re
from collections.abc import Sequence

from rag.outline.agencies import read_labelled
from rag.outline.contacts import reaches_somebody
from rag.outline.contents import Contents
from rag.outline.grades import is_graded, names_grade
from rag.outline.shapes import is_all_capitals, is_field
from rag.outline.signatures import signature_length
from rag.outline.tables import is_action_header
from rag.reading.blocks import Block
from rag.reading.dates import find_date, is_date
from rag.reading.heading_topics import DATE, LABELLED, METADATA, TITLE, is_all_topic, topic_of
from rag.reading.marks import Mark, read_number

MOST = 30
"""Blocks that front matter may have."""
_OPENS_TEXT = re.compile(
    r"(?:(?:section|part|chapter|appendix) \w+\W+|\d{1,2}\.?\s+)?(?:a )?(?:(?:brief|case|short) )?"
    r"(?:introduction|introducing|foreword|preface|background|outline of|(?:the )?circumstances"
    r"|what\b|why\b|who\b|how\b|when\b|where\b|glossary|acknowledge?ments?|purpose|context|about\b"
    r"|information about|welcome$|in this issue|spotlight"
    r"|investigation and inquest|(?:inspection )?outcome|(?:areas )?covered by"
    r"|scope|reasons? for|timeline|terms of reference|methodology|(?:the )?(?:review )?process"
    r"|summary of (?:the )?(?:case|events?|facts|circumstances|findings|learning)|overview of"
    r"|(?:the )?(?:case|story|family|child|incident)$"
    r"|key (?:facts|points|messages|findings|learning)|(?:the )?decision to"
    r"|this (?:review|briefing|bulletin|report))",
    re.IGNORECASE,
)
"""How the first heading of a text reads, even where it speaks of the review."""
_OF_THIS = re.compile(
    r"\b(?:this|the) (?:review|briefing|bulletin|report|summary)\b", re.IGNORECASE
)
_RESPONSE = re.compile(r"\b(?:response|report|learning|lessons)\b", re.IGNORECASE)
_PUBLISHER = re.compile(
    r"\b(?:boards?|partners|partnerships?|panel|committee|council|[LR]?SCBs?|LSCPs?|CSCPs?|SCP|consortium|trust)"
    r"(?: \([A-Z]+\))?$",
    re.IGNORECASE,
)
_ROMAN = re.compile(r"I\.\s+(?=[A-Z])")
_NUMBERED = re.compile(r"(?P<number>\d{1,2})\s+(?P<text>[A-Z].*)", re.DOTALL)
"""A number without a stop, as that of a section."""
_FIELD = re.compile(r"[a-z_]+: ?\S")
"""Of a file's head: "layout: page"."""
_DOCUMENT = re.compile(
    r"\b(?:review|bulletin|briefing|report|response|inspection|summary|learning|lessons|minutes?"
    r"|SCR|LCSPR|CSPR|DHR|CPR|plan)\b",
    re.IGNORECASE,
)


def read_front(blocks: Sequence[Block], contents: Contents) -> list[tuple[str, list[int]]]:
    """(kind, positions) of the units of the front matter in order; kind is "title" or
    "metadata". Lines of one title that follow each other without a gap are one unit."""
    units: list[tuple[str, list[int]]] = []
    for i, block in enumerate(blocks[:MOST]):
        if i in contents.blocks or _text_begins(blocks, i, units):
            break
        told = names_grade(blocks, i) or (units and _is_field(blocks, i))
        kind = "metadata" if told else _kind(block, units)
        if units and _joins(blocks, i, kind, units[-1][0]):
            units[-1][1].append(i)
        else:
            units.append((kind, [i]))
    return _no_more_than_front(units, blocks)


def _is_field(blocks: Sequence[Block], i: int) -> bool:
    """ "Owned by: the Forum", whatever it is called; "Serious Case Review: Child F" is a title."""
    return is_field(blocks, i) and not _DOCUMENT.search(blocks[i].text)


def _joins(blocks: Sequence[Block], i: int, kind: str, last: str) -> bool:
    """Does the line belong to the unit before: a title, a row, a grade?"""
    block = blocks[i]
    titled = kind == last == "title" and block.gap == 0
    rowed = block.row >= 0 and blocks[i - 1].row == block.row
    return titled or rowed or names_grade(blocks, i - 1)


def _text_begins(blocks: Sequence[Block], i: int, units: Sequence[tuple[str, list[int]]]) -> bool:
    block = blocks[i]
    if is_graded(block):
        return False
    if block.bullet or block.note or read_labelled(block.text) or signature_length(blocks, i):
        return True
    if block.row >= 0:
        cells = [b.text for b in blocks[i : i + 12] if b.row == block.row]
        return is_action_header(cells)
    on_cover = (block.level > 0 and not units) or DATE.fullmatch(block.text)
    if (block.box >= 0 and not on_cover) or _is_sentence(block):
        return True
    titled = any(kind == "title" for kind, _ in units)
    heads = _is_behind_front(blocks, i, units) or _is_heading(blocks, i, units)
    return (titled or not units) and heads


def _is_sentence(block: Block) -> bool:
    words = len(block.text.split())
    ends = block.text.rstrip()[-1] in ".:?"
    return (words > 7 and ends and not METADATA.search(block.text)) or words > (16 if ends else 28)


def _is_heading(blocks: Sequence[Block], i: int, units: Sequence[tuple[str, list[int]]]) -> bool:
    """Is it the heading of the text below rather than one more line of the cover?"""
    block = blocks[i]
    numbered = read_number(block.text)
    followed = _is_followed(blocks, i)
    if block.level == 1:
        own = block.text[numbered.length :] if numbered else block.text
        return is_all_topic(own) or (bool(units) and _is_section(numbered))
    if _is_section(numbered) or _is_numbered(blocks, i):
        return DATE.search(block.text) is None
    topic = topic_of(block.text)
    advice = topic == "recommendation" and is_all_topic(block.text)
    if advice or not units:
        return advice and bool(units)
    if _OPENS_TEXT.match(block.text) or (_OF_THIS.search(block.text) and followed):
        return not _RESPONSE.match(block.text)
    goes_on = units[-1][0] == "title" and block.gap == 0 and not followed
    if goes_on or topic in (None, "contents"):
        return False
    return is_all_topic(block.text) or not _is_title(block, topic, followed=followed)


def _is_behind_front(
    blocks: Sequence[Block], i: int, units: Sequence[tuple[str, list[int]]]
) -> bool:
    """Is it a marked heading, below a title that is marked as high or higher and the lines that
    tell of the document? One that reads like a title or such a line must head running text."""
    block = blocks[i]
    if not block.level or not units or units[-1][0] == "title":
        return False
    titles = [blocks[at[0]].level for kind, at in units if kind == "title"]
    if not any(0 < level <= block.level for level in titles):
        return False
    cover = TITLE.search(block.text) or _says_metadata(block.text, first=False)
    return not cover or _is_followed(blocks, i)


def _is_followed(blocks: Sequence[Block], i: int) -> bool:
    """Does running text or a list stand below?"""
    return i + 1 < len(blocks) and (_is_sentence(blocks[i + 1]) or blocks[i + 1].bullet)


def _is_section(mark: Mark | None) -> bool:
    return mark is not None and mark.kind != "letter"


def _is_numbered(blocks: Sequence[Block], i: int) -> bool:
    """ "1 Introduction", "7 ANALYSIS", "5 Analysis" over "5.1"; "7 Minute Briefing" is a title."""
    text = blocks[i].text
    if _ROMAN.match(text):
        return True
    found = _NUMBERED.fullmatch(text)
    if found is None or TITLE.search(text):
        return False
    number = found.group("number")
    inside = i + 1 < len(blocks) and blocks[i + 1].text.startswith(f"{number}.")
    return inside or number == "1" or is_all_capitals(found.group("text"))


def _is_title(block: Block, topic: str | None, *, followed: bool) -> bool:
    words = len(block.text.split())
    named = bool(TITLE.search(block.text)) and (words > 2 or (words == 2 and not followed))
    return named and topic in (None, "summary", "lesson", "learning_point")


def _kind(block: Block, units: Sequence[tuple[str, list[int]]]) -> str:
    if block.row >= 0 or (units and is_graded(block)):
        return "metadata"
    if block.level == 1:
        return "title"
    if _says_metadata(block.text, first=not units):
        return "metadata"
    seen = any(kind == "title" for kind, _ in units)
    return (
        "title" if TITLE.search(block.text) or not seen or units[-1][0] == "title" else "metadata"
    )


def _says_metadata(text: str, *, first: bool) -> bool:
    dated, titled = _is_dated(text), TITLE.search(text) is not None
    if (
        _FIELD.match(text)
        or reaches_somebody(text)
        or LABELLED.match(text)
        or (METADATA.search(text) and not (first and titled and not dated))
    ):
        return True
    if dated and (DATE.fullmatch(text.strip(" .")) or not titled):
        return True
    return _PUBLISHER.search(text) is not None and not _DOCUMENT.search(text)


def _is_dated(text: str) -> bool:
    """Does the line have a day or a month, or is it a year? A year in a title is none."""
    alone = text.strip(" .")
    return is_date(alone) or find_date(text) is not None or DATE.fullmatch(alone) is not None


def _no_more_than_front(
    units: list[tuple[str, list[int]]], blocks: Sequence[Block]
) -> list[tuple[str, list[int]]]:
    """The lines right before the text are its headings, unless they say that they are front
    matter."""
    after = units[-1][1][-1] + 1 if units else len(blocks)
    if units and after == len(blocks) and _is_all_cover(units, blocks):
        # A short note has no other text than what looks like its cover.
        kind, positions = units[-1]
        return [*units[:-1], *([(kind, positions[:-1])] if positions[:-1] else [])]
    if after >= len(blocks) or blocks[after].text.lower().startswith("content"):
        return units
    while len(units) > 1 and _may_be_heading(blocks[units[-1][1][0]], units[-1]):
        units = units[:-1]
    return units


def _is_all_cover(units: Sequence[tuple[str, list[int]]], blocks: Sequence[Block]) -> bool:
    return _closes_sentence(blocks[-1]) or all(kind == "title" for kind, _ in units)


def _closes_sentence(block: Block) -> bool:
    return not block.level and len(block.text.split()) > 3 and block.text.rstrip().endswith(".")


def _may_be_heading(block: Block, unit: tuple[str, list[int]]) -> bool:
    kind, positions = unit
    if not block.gap or block.row >= 0 or len(positions) > 1 or block.level == 1:
        return False
    if kind == "title":
        return not TITLE.search(block.text)
    dated = DATE.search(block.text)
    says_so = METADATA.search(block.text) or _PUBLISHER.search(block.text) or ":" in block.text
    return dated is not None and not says_so and 2 * len(dated.group()) < len(block.text)
