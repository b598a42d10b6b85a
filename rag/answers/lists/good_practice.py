"""A question after the good practice of all reviews in; what each lists, or else the sentences that
speak of it, out."""

import re
from collections.abc import Iterable

from rag.answer import Answer
from rag.index.library import Library
from rag.questions.request import Focus, Request
from rag.questions.topic.actors import subject_words
from rag.reading.sentences import sentence_spans
from rag.telling.composing import Piece, compose, whole
from rag.telling.grouping import under_names
from rag.types import Span, Unit

_SAYS = re.compile(
    r"\b(?:(?:good|effective|positive|excellent|commendable) (?:\w+ )?practice"
    r"|(?:worked|went|handled|managed|responded) well|to be (?:commended|praised)|commendable"
    r"|(?:was|were|is|are) (?:an? )?(?:\w+ )?(?:strength|good example)s?)\b",
    re.IGNORECASE,
)
_TO_DO = ("recommendation", "action", "action_row", "measure", "question", "resource", "section")
"""They say what is to be done, not what was done well."""

LISTED_AND_SAID = "What is listed as good practice, and where a review without a list speaks of it:"
MOST_SAID = 3
"""Sentences of a review that lists none."""


def answer_good_practice_of_all(library: Library, request: Request) -> Answer | None:
    """Of all reviews: what each lists, or, where it lists none, the sentences that speak of it."""
    if request.asked.kinds != ("good_practice",) or request.asked.units or not request.across:
        return None
    if request.documents is not None or subject_words(request.terms) or request.agencies:
        return None
    pieces = [p for document in sorted(library.reviews) for p in _of_review(library, document)]
    if not pieces:
        return None
    records = library.catalogue.records()
    return compose(library, request, under_names(pieces, records), remarks=(LISTED_AND_SAID,))


def _of_review(library: Library, document: str) -> list[Piece]:
    units = library.catalogue.find_units(frozenset({document}))
    listed = [Focus(document, unit) for _, unit in units if unit.kind == "good_practice"]
    if listed:
        return whole(listed)
    return _said_of_it(library, units)[:MOST_SAID]


def _said_of_it(library: Library, units: Iterable[tuple[str, Unit]]) -> list[Piece]:
    """The sentences that speak of it, a piece each."""
    told = (Focus(document, unit) for document, unit in units if unit.kind not in _TO_DO)
    return [Piece(f, (span,)) for f in told for span in _sentences_of_it(library, f)]


def _sentences_of_it(library: Library, focus: Focus) -> list[Span]:
    text = library.catalogue.reading_text(focus.document)
    return [
        (start + a, start + b)
        for start, end in focus.unit.spans
        for a, b in sentence_spans(text[start:end])
        if _SAYS.search(text[start + a : start + b])
    ]
