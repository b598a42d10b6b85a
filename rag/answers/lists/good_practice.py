"""A question after good practice in: what is listed of all reviews, and, where a review lists none,
the sentences that speak of it, out."""

import re
from collections.abc import Iterable
from dataclasses import replace

from rag.answer import Answer, Statement, refused
from rag.answers.search.search_answer import answer_by_search
from rag.index.library import Library
from rag.questions.request import Focus, Request
from rag.questions.topic.actors import subject_words
from rag.reading.sentences import sentence_spans
from rag.telling.composing import Piece, compose, whole
from rag.telling.grouping import under_names
from rag.telling.refusals import name_review
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


def answer_unlisted(library: Library, request: Request) -> Answer | None:
    """None where something else is asked for too."""
    if (
        request.asked.kinds != ("good_practice",)
        or request.asked.units
        or request.documents is None
    ):
        return None
    if subject_words(request.terms) or request.agencies or len(request.documents) > 1:
        return None
    records = library.catalogue.records()
    named = " or ".join(name_review(r) for r in records if r.id in request.documents)
    remark = f"Nothing in {named} is listed as good practice."
    if pieces := _said_of_it(library, library.catalogue.find_units(request.documents)):
        return compose(library, request, pieces, remarks=(f"{remark} Where it speaks of it:",))
    found = answer_by_search(library, request)
    if found.status == "refused":
        told = f"{remark} No sentence there was found to speak of it."
        return refused("not_stated", told)
    near = (Statement(f"{remark} What comes nearest:"), *found.statements)
    return replace(found, status="partial", reason="not_stated", statements=near)


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
