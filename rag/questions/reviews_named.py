"""A question and the library's cards in, the reviews that it names out."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from rag.documents.places import AREAS
from rag.types import Record, Span

_SUBJECT = re.compile(
    r"\b(?P<word>baby|child|children|family|adult|young person|case)\s+"
    r"(?P<code>[A-Za-z]{1,3}\d{0,2})"
    r"(?P<own>['’]s)?\b",
    re.IGNORECASE,
)
_COMMON = frozenset(
    "a i an in is at on of to or and was who has had the by be as it if he she we do did can may"
    " not no up out for so my his her all one two own age got die end s am are but get how its let"
    " led put say see sex too use was way why yes yet you that".split()
)
_PLACE = re.compile(
    r"\b(?:" + "|".join(map(re.escape, sorted(AREAS, key=len, reverse=True))) + r")\b",
    re.IGNORECASE,
)
_WORDS_TOO = frozenset({"reading", "bury", "bath", "poole", "sale", "york", "hull", "barking"})
"""Places that are a place with a capital only."""
_REVIEW = re.compile(
    r"\b(?:scrs?|reviews?|reports?|bulletins?|briefings?|summary|cases?|inquir(?:y|ies)|lcsprs?"
    r"|csprs?|one|response|inspection)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class ReviewsNamed:
    documents: frozenset[str] | None
    """Ids of those that are held; None if the question names none."""
    missing: tuple[str, ...]
    """Names of reviews, as typed, that the library does not hold."""
    people: tuple[str, ...]
    """Pseudonyms that are the subject of no review held, and not called a review either."""
    spans: tuple[Span, ...]
    """Where the names stand in the question."""


def find_reviews(
    question: str, records: Sequence[Record], read: Callable[[str], str]
) -> ReviewsNamed:
    """By pseudonym, area or publisher; all that are named must agree.

    A pseudonym is not an identity: with a place that the review held never names, another review
    is meant. `read` gives the reading text of a document."""
    by_subject, spans, unknown = _by_subject(question, records)
    by_code, code_spans = _by_code(question, records)
    by_area, area_spans, elsewhere = _by_area(question, records)
    by_publisher, publisher_spans = _by_publisher(question, records)
    found = by_subject | by_code
    missing, people = _part_unknown(question, unknown, found, read)
    for narrower in (by_area, by_publisher):
        if narrower and found:
            if not found & narrower:
                missing = (*missing, _name(question, spans, area_spans))
            found = found & narrower
        elif narrower:
            found = narrower
    if elsewhere and found and not by_area and not _any_names(found, elsewhere, read):
        missing, found = (*missing, f"{_name(question, spans)} in {elsewhere[0].title()}"), set()
    elif elsewhere and not found and not by_area and _REVIEW.search(question):
        missing = (*missing, *(place.title() for place in elsewhere))
    return ReviewsNamed(
        frozenset(found) or None, missing, people,
        (*spans, *code_spans, *area_spans, *publisher_spans),
    )  # fmt: skip


def _any_names(documents: set[str], places: Sequence[str], read: Callable[[str], str]) -> bool:
    return any(p.casefold() in read(d).casefold() for d in documents for p in places)


def _name(question: str, *spans: Sequence[Span]) -> str:
    return ", ".join(question[a:b] for group in spans for a, b in group)


def _by_subject(
    question: str, records: Sequence[Record]
) -> tuple[set[str], list[Span], list[tuple[str, Span]]]:
    held: dict[str, set[str]] = {}
    for record in records:
        if record.subject and _SUBJECT.fullmatch(record.subject):
            held.setdefault(record.subject.split()[-1].lower(), set()).add(record.id)
    found: set[str] = set()
    spans: list[Span] = []
    unknown: list[tuple[str, Span]] = []
    for name in _SUBJECT.finditer(question):
        code, end = name["code"].lower(), name.end("code")
        if code not in held and code.endswith("s") and code[:-1] in held:
            code, end = code[:-1], end - 1
        if code in held and not (code in _COMMON and name["code"].islower()):
            found |= held[code]
            spans.append((name.start(), end))
        elif _may_name(name):
            unknown.append((name.group().removesuffix(name["own"] or ""), name.span()))
    return found, spans, unknown


def _may_name(name: re.Match[str]) -> bool:
    code = name["code"]
    if code.lower() in _COMMON:
        return code.isupper() and name["word"][0].isupper()
    return code.isupper() or len(code) == 1


def _part_unknown(
    question: str,
    unknown: Sequence[tuple[str, Span]],
    held: set[str],
    read: Callable[[str], str],
) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """A pseudonym is another review where the question calls it one, or sets it beside a review
    that never speaks of it; else perhaps a person."""
    missing, people = list[str](), list[str]()
    for name, (start, end) in unknown:
        near = question[max(0, start - 40) : end + 45]
        beside = bool(held) and not _any_names(held, (name,), read)
        called = _REVIEW.search(near) is not None and not held
        (missing if called or beside else people).append(name)
    return tuple(missing), tuple(people)


def _by_code(question: str, records: Sequence[Record]) -> tuple[set[str], list[Span]]:
    """ "the BF case": a code of two letters or more is a name by itself."""
    found: set[str] = set()
    spans: list[Span] = []
    for record in records:
        code = record.subject.split()[-1] if record.subject else ""
        if len(code) < 2 or not code.isupper():
            continue
        for name in re.finditer(rf"\b{re.escape(code)}(?=['’]?s?\b)", question, re.IGNORECASE):
            found.add(record.id)
            spans.append(name.span())
    return found, spans


def _by_area(
    question: str, records: Sequence[Record]
) -> tuple[set[str], list[Span], tuple[str, ...]]:
    found: set[str] = set()
    spans: list[Span] = []
    for record in records:
        for name in _area_names(record.area) if record.area else ():
            for place in re.finditer(rf"\b{re.escape(name)}\b", question, re.IGNORECASE):
                found.add(record.id)
                spans.append(place.span())
    elsewhere = tuple(
        place.group() for place in _PLACE.finditer(question)
        if not any(a <= place.start() < b for a, b in spans)
        and (place.group()[0].isupper() or place.group().lower() not in _WORDS_TOO)
    )  # fmt: skip
    return found, spans, elsewhere


def _area_names(area: str) -> tuple[str, ...]:
    first = re.split(r" (?:with|and|upon|on) |, ", area)[0]
    return (area, first) if len(first) > 4 else (area,)


def _by_publisher(question: str, records: Sequence[Record]) -> tuple[set[str], list[Span]]:
    found: set[str] = set()
    spans: list[Span] = []
    for record in records:
        for short in re.findall(r"\b[A-Z]{3,6}\b", record.publisher or ""):
            if short in ("LSCB", "LSCP", "NHS"):
                continue
            for name in re.finditer(rf"\b{short}\b", question):
                found.add(record.id)
                spans.append(name.span())
    return found, spans
