"""Documents that the answer before listed in, the one that a question points at out: "tell me about
the second one", after "what reviews have you got"."""

import re
from collections.abc import Sequence
from dataclasses import replace

from rag.language.numbers import ORDINALS
from rag.language.word_classes import words_of
from rag.questions.names.reviews_named import ReviewsNamed
from rag.types import Span

_PLACE = re.compile(
    rf"\b(?:the )?(?P<word>{'|'.join(ORDINALS)}|last|final)"
    rf"(?: (?:{words_of('review', 'document', 'case', 'one', forms='plain')}"
    r"|of (?:those|these|them))\b|(?=\W*$))",
    re.IGNORECASE,
)
_IT = re.compile(
    r"\b(?:does|did|is|was|in|of|about|from|with) (?P<it>it|that one|that review|this one)\b",
    re.IGNORECASE,
)


def name_listed(question: str, named: ReviewsNamed, listed: Sequence[str]) -> ReviewsNamed:
    """As named where it points at none of `listed`, ids of documents in the order of the answer."""
    if len(listed) == 1:
        it = _IT.search(question)
        return _named(named, listed[0], it.span("it")) if it else named
    place = _PLACE.search(question) if listed else None
    if place is None:
        return named
    word = place["word"].casefold()
    at = len(listed) - 1 if word in ("last", "final") else ORDINALS[word] - 1
    return _named(named, listed[at], place.span()) if at < len(listed) else named


def _named(named: ReviewsNamed, document: str, span: Span) -> ReviewsNamed:
    meant = frozenset({document})
    return replace(named, documents=meant, missing=(), spans=(*named.spans, span), places=(span,))
