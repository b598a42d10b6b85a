"""The blocks of a coroner's report in, what its sentences tell of coroner, area, death and reply
out."""

import re
from collections.abc import Iterator, Sequence

from rag.documents.front.findings import Finding
from rag.documents.front.people import name_length
from rag.documents.places import place_at
from rag.reading.blocks import Block
from rag.reading.dates import DATE, iso_date

_REPORT = re.compile(
    r"\bprevent(?:ion of)? future deaths?\b|\bregulation 28\b.{0,20}\breport\b", re.IGNORECASE
)
_NEAR_TOP = 12
_I_AM = re.compile(r"\bI am,? (?=[A-Z])")
_FOR = re.compile(
    r"coroners?,?\s+(?:for|of|in)\s+(?:the\s+)?(?:(?:coroner(?:[’']?s)?\s+)?(?:area|district"
    r"|jurisdiction)\s+of\s+)?(?:the\s+)?",
    re.IGNORECASE,
)
_BY = re.compile(
    rf"\b(?:namely|respond|reply|response)\b[^.]{{0,60}}?\bby\s+(?:the\s+)?(?P<date>{DATE})",
    re.IGNORECASE,
)
_DIED = (
    r"(?:died|passed away|death (?:occurred|was (?:certified|confirmed))|hanged"
    r"|(?:was|were|been) (?:found|pronounced|certified|confirmed)[^.]{0,60}?(?:dead|deceased)"
    r"|took (?:his|her|their) own life)"
)
_DIED_ON = re.compile(
    rf"\b{_DIED}\b(?P<between>[^.;]{{0,110}}?)\bon\s+(?:the\s+)?(?P<date>{DATE})", re.IGNORECASE
)
_ON_DIED = re.compile(
    rf"\bOn\s+(?:the\s+)?(?P<date>{DATE})(?P<between>[^.;]{{0,110}}?)\b{_DIED}", re.IGNORECASE
)
_OTHER = re.compile(
    r"\b(?:commenced|opened|inquest|investigation|concluded|born|hearing|jury)\b", re.IGNORECASE
)
_CONCERNS = re.compile(
    r"(?:\d\.?\s+)?coroner[’']?s[’']? concerns?|.{0,20}matters of concern", re.IGNORECASE
)
_DATE_SIGNED = re.compile(
    rf"(?:\d\s+)?(?:\[?dated?\]?:?\s*(?:this\s+)?)?(?P<date>{DATE})(?:\s|$)", re.IGNORECASE
)
_LAST = 6
"""Blocks at the end in which the date of the signature stands."""
_DEATH_OF = re.compile(r"\bdeaths? of:?\s+(?P<name>(?=[A-Z]).*)")


def is_coroners_report(blocks: Sequence[Block]) -> bool:
    return any(_REPORT.search(block.text) for block in blocks[:_NEAR_TOP])


def find_in_form(blocks: Sequence[Block]) -> Iterator[Finding]:
    """What the sentences and the last lines of the form tell."""
    for block in blocks:
        yield from _coroner(block)
        if found := _BY.search(block.text):
            yield _part("reply_by", block, found.start("date"), found.end("date"))
    yield from _death(blocks)
    yield from _deceased(blocks)
    for block in blocks[-_LAST:]:
        if (found := _DATE_SIGNED.match(block.text)) and iso_date(found["date"]):
            yield _part("date_of_report", block, found.start("date"), found.end("date"))


def _coroner(block: Block) -> Iterator[Finding]:
    for found in _I_AM.finditer(block.text):
        length = name_length(block.text[found.end() :])
        place = _FOR.search(block.text, found.end() + length)
        if not length or not place or place.start() > found.end() + length + 60:
            continue
        yield _part("coroner", block, found.end(), found.end() + length)
        end = place_at(block.text, place.end())
        if end > place.end():
            yield _part("area", block, place.end(), end)


def _death(blocks: Sequence[Block]) -> Iterator[Finding]:
    """The day in the first sentence that says when somebody died, before the concerns."""
    for block in _before_concerns(blocks):
        for pattern in (_DIED_ON, _ON_DIED):
            for found in pattern.finditer(block.text):
                if iso_date(found["date"]) and not _OTHER.search(found["between"]):
                    yield _part("date_of_death", block, found.start("date"), found.end("date"))


def _deceased(blocks: Sequence[Block]) -> Iterator[Finding]:
    for block in _before_concerns(blocks):
        if found := _DEATH_OF.search(block.text):
            length = name_length(found["name"])
            if length:
                start = found.start("name")
                yield _part("deceased", block, start, start + length)


def _before_concerns(blocks: Sequence[Block]) -> Iterator[Block]:
    for block in blocks:
        if _CONCERNS.match(block.text):
            return
        yield block


def _part(key: str, block: Block, start: int, end: int) -> Finding:
    words = block.text[start:end].rstrip(" .,")
    return Finding(key, (block.start + start, block.start + start + len(words)), words)
