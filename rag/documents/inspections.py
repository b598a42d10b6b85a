"""The opening of an inspection report in, whether it is one and its title out."""

import re
from collections.abc import Sequence

from rag.documents.titles import join_lines
from rag.reading.blocks import Block

_MARK = re.compile(
    r"\binspection dates?\s*:|\b(?:focused|monitoring|improvement) visit (?:to|of)\b"
    r"|\bjoint (?:targeted )?area (?:child protection )?inspection of\b",
    re.IGNORECASE,
)
_COVER = 1500
"""Characters of the opening in which an inspection report says that it is one."""
_KIND = r"(?:re-)?inspection|(?:focused|monitoring|improvement) visit|joint (?:targeted )?area"
_TITLE_START = re.compile(rf"\b(?:{_KIND})\b", re.IGNORECASE)
_LETTER_TITLE = re.compile(
    r"\b(?:focused|monitoring|improvement) visit (?:to|of)\s+(?:the\s+)?[A-Z].{2,80}?"
    r"children[’']s\s+(?:social care\s+)?services",
    re.IGNORECASE,
)
_SERVICES = re.compile(
    r"\b(?:re-)?inspection of (?:local authority arrangements for the protection of children"
    r"|services for children in need of help and protection.*?care leavers"
    r"|(?:safeguarding and )?looked after children(?:[’']s)? services"
    r"|children[’']s (?:social care )?services)",
    re.IGNORECASE,
)


def is_inspection(blocks: Sequence[Block]) -> bool:
    """Does the opening say that it is an inspection report or letter?"""
    flat = " ".join(_opening(blocks).split())
    return bool(_MARK.search(flat[:_COVER])) and bool(_TITLE_START.search(flat))


def inspection_title(blocks: Sequence[Block], first_field: int) -> str:
    """The lines of the cover before the first labelled field, which begins at the offset
    `first_field`: the council and what was inspected, or the subject of a letter."""
    flat = " ".join(_opening(blocks).split())
    letter = _LETTER_TITLE.search(flat)
    if letter and "Dear " in flat:
        return letter[0]
    cover = " ".join(_cover_lines(blocks, first_field))
    start = _TITLE_START.search(cover)
    if not start:
        return cover
    cover = re.sub(r"(?<=[a-z]{3})\d$", "", cover)  # a footnote's number stuck to the last word
    council = cover[: start.start()].strip()
    lines = [council if council[:1].isupper() else "", cover[start.start() :]]
    services = _SERVICES.match(lines[1])
    if services and lines[1][services.end() :].strip()[:1].isupper():
        lines[1:] = [services[0], lines[1][services.end() :].strip()]
    return join_lines(lines)


def _opening(blocks: Sequence[Block]) -> str:
    return "\n".join(block.text for block in blocks if block.start < 2 * _COVER)


def _cover_lines(blocks: Sequence[Block], end: int) -> list[str]:
    """Without page numbers and what an earlier line says already."""
    lines: list[str] = []
    for block in blocks:
        if block.end > end or block.start > _COVER:
            break
        if not block.text.isdigit() and not any(block.text in line for line in lines):
            lines.append(block.text)
    return lines
