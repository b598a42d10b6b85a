"""A question after a line of front matter in, that line out, as the document prints it."""

from rag.answer import Answer
from rag.index.library import Library
from rag.questions.request import Focus, Request
from rag.telling.composing import compose, whole


def answer_front_matter(library: Library, request: Request) -> Answer | None:
    """Of one document; None where it lacks one of the lines asked for."""
    if request.documents is None or len(request.documents) > 1 or request.asked.units:
        return None
    keys = request.said.front.keys
    found = library.catalogue.find_units(request.documents) if keys else ()
    units = [Focus(document, unit) for document, unit in found if unit.key in keys]
    if not units or {focus.unit.key for focus in units} != set(keys):
        return None
    return compose(library, request, whole(units))
