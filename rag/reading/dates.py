"""Printed dates: what one looks like, and what day, month or year it means."""

import re
from datetime import date

MONTHS = (
    "january february march april may june july august september october november december"
).split()
_MONTH = rf"(?:{'|'.join(f'{name}|{name[:3]}' for name in MONTHS)}|sept)\b"
_DAY = r"\d{1,2}(?:\s?(?:st|nd|rd|th))?(?![\d:])"
_YEAR = r"(?:19|20)\d\d(?![\d/])"
_WEEKDAY = r"(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day,?\s+)?"
_WORDS = (
    rf"(?:{_DAY}\s*(?:day\s+of\s+|of\s+)?{_MONTH}\.?,?\s*{_YEAR}"
    rf"|{_MONTH}\.?,?\s+{_DAY},?\s+{_YEAR}|{_MONTH}\.?,?\s+{_YEAR})"
)
_FIGURES = (
    r"(?:(?<![\d.])\d{1,2}\s?[./-]\s?\d{1,2}\s?[./-]\s?(?:20|19)?\d\d(?![\d.])"
    r"|(?:19|20)\d\d-\d\d(?:-\d\d)?(?!\d)(?:T[\d:+.]+Z?)?)"
)
DATE = rf"(?i:{_WEEKDAY}(?:{_WORDS}|{_FIGURES}))"
"""Pattern of a day or a month, "3 May 2019", "May 2019", "September 4, 1997", "20.4.2023"."""
_TO = r"\s*(?:[-–—&,]|\bto\b|\band\b|\buntil\b)\s*"
DATES = (
    rf"(?:(?i:{_WEEKDAY}{_DAY}(?:\s+{_MONTH})?(?:,?\s+{_YEAR})?{_TO}){{0,4}}{DATE}"
    rf"(?:{_TO}{DATE})?)"
)
"""Pattern of a date or a span of dates: "8 – 12 July 2013", "18 and 19 June 2025"."""
_ONE_DATE = re.compile(DATE)
_ALONE = re.compile(rf"\(?(?:{DATE}|{_YEAR})\)?[.,]?", re.IGNORECASE)
_PARTS = (
    re.compile(
        rf"(?:(?P<day>\d{{1,2}})\s?(?:st|nd|rd|th)?\s*(?:day\s+of\s+|of\s+)?)?(?P<month>{_MONTH})\.?,?\s*"
        r"(?:(?P<us_day>\d{1,2})(?:st|nd|rd|th)?,?\s+)?(?P<year>(?:19|20)\d\d)",
        re.IGNORECASE,
    ),
    re.compile(r"(?P<year>(?:19|20)\d\d)-(?P<month>\d\d)(?:-(?P<day>\d\d))?"),
    re.compile(r"(?<!\d)(?P<day>\d{1,2})\s?[./-]\s?(?P<month>\d{1,2})\s?[./-]\s?(?P<year>\d{2,4})"),
)
_ONLY_YEAR = re.compile(_YEAR)


def is_date(line: str) -> bool:
    """Whether the line holds nothing but a date or a year."""
    return bool(_ALONE.fullmatch(line.strip()))


def find_date(text: str) -> re.Match[str] | None:
    """The first day or month that the calendar has; a year alone is none."""
    return next((m for m in _ONE_DATE.finditer(text) if iso_date(m[0])), None)


def iso_date(text: str) -> str | None:
    """ISO at the printed precision ("2016-09-06", "2020-05", "2010") of the last date in the text;
    None where there is none, or only one that no calendar has."""
    for parts in _PARTS:
        found = [iso for each in parts.finditer(text) if (iso := _iso(each.groupdict()))]
        if found:
            return found[-1]
        if parts.search(text):
            return None
    years = _ONLY_YEAR.findall(text)
    return years[-1] if years else None


def _iso(parts: dict[str, str | None]) -> str | None:
    day, month = parts["day"] or parts.get("us_day"), str(parts["month"])
    year = int(str(parts["year"]))
    number = int(month) if month.isdigit() else _month(month)
    try:
        whole = date(year if year > 99 else 2000 + year, number, int(day or 1)).isoformat()
    except ValueError:  # 31 June, or a month 13 in a table
        return None
    return whole if day else whole[:7]


def _month(name: str) -> int:
    return next(n for n, month in enumerate(MONTHS, 1) if month.startswith(name.casefold()[:3]))
