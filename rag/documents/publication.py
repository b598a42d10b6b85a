"""The opening of a document in, the date of its publication out."""

import re
from collections.abc import Iterator
from datetime import date

MONTHS = (
    "january february march april may june july august september october november december"
).split()
_MONTH = "|".join(f"{name}|{name[:3]}" for name in MONTHS) + "|sept"
_DATE = (
    rf"(?i:(?:(?:(?P<day>\d{{1,2}})(?:st|nd|rd|th)?\s+(?:of\s+)?)?(?P<month>{_MONTH})\.?,?\s+"
    r"(?:(?P<us_day>\d{1,2})(?:st|nd|rd|th)?,\s+)?(?P<year>(?:19|20)\d\d)"
    r"|(?P<n_day>\d{1,2})[./](?P<n_month>\d{1,2})[./](?P<n_year>20\d\d)"
    r"|(?P<only_year>20\d\d)))(?![\d/–-])"
)
_CELL = r"(?:^|[\t|])[ \t]*"
_LABELLED = re.compile(
    rf"{_CELL}(?P<label>(?:(?:final|first|initial|re|date|of|report|review|originally)[ -]){{0,3}}"
    r"publi(?:shed|cation)(?: date)?(?:\s+(?:by|on|in)\b[^\d\n.;]{0,60}?)?)"
    rf"[\s|:,–-]*{_DATE}",
    re.IGNORECASE | re.MULTILINE,
)
_LABELLED_INSIDE = re.compile(
    r"(?P<label>\b(?:(?:Report |Date |First )?[Pp]ublished|Publication date|Date of publication))"
    rf"\s*:\s*{_DATE}"
)
_THIS = re.compile(
    r"\bthis (?:\w+ ){0,4}?(?:was|is|has been) (?:first )?published\b[^\d\n.;]{0,60}?\b" + _DATE,
    re.IGNORECASE,
)
_ALONE = re.compile(
    r"(?:\(?(?:date|dated|report date|date of (?:report|issue)|issued?(?: date)?|final|"
    r"final (?:report|version)|version [\w.]+|v\d[\w.]*)\s*[:,–-]?\s*)?"
    rf"{_DATE}\)?[.,]?",
    re.IGNORECASE,
)
_TITLED = re.compile(
    r"(?:[\w’'&,()–-]+ ){0,8}?(?i:report|review|summary|briefing|bulletin|response|newsletter)"
    rf"(?: [A-Z][\w/]*){{0,4}}?\s*[,:–(-]*\s*{_DATE}\)?",
)
_EVENT = re.compile(
    r"\b(?:inspect|born|birth|died|death|incident|period|between|from|since|event|meeting|review"
    r" date|next review|injur|court)",
    re.IGNORECASE,
)
_INSPECTED = re.compile(r"\binspection dates?\s*:?\s*(?P<when>[^\n]{4,60})", re.IGNORECASE)
_YEAR = re.compile(r"\b20\d\d\b")
_COVER_LINES = 25


def publication_date(opening: str, subject: str | None) -> str | None:
    """ISO date at the printed precision ("2016-09-06", "2020-05", "2010"); None if none is printed.

    A labelled date ("Published: …") comes before one that stands alone on the cover; of several
    labelled dates the one called final counts, else the latest. `opening` has a line a line.
    """
    labels = (*_LABELLED.finditer(opening), *_LABELLED_INSIDE.finditer(opening))
    labelled = [(found["label"], _iso(found)) for found in labels]
    dated = [(label, iso) for label, iso in labelled if iso and not _EVENT.search(label)]
    final = [iso for label, iso in dated if "final" in label.casefold()]
    if dated:
        return max(final or [iso for _, iso in dated])
    for found in _sentences(opening, subject):
        if iso := _iso(found):
            return iso
    return next(_cover_dates(opening), None)


def inspection_year(opening: str) -> str | None:
    """The last year among the printed inspection dates."""
    found = _INSPECTED.search(opening)
    years = _YEAR.findall(found["when"]) if found else []
    return max(years, default=None)


def is_date(line: str) -> bool:
    """Whether the line holds nothing but a date."""
    return bool(_ALONE.fullmatch(line.strip()))


def _sentences(opening: str, subject: str | None) -> Iterator[re.Match[str]]:
    """Where the text says in a sentence when this document, or the review, was published."""
    yield from _THIS.finditer(opening)
    if subject:
        said = rf"{re.escape(subject)}\b[^.\n]{{0,40}}\bpublished\b[^\d\n.;]{{0,60}}?\b{_DATE}"
        yield from re.finditer(said, opening, re.IGNORECASE)


def _cover_dates(opening: str) -> Iterator[str]:
    """Dates alone on a line of the cover, then those at the end of a title; years alone last."""
    lines = [line.strip() for line in opening.splitlines() if line.strip()][:_COVER_LINES]
    before = ["", *lines]
    found = [
        match
        for pattern in (_ALONE, _TITLED)
        for line, previous in zip(lines, before, strict=False)
        if (match := pattern.fullmatch(line))
        and not _EVENT.search(line)
        and not (previous.endswith(":") and _EVENT.search(previous))
    ]
    for match in sorted(found, key=lambda match: match["only_year"] is not None):
        if iso := _iso(match):
            yield iso


def _iso(found: re.Match[str]) -> str | None:
    if found["only_year"]:
        return found["only_year"]
    year = found["year"] or found["n_year"]
    month = int(found["n_month"] or 0) or _month(found["month"])
    day = found["day"] or found["us_day"] or found["n_day"]
    try:
        whole = date(int(year), month, int(day or 1)).isoformat()
    except ValueError:  # 31 June, or a month 13 in a table
        return None
    return whole if day else whole[:7]


def _month(name: str) -> int:
    return next(n for n, month in enumerate(MONTHS, 1) if month.startswith(name.casefold()[:3]))
