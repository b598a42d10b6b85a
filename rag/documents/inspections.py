"""The opening of an inspection report in, its title, area and year out."""

import re
from dataclasses import dataclass

from rag.documents.places import area_of_council, known_area
from rag.documents.publication import inspection_year
from rag.documents.titles import join_lines

_MARK = re.compile(
    r"\binspection dates?\s*:|\b(?:focused|monitoring|improvement) visit (?:to|of)\b"
    r"|\bjoint (?:targeted )?area (?:child protection )?inspection of\b",
    re.IGNORECASE,
)
_COVER = 1500
"""Characters of the opening in which an inspection report says that it is one."""
_COVER_END = re.compile(
    r"\b(?:inspection dates?|lead inspector|reporting inspector|age group|(?:report )?published"
    r"|reference)\s*:",
    re.IGNORECASE,
)
_KIND = r"(?:re-)?inspection|(?:focused|monitoring|improvement) visit|joint (?:targeted )?area"
_TITLE_START = re.compile(rf"\b(?:{_KIND})\b", re.IGNORECASE)
_LETTER_TITLE = re.compile(
    r"\b(?:focused|monitoring|improvement) visit (?:to|of)\s+(?:the\s+)?[A-Z].{2,80}?"
    r"children[’']s\s+(?:social care\s+)?services",
    re.IGNORECASE,
)
_OF_AREA = re.compile(
    r"\b(?i:inspection of|visit (?:to|of)|services in)\s+(?:the\s+)?(?P<place>[A-Z].{1,70}?)\s+"
    r"(?i:local authority|children[’']s\s+(?:social care\s+)?services|are\b|is\b|requires?\b)"
)
_REVIEW_PART = re.compile(r"\band\s+review of the effectiveness\b.*", re.IGNORECASE)
_SERVICES = re.compile(
    r"\b(?:re-)?inspection of (?:local authority arrangements for the protection of children"
    r"|services for children in need of help and protection.*?care leavers"
    r"|safeguarding and looked after children(?:[’']s)? services|children[’']s (?:social care )?"
    r"services)",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Inspection:
    title: str
    area: str | None
    year: str | None
    """Of the inspection, not of the report."""


def read_inspection(opening: str) -> Inspection | None:
    """None when the opening is not that of an inspection report or letter."""
    flat = " ".join(opening.split())
    if not _MARK.search(flat[:_COVER]) or not _TITLE_START.search(flat):
        return None
    return Inspection(title := _title(opening, flat), _area(title, flat), inspection_year(opening))


def _title(opening: str, flat: str) -> str:
    letter = _LETTER_TITLE.search(flat)
    if letter and "Dear " in flat:
        return letter[0]
    end = _COVER_END.search(opening)
    cover = " ".join(opening[: end.start() if end else 300].split())
    cover = re.sub(r"^(?:\d{1,2} )+", "", cover)
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


def _area(title: str, flat: str) -> str | None:
    named = _OF_AREA.search(title)
    if named:
        return area_of_council(named["place"])
    rest = _SERVICES.sub("|", _REVIEW_PART.sub("", title))
    for part in re.split(r"[|:]", rest):
        if part.strip(" ,.:"):
            return area_of_council(part)
    spoken = _OF_AREA.search(flat)
    return known_area(area_of_council(spoken["place"])) if spoken else None
