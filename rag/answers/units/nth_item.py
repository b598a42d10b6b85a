""" "The second bullet under finding 1" in, that item of the list out."""

from dataclasses import replace

from rag.answer import Answer
from rag.answers.units.headed import find_named_sections
from rag.evidence.units.units_named import find_asked_units, find_listed, with_children
from rag.index.library import Library
from rag.questions.request import Focus, Query
from rag.questions.units.headings import HeadingsSaid
from rag.questions.units_asked import UnitAsked
from rag.telling.composing import compose, whole
from rag.telling.refusals import unit_missing


def answer_item(library: Library, query: Query) -> Answer | None:
    """None where there is no such list."""
    asked = query.said.item
    if asked is None or query.documents is None or len(query.documents) > 1:
        return None
    terms = tuple(t for t in query.terms if asked.where.stems.issuperset(t.variants[0]))
    items = _items(library, replace(query, terms=terms, wants="list"), asked.where)
    if not items:
        return None
    if asked.place >= len(items):
        typed = f"{asked.typed} item in that list of {len(items)}"
        return unit_missing(library, query, UnitAsked(("item",), None, asked.place + 1, typed))
    return compose(library, query, whole([items[asked.place]]))


def _items(library: Library, query: Query, where: HeadingsSaid) -> list[Focus]:
    """Of the unit, the section or the kind of unit that is named."""
    if query.asked.units:
        units = find_asked_units(library, query).units
        return _inside(library, units[0]) if len(units) == 1 else []
    sections = find_named_sections(library, query, where)
    if len(sections) == 1:
        return _inside(library, sections[0])
    kinds = query.asked.kinds
    return find_listed(library, query, kinds) if kinds and not query.terms else []


def _inside(library: Library, around: Focus) -> list[Focus]:
    return [f for f in with_children(library, around) if f.unit.parent == around.unit.id]
