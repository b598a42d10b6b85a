"""Raised words of a web page in, whether they are the mark of a note or a figure's power out."""

import re
from collections.abc import Iterable, Sequence

from rag.backends.web_page import Element, Words, ancestors, text_of
from rag.reading.web.looks import names, rise

_MARK = re.compile(r"[\s\[(]*(?:\^?\d{1,3}|[*†‡§¶]{1,3}|[a-z]|[ivx]{1,4})[\s\])]*(?:,\s*\d{1,3})*")
_TO_NOTE = re.compile(
    r"[^#]*#_?(?P<sure>ftn|edn|fn|foot-?notes?|end-?notes?)?(?(sure)|(?:notes?|cite_note|ref))"
    r"[-_:]?\w{0,8}(?:-\d{1,3})?$",
    re.IGNORECASE,
)
_NOTED = re.compile(r"(?:^|[\s_-])(?:foot-?note|end-?note|fn|note|mso(?:foot|end)notereference)")
_YEAR = re.compile(r"\b(?:19|20)\d\d$")
_UNIT = re.compile(r"(?:^|[\d\s])(?:[ckm]?m|ft|in|miles?)$")
_INITIAL = re.compile(r"(?:^|\W)[A-Z]$")
"""As in a name that begins with a raised letter: "Mc"."""
_AROUND_MARKS = frozenset("a abbr b em font i small span strong sup u".split())
_BY_LINK = re.compile(r"[\s\[(]*(?:\^?\d{1,3}|[*†‡§¶]{1,3}|[ivx]{1,4})[\s\])]*")


def marks_of_notes(seen: Iterable[tuple[Words, str]]) -> set[Element]:
    """The elements that hold a note's mark and nothing else. `seen`: words in the order of the
    page, each with what stands before it in its line.

    A mark leads to a note, or is raised. A power is raised as well: so a raised figure behind a
    figure is a mark where it is the next of the notes or stands behind a year, and none behind a
    unit of length. What stands before all else in its line is the number of the note itself."""
    found: set[Element] = set()
    last = 0
    for words, before in seen:
        mark = _mark_around(words)
        if mark is None or mark in found or not before.strip():
            continue
        number = _first_number(text_of(mark))
        if _leads_to_note(mark) or _reads_as_mark(before.rstrip(), number, last):
            found.add(mark)
            last = number or last
    return found


def _mark_around(words: Words) -> Element | None:
    """The raised element or link around these words, where it holds a mark and nothing else."""
    for element in ancestors(words.parent):
        if rise(element) > 0 and _MARK.fullmatch(text_of(element)):
            return element
        if element.name == "a" and _is_marking_link(element):
            raised = (e for e in ancestors(element.parent) if rise(e) > 0)
            return next(raised, element)
        if element.name not in _AROUND_MARKS:
            return None
    return None


def _is_marking_link(link: Element) -> bool:
    """It leads to a note, and shows its number as a mark: in brackets unless its address is
    that of nothing but notes."""
    words = text_of(link).strip()
    if not _BY_LINK.fullmatch(words) or not _leads_to_note(link):
        return False
    target = _TO_NOTE.match(link.attributes.get("href", ""))
    return words[0] in "[(*†‡§¶" or target is None or target["sure"] is not None


def _leads_to_note(mark: Element) -> bool:
    inside: Sequence[Element] = [mark, *(c for c in mark.children if isinstance(c, Element))]
    return any(
        "doc-noteref" in element.attributes.get("role", "")
        or (element.name == "a" and _TO_NOTE.match(element.attributes.get("href", "")) is not None)
        or _NOTED.search(names(element)) is not None
        for element in inside
    )


def _reads_as_mark(before: str, number: int | None, last: int) -> bool:
    if number is None:
        return not _INITIAL.search(before)
    if _UNIT.search(before):
        return False
    if before[-1].isdigit():
        return _YEAR.search(before) is not None or number == last + 1
    return True


def _first_number(text: str) -> int | None:
    found = re.search(r"\d{1,3}", text)
    return int(found[0]) if found else None
