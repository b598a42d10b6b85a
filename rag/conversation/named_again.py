"""A turn that names the review of the turn before and points back at what was shown, the same with
"they" for the name out: "and what are Cumbria doing about it"."""

import re

from rag.conversation.turns import Turn, reviews_of
from rag.index.library import Library
from rag.questions.request import Request

_POINTS_BACK = re.compile(
    r"\b(?:about|on|to|with|of|for|fix|cover|address|mention|answer|from)"
    r" (?:it|this|that|these|those|them)(?=\W*(?:$|since\b|now\b|then\b))",
    re.IGNORECASE,
)


def call_they(library: Library, request: Request, before: Turn) -> str | None:
    """None where it names another review, or points at nothing."""
    named = request.reviews.documents
    if not named or not request.reviews.spans or not _POINTS_BACK.search(request.wording.text):
        return None
    if named != before.request.documents and named != frozenset(reviews_of(library, before)):
        return None
    turn = request.wording.text
    for start, end in sorted(request.reviews.spans, reverse=True):
        their = re.match(r"['’]s?\b", turn[end:])
        word, rest = ("their", turn[end + their.end() :]) if their else ("they", turn[end:])
        turn = f"{turn[:start]}{word}{rest}"
    return turn
