"""A question about the library or the tool in, its answer out: no document is searched."""

from collections.abc import Sequence
from dataclasses import replace

from rag.answer import Answer, Option, Statement, answered
from rag.answers.cards.examples import example_questions
from rag.index.library import Library
from rag.questions.asides.library_asked import read_library_question
from rag.questions.request import Request
from rag.safety.signposts import LINE, SAMARITANS
from rag.telling.asking_back import list_reviews
from rag.types import Record

MOST_LISTED = 10
_REVIEWS_FIRST = ("inspection_report", "other")
"""Kinds of document that are listed behind the reviews."""
_PROVENANCE = {
    "original": "the publisher's own text",
    "digest": "a digest: our summary, not quotable",
}
_COURTESIES = {
    "farewell": "Goodbye, and take care.",
    "thanks": "Glad to help: ask another question whenever you like.",
    "greeting": "Hello: ask me what the published reviews say, or type help to see how.",
}
_TEXTS = {
    **{name: (text,) for name, text in _COURTESIES.items()},
    "helpline": (LINE, SAMARITANS),
    "help": (
        "Ask what published child-safeguarding reviews say, in your own words. The answer is made"
        " of the reviews' own sentences, each with its finding, lesson or page.",
        "You can ask for one unit (a finding, a lesson, a paragraph by its number), for a whole"
        " list (all recommendations for the police), for the exact words, for who, when and how"
        " many, or for a theme across the reviews.",
        "It does not advise on a child at risk now, does not identify people, and says so where the"
        " reviews do not answer.",
    ),
    "origin": (
        "The answers are passages of the documents in this library, word for word: each quotation"
        " is checked against its document before it is shown, and leads to the place it stands in.",
        "Documents marked as digests are our own summaries; their words are never shown as"
        " quotations.",
        "A program finds and orders the passages. No language model writes the answers.",
    ),
    "privacy": (
        "Questions are answered on the machine this runs on. Nothing of them is sent anywhere,"
        " unless whoever set this up keeps the index on a server elsewhere: that server is given"
        " each question as a row of numbers, never its words. What is kept of a"
        " conversation stays in this machine's data folder until it is deleted there.",
        "E-mail addresses, telephone, NHS and National Insurance numbers, dates of birth and home"
        " addresses are removed from a question before anything else happens. Please leave out"
        " names and details of real cases all the same.",
    ),
}


def answer_about_library(library: Library, request: Request) -> Answer | None:
    """None where the question asks about anything besides the library or the tool."""
    asked = read_library_question(request, ("holdings", *_TEXTS))
    return _compose(library, request, asked) if asked else None


def _compose(library: Library, request: Request, topic: str) -> Answer:
    options: tuple[Option, ...] = ()
    if topic == "holdings":
        named = request.reviews.documents
        held = [r for r in library.catalogue.records() if named is None or r.id in named]
        ordered = sorted(held, key=lambda r: (r.kind in _REVIEWS_FIRST, r.subject or r.title))
        texts = _list(ordered)
        options = list_reviews(request, ordered[:MOST_LISTED])
    else:
        texts = _TEXTS[topic]
    ends = topic in ("farewell", "thanks")
    suggestions = () if ends else example_questions(library.catalogue, count=3)
    statements = tuple(Statement(text) for text in texts)
    return replace(answered(statements, suggestions=suggestions), options=options)


def _list(ordered: Sequence[Record]) -> tuple[str, ...]:
    count = len(ordered)
    digests = sum(r.provenance == "digest" for r in ordered)
    opening = f"The library holds {count} documents:" if count != 1 else "The library holds:"
    more = count - MOST_LISTED
    closing = (f"And {more} more.",) if more > 0 else ()
    if 0 < digests < count:
        closing = (*closing, f"{digests} of all {count} are digests.")
    return (opening, *map(_describe, ordered[:MOST_LISTED]), *closing)


def _describe(record: Record) -> str:
    """ "Baby O: learning bulletin, SSCB, 2016 (the publisher's own text)"."""
    year = record.published[:4] if record.published else None
    kind = record.kind.replace("_", " ") if record.kind != "other" else "document"
    facts = ", ".join(part for part in (kind, record.publisher or record.area, year) if part)
    return f"{record.subject or record.title}: {facts} ({_PROVENANCE[record.provenance]})"
