"""What a person wants to look in, in; the part of the library that it is out."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, fields, replace
from functools import lru_cache
from typing import Literal, get_args

from rag.evidence.units.theme_places import names_of, terms_spoken
from rag.index.catalogue import Card
from rag.index.facets import (
    OF_DOCUMENTS,
    Choice,
    Marked,
    count_agencies,
    count_documents,
    count_kinds,
    marked_units,
)
from rag.index.library import Library
from rag.index.narrowed import NarrowedLibrary, Part
from rag.language.vocabulary import load_vocabulary

Facet = Literal["documents", "areas", "publishers", "years", "kinds", "units", "agencies", "themes"]
FACETS: tuple[Facet, ...] = get_args(Facet)


@dataclass(frozen=True, slots=True)
class Filter:
    """Of several values of a facet any will do, and every facet must agree; an empty one asks for
    nothing in particular."""

    documents: frozenset[str] = frozenset()
    """Ids."""
    areas: frozenset[str] = frozenset()
    publishers: frozenset[str] = frozenset()
    years: frozenset[str] = frozenset()
    kinds: frozenset[str] = frozenset()
    """Of document."""
    units: frozenset[str] = frozenset()
    """Kinds of unit; what a unit encloses is part of it."""
    agencies: frozenset[str] = frozenset()
    """In upper case."""
    themes: frozenset[str] = frozenset()
    """Names of terms of the vocabulary."""

    def __bool__(self) -> bool:
        return any(getattr(self, field.name) for field in fields(self))

    def values(self, facet: Facet) -> frozenset[str]:
        chosen: frozenset[str] = getattr(self, facet)
        return chosen

    def choosing(self, facet: Facet, values: Iterable[str]) -> "Filter":
        return replace(self, **{facet: frozenset(values)})

    def without(self, facet: Facet, value: str) -> "Filter":
        return self.choosing(facet, self.values(facet) - {value})


EVERYTHING = Filter()


def narrow(library: Library, within: Filter) -> Library:
    """The library itself where the filter asks for nothing."""
    if not within:
        return library
    return _narrow(library, library.catalogue.generation, within)


# A library that has changed is narrowed anew.
@lru_cache(maxsize=32)
def _narrow(library: Library, _generation: str, within: Filter) -> NarrowedLibrary:
    return NarrowedLibrary(library, choose_part(library, within))


def choose_part(library: Library, within: Filter) -> Part:
    cards = _cards_of(library, within)
    documents = frozenset(card.record.id for card in cards)
    if not (within.units or within.agencies or within.themes):
        return Part(documents)
    places = frozenset((u.document, u.unit) for u in _units_of(library, within, documents))
    return Part(frozenset(document for document, _ in places), places)


def count_choices(library: Library, within: Filter) -> Mapping[Facet, tuple[Choice, ...]]:
    """What may be chosen for each facet, under what is chosen for the others; documents are
    counted, and units for what tells units apart."""
    return _count_choices(library, library.catalogue.generation, within)


@lru_cache(maxsize=32)
def _count_choices(
    library: Library, _generation: str, within: Filter
) -> dict[Facet, tuple[Choice, ...]]:
    return {facet: _count(library, facet, within.choosing(facet, ())) for facet in FACETS}


def _count(library: Library, facet: Facet, within: Filter) -> tuple[Choice, ...]:
    if facet in OF_DOCUMENTS:
        documents = choose_part(library, within).documents
        cards = library.catalogue.cards()
        return count_documents(facet, [c for c in cards if c.record.id in documents])
    documents = frozenset(card.record.id for card in _cards_of(library, within))
    units = _units_of(library, within, documents)
    if facet == "units":
        return count_kinds(units)
    return count_agencies(units) if facet == "agencies" else _count_themes(library, units)


def _count_themes(library: Library, units: Sequence[Marked]) -> tuple[Choice, ...]:
    spoken = {d: terms_spoken(library, d) for d in {u.document for u in units}}
    said = [terms for u in units if (terms := spoken[u.document].get(u.unit))]
    counted = (
        Choice(theme.name, sum(not names.isdisjoint(terms) for terms in said))
        for theme in load_vocabulary().themes()
        if (names := names_of(theme.name))
    )
    return tuple(choice for choice in counted if choice.count)


def _cards_of(library: Library, within: Filter) -> list[Card]:
    wanted = {name: within.values(name) for name in FACETS if name in OF_DOCUMENTS}
    return [
        card
        for card in library.catalogue.cards()
        if all(not w or OF_DOCUMENTS[name](card.record) in w for name, w in wanted.items())
    ]


def _units_of(library: Library, within: Filter, documents: frozenset[str]) -> list[Marked]:
    names = frozenset(name for theme in within.themes for name in names_of(theme))
    return [
        unit
        for unit in marked_units(library)
        if unit.document in documents
        and (not within.units or not within.units.isdisjoint(unit.kinds))
        and (not within.agencies or not within.agencies.isdisjoint(unit.agencies))
        and (not names or _speaks(library, unit, names))
    ]


def _speaks(library: Library, unit: Marked, names: frozenset[str]) -> bool:
    terms = terms_spoken(library, unit.document).get(unit.unit, frozenset())
    return not names.isdisjoint(terms)
