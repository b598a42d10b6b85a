"""A question in, the year that it calls a review by out: "the 2016 review", "Child Q, 2021".

A year in which something happened is none: "what happened in 2013"."""

import re
from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass

from rag.questions.names.review_words import BESIDE, NOUN
from rag.types import Record, Span

_YEAR = r"(?P<year>(?:19|20)\d\d)"
# "Ofsted's 2019 inspection" is something that a review tells of.
_BEFORE_NOUN = re.compile(rf"(?<!['’]s )(?<!s['’] )\b{_YEAR}\s+{BESIDE}{NOUN}\b", re.IGNORECASE)
_AFTER_NOUN = re.compile(
    rf"\b{NOUN}\b[\s,(]{{1,3}}(?:that |which )?(?:was |is |were |are )?"
    r"(?:(?:published |dated |written |released )(?:in |on )?|from |of |for )?"
    rf"(?:the year )?{_YEAR}\b\)?",
    re.IGNORECASE,
)
_AFTER_NAME = re.compile(
    rf"[\s,(]{{1,3}}(?:(?:from|of|dated|published in)\s+)?{_YEAR}\b\)?(?!\s*[-–/]\s*\d)",
    re.IGNORECASE,
)
_LOOSE = re.compile(rf"\b{_YEAR}\b")
_LATER = 4
"""Years that may pass between what a review tells last and its publication."""


@dataclass(frozen=True, slots=True)
class Year:
    year: int
    span: Span
    sure: bool
    """It is part of the review's name; else it can only choose among several of one name."""


def find_year(question: str, names: Sequence[Span]) -> Year | None:
    """`names`: where reviews are named."""
    for start, end in names:
        if found := _AFTER_NAME.match(question, end):
            return Year(int(found["year"]), found.span(), sure=True)
        before = re.search(rf"\b{_YEAR}\s+{BESIDE}$", question[:start])
        if before:
            return Year(int(before["year"]), before.span("year"), sure=True)
    typed = list(_LOOSE.finditer(question))
    if len({found[0] for found in typed}) != 1:
        return None
    called = any(p.search(question) for p in (_BEFORE_NOUN, _AFTER_NOUN))
    return Year(int(typed[0]["year"]), typed[0].span(), sure=called)


def of_year(documents: Collection[str], records: Sequence[Record], year: int) -> frozenset[str]:
    """Those published in the year, or called by it."""
    return frozenset(r.id for r in records if r.id in documents and year in _years_of(r))


def may_be_of(record: Record, year: int, read: Callable[[str], str]) -> bool:
    """False where the document is of another year and never speaks of this one."""
    text = read(record.id)
    if year in _years_of(record) or re.search(rf"\b{year}\b", text):
        return True
    if record.published:
        return False
    last = max((int(y) for y in re.findall(r"\b(?:19|20)\d\d\b", text)), default=None)
    return last is None or last <= year <= last + _LATER


def _years_of(record: Record) -> set[int]:
    called = re.findall(r"(?<!\d)(?:19|20)\d\d(?!\d)", f"{record.title} {record.file}")
    published = [record.published[:4]] if record.published else []
    return {int(y) for y in (*called, *published)}
