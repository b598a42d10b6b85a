"""A turn that names the document talked of and points back at what was shown in, the same as if it
named none out: "and what are Cumbria doing about it"."""

import re
from dataclasses import replace

from rag.conversation.turns import Turn, reviews_of
from rag.index.library import Library
from rag.questions.request import Request

_POINTS_BACK = re.compile(
    r"\b(?:about|on|to|with|of|for|fix|cover|address|mention|answer|from)"
    r" (?:it|this|that|these|those|them)(?=\W*(?:$|since\b|now\b|then\b))",
    re.IGNORECASE,
)


def without_name_again(library: Library, request: Request, before: Turn) -> Request:
    """As read where it names another, or points at nothing."""
    named = request.reviews.documents
    if not named or not request.reviews.spans or not _POINTS_BACK.search(request.wording.text):
        return request
    if named != before.request.documents and named != frozenset(reviews_of(library, before)):
        return request
    return replace(request, reviews=replace(request.reviews, documents=None))
