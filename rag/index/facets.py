"""Documents and units in, by what they can be told apart and how many there are of each out."""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from rag.index.catalogue import Card
from rag.index.library import Library
from rag.types import Record

_ENCLOSE_ALL = frozenset({"section", "title"})
"""Kinds that say nothing of what stands inside them."""
_UNTOLD = frozenset({"section", "title", "contents", "metadata", "signature", "footnote"})
"""Kinds that nobody looks for."""


@dataclass(frozen=True, slots=True)
class Choice:
    value: str
    count: int


@dataclass(frozen=True, slots=True)
class Marked:
    """A unit with all that it is told apart by: a point is part of its finding, and a finding of
    a theme, so each has the kinds of all."""

    document: str
    unit: str
    kind: str
    kinds: frozenset[str]
    agencies: frozenset[str]
    """In upper case."""


def marked_units(library: Library) -> tuple[Marked, ...]:
    """Of the whole library, in the order of the catalogue."""
    return _marked_units(library.whole, library.whole.catalogue.generation)


@lru_cache(maxsize=4)
def _marked_units(library: Library, _generation: str) -> tuple[Marked, ...]:
    found: dict[tuple[str, str], Marked] = {}
    for unit in library.catalogue.unit_marks():
        above = found.get((unit.document, unit.parent or ""))
        own = unit.kind
        kinds = {own} | (above.kinds - _ENCLOSE_ALL if above else set())
        agencies = {unit.agency.upper()} if unit.agency else set()
        agencies |= above.agencies if above else set()
        marked = Marked(unit.document, unit.id, own, frozenset(kinds), frozenset(agencies))
        found[unit.document, unit.id] = marked
    return tuple(found.values())


def year_of(record: Record) -> str:
    """Of publication, empty where none is printed."""
    return (record.published or "")[:4]


OF_DOCUMENTS: Mapping[str, Callable[[Record], str | None]] = {
    "documents": lambda record: record.id,
    "areas": lambda record: record.area,
    "publishers": lambda record: record.publisher,
    "years": year_of,
    "kinds": lambda record: record.kind,
}
"""What a document has for each facet; nothing where it does not say."""


def count_documents(facet: str, cards: Iterable[Card]) -> tuple[Choice, ...]:
    values = (OF_DOCUMENTS[facet](card.record) for card in cards)
    return _choices(Counter(value for value in values if value))


def count_kinds(units: Sequence[Marked]) -> tuple[Choice, ...]:
    """Kinds of unit, the most frequent first."""
    counted = Counter(u.kind for u in units if u.kind not in _UNTOLD)
    return tuple(Choice(*each) for each in counted.most_common())


def count_agencies(units: Sequence[Marked]) -> tuple[Choice, ...]:
    return _choices(Counter(agency for u in units for agency in u.agencies))


def _choices(counted: Mapping[str, int]) -> tuple[Choice, ...]:
    return tuple(Choice(value, counted[value]) for value in sorted(counted))
