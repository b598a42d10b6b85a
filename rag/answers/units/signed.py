""" "Who signed it" in, the signatures of the reviews asked about out."""

from rag.answer import Answer
from rag.index.library import Library
from rag.questions.request import Focus, Request
from rag.telling.composing import compose, whole
from rag.telling.refusals import not_stated


def answer_signed(library: Library, request: Request) -> Answer | None:
    if request.documents is None or not request.said.front.signatures:
        return None
    signed = find_signed(library, request)
    return compose(library, request, whole(signed)) if signed else not_stated(library, request)


def find_signed(library: Library, request: Request) -> list[Focus]:
    """In document order; empty where nothing is signed."""
    if request.documents is None:
        return []
    found = library.catalogue.find_units(request.documents, kind="signature")
    return [Focus(document, unit) for document, unit in found]
