"""A question that says the whole label of a unit in, the unit out."""

import re

from rag.index.library import Library
from rag.questions.query import Focus, Query


def find_labelled(library: Library, query: Query) -> Focus | None:
    """The unit of the reviews named whose label the question says whole, the longest such:
    "Finding 5, point 1", "Invisible fathers, learning point 1"."""
    if query.documents is None or ", " not in query.question:
        return None
    asked = f" {' '.join(query.question.casefold().split())} "
    named = [
        Focus(document, unit)
        for document, unit in library.catalogue.find_units(query.documents)
        if ", " in unit.label and re.search(rf"\b{re.escape(unit.label.casefold())}\b", asked)
    ]
    return max(named, key=lambda focus: len(focus.unit.label), default=None)
