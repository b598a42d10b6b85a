"""What cannot be answered in, a refusal with its reason and a useful next step out."""

from collections.abc import Collection

from rag.library import Library
from rag.query import Query
from rag.structure import list_units
from rag.types import Answer, Record, Statement

MOST_SUGGESTIONS = 5


def not_held(library: Library, query: Query) -> Answer:
    """The question names a review that is not in the library."""
    names = " and ".join(query.reviews.missing)
    held = [name_review(record) for record in library.catalogue.records()]
    text = f"The library does not hold a review of {names}."
    return _refuse(query, "not_in_library", text, _some(held, "The library holds: "))


def unit_missing(library: Library, query: Query) -> Answer:
    """The review is held and has no such unit."""
    asked = query.asked.units[0]
    kinds = asked.kinds or ("finding", "lesson", "recommendation")
    where = _where(library, query)
    units = list_units(library, query.documents, kinds, query.agencies)
    noun = kinds[0].replace("_", " ")
    text = f"There is no {asked.typed.strip()} in {where}."
    if units and query.documents is not None:
        text += f" It has {len(units)} {noun}{'' if len(units) == 1 else 's'}."
        return _refuse(query, "no_such_unit", text, tuple(f.unit.label for f in units[:8]))
    return _refuse(query, "no_such_unit", text, ())


def which_review(library: Library, query: Query, documents: Collection[str]) -> Answer:
    """Several reviews have a unit of that name: ask back."""
    records = [r for r in library.catalogue.records() if r.id in documents]
    asked = query.asked.units[0].typed.strip()
    text = f"{len(records)} reviews have a {asked}. Which one do you mean?"
    suggestions = tuple(f"{asked} in {name_review(r)}" for r in records[:MOST_SUGGESTIONS])
    return Answer(query.question, "clarify", "ambiguous", (Statement(text),), (), suggestions)


def not_stated(library: Library, query: Query) -> Answer:
    """The documents do not say."""
    where = _where(library, query)
    text = f"This is not stated in {where}."
    held = [name_review(record) for record in library.catalogue.records()]
    hint = ("Ask for a whole list, for example the findings or the recommendations of one review.",)
    return _refuse(query, "not_stated", text, (*hint, *_some(held, "The library holds: ")))


def name_review(record: Record) -> str:
    """ "Baby O, SSCB, 2016": as a person would call it."""
    year = record.published[:4] if record.published else None
    name = record.subject or record.title
    parts = (name, record.area or record.publisher, year)
    return ", ".join(p for p in parts if p)


def _where(library: Library, query: Query) -> str:
    if query.documents is None:
        return "the documents of this library"
    records = [r for r in library.catalogue.records() if r.id in query.documents]
    return " or ".join(name_review(r) for r in records[:3])


def _some(names: list[str], opening: str) -> tuple[str, ...]:
    if not names:
        return ()
    more = len(names) - MOST_SUGGESTIONS
    shown = "; ".join(names[:MOST_SUGGESTIONS])
    return (f"{opening}{shown}{f'; and {more} more' if more > 0 else ''}.",)


def _refuse(query: Query, reason: str, text: str, suggestions: tuple[str, ...]) -> Answer:
    return Answer(query.question, "refused", reason, (Statement(text),), (), suggestions)
