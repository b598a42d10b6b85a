"""What a question asks for by name in, the units themselves out: a look-up, no search."""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial

from rag.backends.lexical import stem
from rag.index.library import Library
from rag.language.topic_words import TopicWord
from rag.questions.request import Focus, Request
from rag.questions.units.units_asked import UnitAsked
from rag.types import Unit

MOST_NAMED = 0.6
"""Least share of the question's words, by weight, that a heading has which it names."""
_CODED = re.compile(r"^[A-Za-z]{1,3}(?=\d)")
"""The letters in front of a number: "finding 2" finds BF2 too."""
NUMBERED_AS_PARAGRAPH = ("paragraph", "lesson", "finding", "recommendation")
"""Kinds that "paragraph 40" finds too, where the number is a bare one."""


@dataclass(frozen=True, slots=True)
class Found:
    units: tuple[Focus, ...]
    """In the order of the question."""
    missing: tuple[UnitAsked, ...] = ()
    by_order: bool = False
    """Found by counting: the units of this kind have no printed numbers."""


def find_asked_units(library: Library, request: Request) -> Found:
    """Every unit that the question names by number or place; empty if there is none. Where no
    review is named, those of inspection reports only if no review has it."""
    found: list[Focus] = []
    missing: list[UnitAsked] = []
    by_order = False
    for asked in dict.fromkeys(request.asked.units):
        units = _first(library, request, partial(_by_number, library, request, asked))
        if not units:
            units = _first(library, request, partial(_by_order, library, request, asked))
            by_order = by_order or any(not f.unit.number for f in units)
        found += units
        missing += [] if units else [asked]
    return Found(tuple(found), tuple(missing), by_order)


def _first(
    library: Library, request: Request, find: Callable[[frozenset[str] | None], list[Focus]]
) -> list[Focus]:
    """What is found in the reviews named; else in all reviews; else anywhere."""
    if request.documents is not None:
        return find(request.documents)
    return (not request.of_inspections and find(library.reviews)) or find(None)


def _by_number(
    library: Library, request: Request, asked: UnitAsked, documents: frozenset[str] | None
) -> list[Focus]:
    if asked.number is None:
        return []
    units = library.catalogue.find_units(documents, number=asked.number)
    kinds = asked.kinds
    if "paragraph" in kinds:
        kinds = NUMBERED_AS_PARAGRAPH
    chosen = [
        Focus(document, unit) for document, unit in units
        if (not kinds or unit.kind in kinds) and _owned(unit, request.agencies)
    ]  # fmt: skip
    if not chosen and documents is not None:
        same_kind = list_units(library, documents, kinds, request.agencies)
        return [f for f in same_kind if _CODED.sub("", f.unit.number or "") == asked.number]
    if not request.agencies and len(chosen) > 1 and "paragraph" in asked.kinds:
        return [f for f in chosen if f.unit.agency is None] or chosen
    return chosen


def _by_order(
    library: Library, request: Request, asked: UnitAsked, documents: frozenset[str] | None
) -> list[Focus]:
    """ "Finding 3" of a review whose findings have no numbers; "the last recommendation"."""
    number = asked.number if asked.number and asked.number.isdigit() else None
    place = asked.ordinal if asked.ordinal is not None else int(number) if number else None
    if place is None:
        return []
    found = []
    for document in documents or [record.id for record in library.catalogue.records()]:
        units = list_units(library, frozenset({document}), asked.kinds, request.agencies)
        unnumbered = not any(f.unit.number for f in units)
        index = len(units) + place if place < 0 else place - 1
        if (unnumbered or asked.ordinal is not None) and 0 <= index < len(units):
            found.append(units[index])
    return found


def may_be_meant(library: Library, request: Request, found: Found) -> frozenset[str]:
    """Documents that "finding 3" may be of: where no review is named, all with three findings."""
    documents = {focus.document for focus in found.units}
    asked = request.asked.units[0]
    if request.documents is None and asked.number and asked.number.isdigit() and asked.kinds:
        counts: dict[str, int] = {}
        for focus in find_listed(library, request, asked.kinds):
            counts[focus.document] = counts.get(focus.document, 0) + 1
        documents |= {d for d, n in counts.items() if n >= int(asked.number)}
    # "How many actions are in theme 4?": of the reviews whose theme 4 has any.
    having = {f.document for f in found.units if beside(library, f, request.asked.kinds)}
    return frozenset(documents & having or documents)


def find_listed(library: Library, request: Request, kinds: Sequence[str]) -> list[Focus]:
    """The units of these kinds (and of the owners asked for) where the question is about."""
    return _first(library, request, lambda d: list_units(library, d, kinds, request.agencies))


def list_units(
    library: Library,
    documents: frozenset[str] | None,
    kinds: Sequence[str],
    agencies: Sequence[str] = (),
) -> list[Focus]:
    """All units of these kinds (and owners), by document and in document order."""
    found = [
        Focus(document, unit)
        for kind in dict.fromkeys(kinds)
        for document, unit in library.catalogue.find_units(documents, kind=kind)
        if _owned(unit, agencies)
    ]
    return sorted(found, key=lambda f: (f.document, f.unit.start))


def _owned(unit: Unit, agencies: Sequence[str]) -> bool:
    return not agencies or unit.agency in agencies


def with_children(library: Library, focus: Focus) -> list[Focus]:
    """The unit, and all that it encloses, in document order."""
    units = library.catalogue.units(focus.document)
    inside = {focus.unit.id}
    for unit in units:
        if unit.parent in inside:
            inside.add(unit.id)
    return [Focus(focus.document, unit) for unit in units if unit.id in inside]


def beside(library: Library, focus: Focus, kinds: Sequence[str]) -> list[Focus]:
    """Units of these kinds under the same heading or theme as `focus`; the nearest that has any."""
    for above in (focus.unit, *enclosing(library, focus)):
        around = Focus(focus.document, above)
        found = [f for f in with_children(library, around) if f.unit.kind in kinds]
        if found and above.kind in ("theme", "section", *kinds, "finding"):
            return found
    return []


def enclosing(library: Library, focus: Focus) -> Iterator[Unit]:
    """The units that it stands in, the nearest first."""
    parent = focus.unit.parent
    while parent is not None:
        above = library.catalogue.unit(focus.document, parent)
        yield above
        parent = above.parent


def narrow_by_heading(
    library: Library, units: Sequence[Focus], terms: Sequence[TopicWord]
) -> list[Focus]:
    """Those of a list that stand under the heading that the question's other words name; empty
    where no heading has most of them, by weight."""
    sought = sum(term.weight for term in terms)
    named: dict[tuple[str, str | None], float] = {}
    for focus in units:
        group = focus.document, focus.unit.parent
        if group not in named:
            said = set(stem(headings_over(library, focus)))
            named[group] = sum(term.weight for term in terms if term.stands_in(said))
    best = max(named.values(), default=0.0)
    if not sought or best < MOST_NAMED * sought:
        return []
    return [f for f in units if named[f.document, f.unit.parent] == best]


def headings_over(library: Library, focus: Focus) -> str:
    """Of the sections and themes around a unit: "Theme 3" is about what its own words say."""
    named = (u.text for u in enclosing(library, focus) if u.kind in ("section", "theme"))
    return " ".join((*focus.unit.path, *named))


def opens_list(unit: Unit) -> bool:
    """Ends with a colon: what it announces stands in the units that it encloses."""
    return unit.text.rstrip().endswith((":", ":-"))
