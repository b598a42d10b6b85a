"""The blocks of a document and its labelled dates in, the date of its publication out."""

import re
from collections.abc import Iterator, Sequence

from rag.documents.front.cover import cover_blocks
from rag.documents.front.findings import Finding
from rag.reading.blocks import Block
from rag.reading.dates import DATE, is_date, iso_date

_OPENING, _CLOSING = 4000, 1500
"""Characters at either end in which a sentence may tell of the publication."""
_STRONG = re.compile(r"publi|issue|date of (?:the |this )?report|report date", re.IGNORECASE)
"""Labels that mean the publication whatever else is dated."""
_THIS = re.compile(
    rf"\bthis (?:\w+ ){{0,4}}?(?:was|is|has been) (?:first )?published\b[^\d\n.;]{{0,60}}?\b"
    rf"(?P<date>{DATE})",
    re.IGNORECASE,
)
_TITLED = re.compile(
    r"(?:[\w’'&,()–-]+ ){0,8}?(?i:report|review|summary|briefing|bulletin|response|newsletter)"
    rf"(?: [A-Z][\w/]*){{0,4}}?\s*[,:–(-]*\s*(?P<date>{DATE}|20\d\d)\)?",
)
_EVENT = re.compile(
    r"\b(?:inspect|born|birth|died|death|incident|period|between|from|since|event|meeting|review"
    r" date|next review|injur|court|updated? due)",
    re.IGNORECASE,
)


def find_publication(
    blocks: Sequence[Block], labelled: Sequence[Finding], subject: str | None
) -> Finding | None:
    """The value and where it stands; None if none is printed.

    A labelled date ("Published: …") comes before a sentence that tells it, and this before one on
    the cover. Of several labelled dates the one called final counts, else the latest.
    """
    dated = [f for f in labelled if iso_date(f.text) and not _EVENT.search(f.label)]
    strong = [f for f in dated if _STRONG.search(f.label)]
    final = [f for f in strong if "final" in f.label.casefold()]
    if strong:
        return max(final or strong, key=_day)
    told = next(_told(blocks, subject), None)
    if told:
        return told
    alone = next(_alone(blocks), None)
    weak = [*dated, *([alone] if alone else [])]
    return max(weak, key=_day) if weak else next(_titled(blocks), None)


def _day(finding: Finding) -> str:
    return iso_date(finding.text) or ""


def _told(blocks: Sequence[Block], subject: str | None) -> Iterator[Finding]:
    """Where the text says in a sentence when this document, or the review, was published."""
    patterns = [_THIS]
    if subject:
        said = rf"{re.escape(subject)}\b[^.\n]{{0,40}}\bpublished\b[^\d\n.;]{{0,60}}?\b"
        patterns.append(re.compile(rf"{said}(?P<date>{DATE})", re.IGNORECASE))
    end = blocks[-1].end if blocks else 0
    for pattern in patterns:
        for block in blocks:
            if _OPENING < block.start < end - _CLOSING:
                continue
            for found in pattern.finditer(block.text):
                yield from _dated(block, found)


def _alone(blocks: Sequence[Block]) -> Iterator[Finding]:
    """Dates alone on a line of the cover; years alone last."""
    cover = cover_blocks(blocks)
    before = ["", *(block.text for block in cover)]
    lines = [
        block
        for block, previous in zip(cover, before, strict=False)
        if is_date(block.text)
        and iso_date(block.text)
        and not (previous.endswith(":") and _EVENT.search(previous))
    ]
    for block in sorted(lines, key=lambda block: len(iso_date(block.text) or "") == len("2019")):
        yield Finding("date_of_report", (block.start, block.end), block.text)


def _titled(blocks: Sequence[Block]) -> Iterator[Finding]:
    """A date at the end of a title."""
    for block in cover_blocks(blocks):
        if (found := _TITLED.fullmatch(block.text)) and not _EVENT.search(block.text):
            yield from _dated(block, found)


def _dated(block: Block, found: re.Match[str]) -> Iterator[Finding]:
    if iso_date(found["date"]):
        start, end = found.span("date")
        yield Finding("date_of_report", (block.start + start, block.start + end), found["date"])
