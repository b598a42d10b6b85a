""" "Who signed it" in, the signatures of the reviews asked about out."""

from rag.index.library import Library
from rag.questions.request import Focus, Request


def find_signed(library: Library, request: Request) -> list[Focus]:
    """In document order; empty where nothing is signed."""
    if request.documents is None:
        return []
    found = library.catalogue.find_units(request.documents, kind="signature")
    return [Focus(document, unit) for document, unit in found]
