"""Blocks in, the front matter that has no label but a place out: the cover, the council's line, a
title that names a place, a signature, the imprint."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from rag.documents.front.cover import cover_blocks
from rag.documents.front.findings import Finding
from rag.documents.front.people import name_length, names_body, names_people
from rag.documents.places import area_of_council, is_place, places_in
from rag.outline.signatures import signature_length
from rag.reading.blocks import Block
from rag.reading.heading_topics import DATE, ROLE

_COUNCIL = (
    r"(?:(?:(?:Metropolitan|County|City|Borough|District|Unitary|Combined)\s+)*"
    r"(?:Council|[Ll]ocal [Aa]uthority))"
)
_PLACE = r"[A-Z][\w’'-]+(?:,?\s(?:(?:of|and|the|upon|on|with|under|by|in)\s)*[A-Z][\w’'-]+){0,6}?"
_COUNCIL_NAMED = re.compile(rf"(?P<place>{_PLACE})\s+{_COUNCIL}\b")
_COUNCIL_LINE = re.compile(
    rf"(?:{_PLACE}\s+{_COUNCIL}|(?:London |Royal |Metropolitan )*Borough of {_PLACE}"
    rf"|City (?:and County )?of {_PLACE}|{_PLACE} City of)(?: Metropolitan (?:Borough|District))?"
)
_BOARD = re.compile(r"[’']?s?\s+(?:local\s+)?(?:safeguarding|LSCB|LSCP|SCB|SCP)", re.IGNORECASE)
"""Behind a place: a board's name, which says who, not where."""
_ROLES = (
    ("coroner", r"coroner"),
    ("chair", r"chair"),
    ("author", r"author"),
    ("reviewer", r"reviewer"),
    ("inspector", r"inspector|\bHM[IC]\b"),
)
_JOB = re.compile(rf"{ROLE.pattern}|\b(?:analyst|researcher|fellow|lecturer|specialist)\b", re.I)
_FROM = re.compile(r"From (?:the )?(?=[A-Z])")
_LINK = re.compile(r"\s+(?:https?://|www\.)\S+$")
_OFFICE = (
    r"(?:[A-Z]{2,6} )?(?:Office|Department|Ministry|Bureau|Institute) (?:of|for) (?:the )?"
    r"[A-Z][\w’'-]+(?:,? (?:(?:and|of|for|the|&) )*[A-Z][\w’'-]+){0,7}?"
)
_REPORT = r"(?:Annual|Semi-?annual|Quarterly|Biennial|Final|Interim|Report|Review|Part|Volume)\b"
_OFFICE_REPORTS = re.compile(
    rf"(?:^|\bThis is (?:the|an?) (?:[a-z]+ )?)(?P<name>{_OFFICE})(?: \([A-Z]{{2,6}}\))? {_REPORT}"
)
"""A head or a sentence that says whose report it is: "the tenth Office of Somebody (OS) Report"."""
_REPORT_WITHIN = 10
_INSPECTORATE = re.compile(
    r"Office\s+for\s+Standards\s+in\s+Education,\s+Children[’']s\s+Services\s+and\s+Skills"
    r"(?:\s+\(Ofsted\))?"
    r"|Healthcare\s+Improvement\s+Scotland|Care\s+Inspectorate\s+Wales|Care\s+Inspectorate"
    r"|Care\s+Quality\s+Commission|Estyn"
)
_SHORT_NAME = re.compile(r"\b(?:Ofsted)\b")
_CODE = re.compile(r"(?:^|\()(?P<code>[A-Z]{1,5}[-/]\d[\d/-]{2,}\d)(?:\)|$)")
_INSPECTION_OF = re.compile(
    r"(?:\w+ )*?(?:inspection|visit|review|services|arrangements) (?:of|to|in|for) (?:the )?",
    re.IGNORECASE,
)
_PART = re.compile(r"(?:Metropolitan|Borough|County|City|District|Unitary)\b")
_TITLE_LINES = 8
_DASH = re.compile(r"\s[–—-]{1,2}\s")
_CROWN = re.compile(r"© ?Crown copyright|Open Government Licence|\benquiries@", re.IGNORECASE)
_SITE = re.compile(
    r"(?:@|www\.)(?P<department>[a-z]+)\.gov\.uk"
    r"|gov\.uk/government/organisations/ ?(?P<office>[a-z]+)\b"
)
_DEAR = re.compile(r"Dear [A-Z]")
_HEAD = 25
_ENDS = 60
"""Blocks at either end in which an inspectorate says who it is."""


def find_placed(blocks: Sequence[Block], *, inspection: bool) -> Iterator[Finding]:
    cover = cover_blocks(blocks)
    if inspection:
        yield from _inspectorate(blocks)
        yield from _councils(cover)
    else:
        yield from _authors(cover)
        yield from _bodies(cover)
        yield from _offices(blocks)
        yield from _imprint(blocks)
        yield from _codes(cover)
    yield from _places(cover)
    yield from _signed(blocks)
    yield from _greeted(blocks)


def _authors(cover: Sequence[Block]) -> Iterator[Finding]:
    """A line of names below the title; one name alone counts where a role, an organisation or a
    date stands beside it."""
    for i, block in enumerate(cover[1:], start=1):
        beside = [cover[j].text for j in (i - 1, i + 1) if 0 < j < len(cover)]
        if name_length(block.text) and names_people(block.text) and _are_authors(block, beside):
            yield _of("author", block)


def _are_authors(block: Block, beside: Sequence[str]) -> bool:
    if block.row >= 0 or block.bullet or ":" in block.text or len(block.text.split()) > 12:
        return False
    several = re.search(r"\s(?:and|&)\s", block.text)
    length = name_length(block.text)
    if several:
        return all(
            name_length(each) == len(each) for each in re.split(r",\s|\s(?:and|&)\s", block.text)
        )
    if length < len(block.text):
        return False
    return any(names_body(t) or _JOB.search(t) or DATE.fullmatch(t) for t in beside if len(t) < 60)


def _bodies(cover: Sequence[Block]) -> Iterator[Finding]:
    for i, block in enumerate(cover):
        said = _FROM.match(block.text)
        start = said.end() if said else 0
        name = _LINK.sub("", _DASH.split(block.text[start:])[0])
        if block.row >= 0 or not names_body(name):
            continue
        if said:
            yield _part("publisher", block, start, start + len(name))
            continue
        below = cover[i + 1] if i + 1 < len(cover) else None
        joined = f"{block.text} {below.text}" if below and below.gap == 0 else ""
        wraps = len(joined.split()) - len(block.text.split()) in (1, 2) and names_body(joined)
        if below is not None and wraps:
            span = (block.start, below.end)
            yield Finding("publisher", span, joined)
        else:
            yield _part("publisher", block, 0, len(name))


def _offices(blocks: Sequence[Block]) -> Iterator[Finding]:
    for block in blocks[:_REPORT_WITHIN]:
        if found := _OFFICE_REPORTS.search(block.text):
            yield _part("publisher", block, found.start("name"), found.end("name"))


def _imprint(blocks: Sequence[Block]) -> Iterator[Finding]:
    """The department or office whose address stands in a document with a Crown copyright notice or
    its own address for enquiries, where the text prints its name."""
    ends = " ".join(block.text for block in (*blocks[:_ENDS], *blocks[-_ENDS:]))
    if not _CROWN.search(ends):
        return
    for site in _SITE.finditer(ends):
        word = re.escape(site["department"] or site["office"])
        named = re.compile(rf"\bDepartment for (?i:{word})\b|\b(?!{word})(?i:{word})\b(?![./@])")
        for block in blocks:
            if found := named.search(block.text):
                yield _part("publisher", block, found.start(), found.end())


def _inspectorate(blocks: Sequence[Block]) -> Iterator[Finding]:
    """Its full name, wherever it says who it is, before its short one."""
    ends = [*blocks[-_ENDS:], *blocks[:_ENDS]]
    for pattern in (_INSPECTORATE, _SHORT_NAME):
        for block in ends:
            if found := pattern.search(block.text):
                yield _part("publisher", block, found.start(), found.end())


def _codes(cover: Sequence[Block]) -> Iterator[Finding]:
    """A report's number in brackets, or alone on a line."""
    for block in cover:
        if found := _CODE.search(block.text):
            yield _part("reference", block, found.start("code"), found.end("code"))


def _councils(cover: Sequence[Block]) -> Iterator[Finding]:
    """The line of the council that was inspected."""
    for block in cover:
        if _COUNCIL_LINE.fullmatch(block.text.strip()):
            yield _of("area", block)


def _places(cover: Sequence[Block]) -> Iterator[Finding]:
    """A council that the cover names, else a place that it names."""
    for block in cover:
        for found in _COUNCIL_NAMED.finditer(block.text):
            start = found.start("place") + _runs_on_from(found["place"])
            if not _PART.match(block.text, start):
                yield _part("area", block, start, found.end("place"))
    for block in (block for block in cover[:_TITLE_LINES] if not block.text.endswith(".")):
        for start, end in places_in(block.text):
            if not _BOARD.match(block.text, end):
                yield _part("area", block, start, end)


def _runs_on_from(place: str) -> int:
    """Where the name begins in a run of capitalised words ("Services Medway"): with a place of the
    gazetteer, else behind "Inspection of"."""
    starts = [0, *(m.end() for m in re.finditer(r"\s", place))]
    known = (start for start in starts if is_place(area_of_council(place[start:])))
    behind = _INSPECTION_OF.match(place)
    return next(known, behind.end() if behind else 0)


def _signed(blocks: Sequence[Block]) -> Iterator[Finding]:
    """A name with a role below it, where the role is one of front matter."""
    for i, block in enumerate(blocks):
        length = signature_length(blocks, i)
        if length < 2:
            continue
        role = blocks[i + 1].text
        key = next((k for k, pattern in _ROLES if re.search(pattern, role, re.IGNORECASE)), None)
        if key and names_people(block.text):
            yield _of(key, block)


def _greeted(blocks: Sequence[Block]) -> Iterator[Finding]:
    """The name at the head of a letter: it stands above "Dear", with a role below it."""
    greeting = next((i for i, b in enumerate(blocks[:_HEAD]) if _DEAR.match(b.text)), 0)
    for block, below in pairwise(blocks[:greeting]):
        if names_people(block.text) and _JOB.search(below.text):
            yield _of("addressee", block)


def _of(key: str, block: Block) -> Finding:
    return Finding(key, (block.start, block.end), block.text)


def _part(key: str, block: Block, start: int, end: int) -> Finding:
    return Finding(key, (block.start + start, block.start + end), block.text[start:end])
