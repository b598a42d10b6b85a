""" "The second bullet under finding 1" in, that item of the list out."""

import re
from dataclasses import replace

from rag.answer import Answer
from rag.answers.units.headed import find_named_sections
from rag.backends.lexical import stem
from rag.evidence.units.units_named import find_asked_units, find_listed, with_children
from rag.index.library import Library
from rag.language.numbers import ORDINALS
from rag.questions.query import Focus, Query
from rag.questions.units_asked import LAST, UnitAsked
from rag.telling.composing import compose, whole
from rag.telling.refusals import unit_missing

_ITEM = re.compile(
    rf"\b(?P<place>{'|'.join(ORDINALS)}|last|final) (?:bullet(?: point)?|item|sub-?point|point)"
    r" (?P<where>(?:under|of|in|on|from|for)\b.+)",
    re.IGNORECASE,
)


def answer_item(library: Library, query: Query) -> Answer | None:
    """None where there is no such list."""
    asked = _ITEM.search(query.question)
    if asked is None or query.documents is None or len(query.documents) > 1:
        return None
    where = asked["where"]
    terms = tuple(t for t in query.terms if {*t.variants[0]} <= {*stem(where)})
    items = _items(library, replace(query, question=where, terms=terms, wants="list"))
    place = asked["place"].casefold()
    at = LAST if place in ("last", "final") else ORDINALS[place] - 1
    if not items:
        return None
    if at >= len(items):
        typed = f"{place} item in that list of {len(items)}"
        return unit_missing(library, query, UnitAsked(("item",), None, at + 1, typed))
    return compose(library, query, whole([items[at]]))


def _items(library: Library, query: Query) -> list[Focus]:
    """Of the unit, the section or the kind of unit that is named."""
    if query.asked.units:
        units = find_asked_units(library, query).units
        return _inside(library, units[0]) if len(units) == 1 else []
    sections = find_named_sections(library, query)
    if len(sections) == 1:
        return _inside(library, sections[0])
    kinds = query.asked.kinds
    return find_listed(library, query, kinds) if kinds and not query.terms else []


def _inside(library: Library, around: Focus) -> list[Focus]:
    return [f for f in with_children(library, around) if f.unit.parent == around.unit.id]
