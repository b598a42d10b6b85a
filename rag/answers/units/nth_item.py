""" "The second bullet under finding 1" in, that item of the list out."""

from dataclasses import replace

from rag.answer import Answer
from rag.answers.units.headed import find_named_sections
from rag.evidence.units.units_named import find_asked_units, find_listed, with_children
from rag.index.library import Library
from rag.questions.request import Focus, Request
from rag.questions.units.headings import HeadingsSaid
from rag.questions.units.units_asked import UnitAsked
from rag.telling.composing import compose, whole
from rag.telling.refusals import unit_missing


def answer_item(library: Library, request: Request) -> Answer | None:
    """None where there is no such list."""
    asked = request.said.item
    if asked is None or request.documents is None or len(request.documents) > 1:
        return None
    terms = tuple(t for t in request.terms if asked.where.stems.issuperset(t.variants[0]))
    items = _items(library, replace(request, terms=terms, wants="list"), asked.where)
    if not items:
        return None
    if asked.place >= len(items):
        typed = f"{asked.typed} item in that list of {len(items)}"
        return unit_missing(library, request, UnitAsked(("item",), None, asked.place + 1, typed))
    return compose(library, request, whole([items[asked.place]]))


def _items(library: Library, request: Request, where: HeadingsSaid) -> list[Focus]:
    """Of the unit, the section or the kind of unit that is named."""
    if request.asked.units:
        units = find_asked_units(library, request).units
        return _inside(library, units[0]) if len(units) == 1 else []
    sections = find_named_sections(library, request, where)
    if len(sections) == 1:
        return _inside(library, sections[0])
    kinds = request.asked.kinds
    return find_listed(library, request, kinds) if kinds and not request.terms else []


def _inside(library: Library, around: Focus) -> list[Focus]:
    return [f for f in with_children(library, around) if f.unit.parent == around.unit.id]
