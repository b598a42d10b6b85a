"""A question that says the whole label of a unit in, the unit out."""

from collections.abc import Collection

from rag.index.library import Library
from rag.questions.request import Focus, Request
from rag.questions.units.labels import label_words
from rag.questions.units.units_held import agencies_of
from rag.types import Unit


def find_labelled(library: Library, request: Request) -> Focus | None:
    """The unit of the reviews named whose label the question says whole, the longest such:
    "Finding 5, point 1", "learning point 1 under invisible fathers"."""
    if request.documents is None or not request.said.labels.numbered:
        return None
    owners = agencies_of(library, request.documents)
    named = [
        Focus(document, unit)
        for document, unit in library.catalogue.find_units(request.documents)
        if ", " in unit.label
        and request.said.labels.says(unit.label)
        and _no_other(request, unit.label)
        and _of_whom_is_asked(request, unit, owners)
    ]
    return max(named, key=lambda focus: len(focus.unit.label), default=None)


def _of_whom_is_asked(request: Request, unit: Unit, owners: Collection[str]) -> bool:
    """ "Sexual health team, recommendation 4" has all the words of "Health, recommendation 4"."""
    return unit.agency not in owners or unit.agency in request.agencies


def _no_other(request: Request, label: str) -> bool:
    """Every number asked for is one of the label's."""
    said = label_words(label)
    return all(label_words(u.number) in said for u in request.asked.units if u.number)
