"""A question or an answer under a filter in, with what the filter does to it said out."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from rag.answer import Answer, Statement, refused
from rag.answers.filters import FACETS, Facet, Filter
from rag.index.library import Library
from rag.index.narrowed import NarrowedLibrary
from rag.language.vocabulary import load_vocabulary
from rag.questions.request import Request
from rag.telling.refusals import name_review
from rag.types import Record

NAMES: dict[Facet, str] = {
    "documents": "Review",
    "areas": "Area",
    "publishers": "Publisher",
    "years": "Year",
    "kinds": "Kind of document",
    "units": "Kind of unit",
    "agencies": "Agency",
    "themes": "Theme",
}
_UNTOUCHED = frozenset({"live_concern", "personal_data", "off_topic"})
"""Reasons of answers that would be the same without the filter."""
_MOST_NAMED = 3


@dataclass(frozen=True, slots=True)
class Chosen:
    """One value of a filter, as a person reads it."""

    facet: Facet
    value: str
    text: str


def name_choice(facet: Facet, value: str, records: Iterable[Record]) -> str:
    if facet == "documents":
        return next((name_review(r) for r in records if r.id == value), value)
    if facet == "themes":
        term = load_vocabulary().terms.get(value)
        return term.title if term else value
    if facet == "agencies":
        return value.title() if len(value) > 4 else value  # "CSCP" is an abbreviation
    return value.replace("_", " ").capitalize() if facet in ("kinds", "units") else value


def tell_choices(within: Filter, records: Iterable[Record]) -> tuple[Chosen, ...]:
    held = tuple(records)
    return tuple(
        Chosen(facet, value, f"{NAMES[facet]}: {name_choice(facet, value, held)}")
        for facet in FACETS
        for value in sorted(within.values(facet))
    )


def left_out(library: Library, request: Request, within: Filter) -> Answer | None:
    """That the filter leaves out every review that the question is about, or all there is."""
    if not isinstance(library, NarrowedLibrary):
        return None
    held = library.part.documents
    if not held:
        text = "Nothing in the library passes the filter."
        return _refuse(f"{text} {_tell(library, within)}", "not_stated")
    if not request.documents or request.documents & held:
        return None
    text = f"The filter leaves out {_name(library, request.documents)}, so it was not looked at."
    return _refuse(f"{text} {_tell(library, within)}", "not_in_library")


def keep_inside(library: Library, request: Request) -> Request:
    """About those of the named reviews only that the filter leaves in."""
    if not isinstance(library, NarrowedLibrary) or request.documents is None:
        return request
    documents, named = request.documents & library.part.documents, request.reviews
    if named.documents is not None:
        inside = named.documents & library.part.documents
        unsettled = named.unsettled and len(inside) > 1
        named = replace(named, documents=inside or named.documents, unsettled=unsettled)
    return replace(request, documents=documents, reviews=named)


def tell_filter(library: Library, request: Request, within: Filter, answer: Answer) -> Answer:
    """`request`: as it was before anything was left out."""
    if not isinstance(library, NarrowedLibrary) or answer.reason in _UNTOUCHED:
        return answer
    statements = (*answer.statements, Statement(_tell(library, within)))
    outside = (request.documents or frozenset()) - library.part.documents
    if not outside:
        return replace(answer, statements=statements)
    gap = Statement(f"The filter leaves out {_name(library, outside)}.")
    told = replace(answer, statements=(gap, *statements))
    if answer.status != "answered":
        return told
    return replace(told, status="partial", reason="not_in_library")


def _tell(library: NarrowedLibrary, within: Filter) -> str:
    records = library.whole.catalogue.records()
    chosen = "; ".join(each.text for each in tell_choices(within, records))
    count, held = len(library.part.documents), len(records)
    what = "" if library.part.units is None else "parts of "
    return f"A filter is on ({chosen}): {what}{count} of the {held} documents were looked at."


def _name(library: Library, documents: frozenset[str]) -> str:
    names = [name_review(r) for r in library.whole.catalogue.records() if r.id in documents]
    return _join([*names[:_MOST_NAMED], *(["others"] if len(names) > _MOST_NAMED else [])])


def _join(names: Sequence[str]) -> str:
    return " and ".join(filter(None, ["; ".join(names[:-1]), names[-1]]))


def _refuse(text: str, reason: str) -> Answer:
    return refused(reason, text, ("Clear the filter to ask the whole library.",))
