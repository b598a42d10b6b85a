"""A question and the library's cards in, the reviews that it names out."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from rag.language.word_classes import words_of
from rag.questions.names.codes_named import find_codes
from rag.questions.names.names_read import NamesRead
from rag.questions.names.people_named import Holds
from rag.questions.names.places_named import INSPECTORATES, find_areas, find_kinds, find_publishers
from rag.questions.names.places_read import read_places
from rag.questions.names.pseudonyms import Named
from rag.questions.names.review_words import is_called_inspection
from rag.questions.names.subjects_named import read_subjects
from rag.questions.names.years_named import Year, find_year, may_be_of, of_year
from rag.types import Record, Span

_SEVERAL = re.compile(
    rf"\b(?:compar\w+|versus|vs|both|each|all|every|{words_of('review', 'case', forms='other')}"
    r"|differ\w*|similar\w*|same as|two|across|in common)\b",
    re.IGNORECASE,
)

_ONE_NAME = r"(?:['’]s)?\W+(?:(?!and\b|or\b|vs\b|versus\b|with\b|to\b)\w+\W+){0,4}?"
"""Between two words of one name: nothing that joins two reviews."""


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
    instead: frozenset[str] = frozenset()
    """Ids of those that are held under the name of a review that is missing."""
    unsettled: bool = False
    """Reviews of several places go by the name, and nothing tells which is meant."""
    one_name: bool = False
    """The documents go by one name, and the question does not speak of several."""
    places: tuple[Span, ...] = ()
    """Those of the spans that name a document by its place in a list: "the second one"."""


def find_reviews(
    question: str,
    records: Sequence[Record],
    read: Callable[[str], str],
    *,
    holds: Holds = lambda _: True,
    before: frozenset[str] | None = None,
) -> ReviewsNamed:
    """By pseudonym, name, area, publisher, kind or year; all that are named must agree.

    A pseudonym is not an identity: with a place, a year or a fact that the review held never
    names, another review is meant. `read` gives the reading text of a document, `before` are the
    documents that the conversation is about."""
    so_far = read_subjects(NamesRead(question, read, records), holds)
    for code in find_codes(question, records):
        so_far = so_far.narrowed_by(code) or so_far.with_group(code)
    placed = read_places(so_far, find_areas(question, records))
    so_far = _read_inspections(placed)
    if so_far.missing == placed.missing:
        so_far = read_places(so_far, find_publishers(question, records))
    so_far = _read_kinds(so_far, find_kinds(question, records))
    so_far = _read_year(so_far, find_year(question, so_far.spans))
    return _settle(so_far, before)


def _read_kinds(so_far: NamesRead, kinds: Sequence[Named]) -> NamesRead:
    for kind in kinds:
        narrowed = so_far.narrowed_by(kind)
        if narrowed:
            so_far = narrowed
        elif not so_far.groups and not so_far.missing and len(kind.documents) == 1:
            so_far = so_far.with_group(kind)
    return so_far


def _read_inspections(so_far: NamesRead) -> NamesRead:
    """The inspection of a place of which other documents are held is not held."""
    held = {r.id for r in so_far.records if _may_be_inspection(r)}
    for place in (g for g in so_far.groups if not g.subject):
        if is_called_inspection(so_far.question, place.span):
            inspected = place.documents & held
            if not inspected:
                return so_far.without(place, f"{place.text} inspection")
            so_far = so_far.narrowed_by(replace(place, documents=inspected)) or so_far
    return so_far


def _may_be_inspection(record: Record) -> bool:
    by_inspectors = INSPECTORATES.search(record.publisher or "") is not None
    return record.kind in ("inspection_report", "other") or by_inspectors


def _read_year(so_far: NamesRead, year: Year | None) -> NamesRead:
    if year is None:
        return so_far
    if not so_far.groups:
        return _read_year_alone(so_far, year)
    for group in so_far.groups:
        of = of_year(group.documents, so_far.records, year.year)
        if of and (year.sure or of != group.documents):
            kept = tuple(replace(g, documents=of) if g is group else g for g in so_far.groups)
            return replace(so_far, groups=kept, spans=(*so_far.spans, year.span))
    held = [r for r in so_far.records if any(r.id in g.documents for g in so_far.groups)]
    if not year.sure or any(may_be_of(r, year.year, so_far.read) for r in held):
        return so_far
    return so_far.without(so_far.groups[-1], f"{so_far.groups[-1].text}, {year.year}")


def _read_year_alone(so_far: NamesRead, year: Year) -> NamesRead:
    if not year.sure or so_far.missing:
        return so_far
    of = of_year([r.id for r in so_far.records], so_far.records, year.year)
    if of:
        return so_far.with_group(Named(str(year.year), year.span, of))
    if any(so_far.says(r.id, str(year.year)) for r in so_far.records):
        return so_far
    return replace(so_far, missing=(str(year.year),))


def _settle(so_far: NamesRead, before: frozenset[str] | None) -> ReviewsNamed:
    groups = so_far.groups
    if before:
        groups = tuple(_as_talked_of(group, before, so_far.records) for group in groups)
    found = frozenset(d for g in groups for d in g.documents)
    if found and _is_of_that_place(so_far):
        return ReviewsNamed(None, so_far.missing, (), so_far.spans, so_far.instead | found)
    stranger = _stranger(so_far, found)
    if stranger:
        # "Child AB in Cumbria" is not the review of Cumbria that is held.
        return ReviewsNamed(None, (*so_far.missing, stranger), (), so_far.spans, so_far.instead)
    several = speaks_of_several(so_far.question)
    one_name = len(groups) == 1 and groups[0].subject
    unsettled = one_name and not several and _are_of_several_places(found, so_far.records)
    return ReviewsNamed(
        found or None,
        so_far.missing,
        so_far.people,
        so_far.spans,
        so_far.instead,
        unsettled,
        one_name=len(groups) == 1 and not several,
    )


def _as_talked_of(group: Named, before: frozenset[str], records: Sequence[Record]) -> Named:
    """Those talked of; by a year alone, "the 2025 one", the editions of that year."""
    if here := group.documents & before:
        return replace(group, documents=here)
    if not group.text.isdigit():
        return group
    matters = {_matter(r) for r in records if r.id in before} - {None}
    editions = [r.id for r in records if r.id in group.documents and _matter(r) in matters]
    return replace(group, documents=frozenset(editions) or group.documents)


def _matter(record: Record) -> tuple[str, str] | None:
    about = record.subject or record.area
    return (record.kind, about) if about else None


def speaks_of_several(question: str) -> bool:
    return _SEVERAL.search(question) is not None


def _is_of_that_place(so_far: NamesRead) -> bool:
    """ "The child T review in Oxfordshire": the place only says whose review is missing."""
    if not so_far.missing or any(group.subject for group in so_far.groups):
        return False
    missing = "|".join(map(re.escape, so_far.missing))
    place = "|".join(re.escape(group.text) for group in so_far.groups)
    said = (
        rf"\b(?:{missing})\b{_ONE_NAME}\b(?:{place})\b|\b(?:{place})\b{_ONE_NAME}\b(?:{missing})\b"
    )
    return re.search(said, so_far.question, re.IGNORECASE) is not None


def _stranger(so_far: NamesRead, found: frozenset[str]) -> str | None:
    """A pseudonym beside a place alone, of whom no review of that place ever speaks."""
    if not found or any(g.subject or g.text in so_far.people for g in so_far.groups):
        return None
    unheard = (p for p in so_far.people if not any(so_far.says(d, p) for d in found))
    return next(unheard, None)


def _are_of_several_places(documents: frozenset[str], records: Sequence[Record]) -> bool:
    """A card without an area may be of the same place as the others."""
    places = {r.area or r.publisher for r in records if r.id in documents}
    areas = {r.area for r in records if r.id in documents}
    return None not in places and len(places) > 1 and (None not in areas or areas == {None})
