""" "Who signed it" in, the signatures of the reviews asked about out."""

import re

from rag.index.library import Library
from rag.questions.query import Focus, Query

_ASKS = re.compile(
    r"\bwho(?:se|m)?\b.{0,80}\bsign(?:ed|s|ature)\b(?! (?:off|up|on|posted))|\bsignator(?:y|ies)\b"
    r"|\bwhose name is (?:on|at|under)\b",
    re.IGNORECASE,
)


def asks_signature(question: str) -> bool:
    return _ASKS.search(question) is not None


def find_signed(library: Library, query: Query) -> list[Focus]:
    """In document order; empty where nothing is signed."""
    if query.documents is None:
        return []
    found = library.catalogue.find_units(query.documents, kind="signature")
    return [Focus(document, unit) for document, unit in found]
