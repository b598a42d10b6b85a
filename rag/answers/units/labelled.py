"""A question that says the whole label of a unit in, the unit out."""

from collections.abc import Collection

from rag.index.library import Library
from rag.questions.request import Focus, Query
from rag.questions.units.labels import label_words
from rag.questions.units_held import agencies_of
from rag.types import Unit


def find_labelled(library: Library, query: Query) -> Focus | None:
    """The unit of the reviews named whose label the question says whole, the longest such:
    "Finding 5, point 1", "learning point 1 under invisible fathers"."""
    if query.documents is None or not query.said.labels.numbered:
        return None
    owners = agencies_of(library, query.documents)
    named = [
        Focus(document, unit)
        for document, unit in library.catalogue.find_units(query.documents)
        if ", " in unit.label
        and query.said.labels.says(unit.label)
        and _no_other(query, unit.label)
        and _of_whom_is_asked(query, unit, owners)
    ]
    return max(named, key=lambda focus: len(focus.unit.label), default=None)


def _of_whom_is_asked(query: Query, unit: Unit, owners: Collection[str]) -> bool:
    """ "Sexual health team, recommendation 4" has all the words of "Health, recommendation 4"."""
    return unit.agency not in owners or unit.agency in query.agencies


def _no_other(query: Query, label: str) -> bool:
    """Every number asked for is one of the label's."""
    said = label_words(label)
    return all(label_words(u.number) in said for u in query.asked.units if u.number)
