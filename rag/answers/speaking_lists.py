"""The units that speak of a topic in, the answer out that says how many there are and quotes them
all, grouped by review."""

from collections import Counter
from collections.abc import Sequence

from rag.answers.composing import Lead, Piece, compose
from rag.answers.counting import counts_reviews, tell_kinds
from rag.answers.refusals import name_review
from rag.answers.speaking import Topic, speaking_span
from rag.index.library import Library
from rag.questions.query import Focus, Query
from rag.types import Answer, Citation, Statement

ROOM = 250
"""Words up to which every unit is quoted whole."""
FIRST_WHOLE = 2
"""Units of each review that are quoted whole in a longer list."""


def compose_speaking(
    library: Library,
    query: Query,
    units: Sequence[Focus],
    topic: Topic,
    verb: str = "speak of this",
) -> Answer:
    pieces = _pieces(units, topic)
    if len({f.document for f in units}) > 1:
        pieces = _head(library, pieces)
    return compose(library, query, pieces, lead=_lead(library, query, units, verb))


def under_reviews(library: Library, units: Sequence[Focus], topic: Topic) -> list[Piece]:
    """The sentences of each that speak of it, under the name of its review."""
    return _head(library, [Piece(f, speaking_span(f.unit, topic)) for f in units])


def _pieces(units: Sequence[Focus], topic: Topic) -> list[Piece]:
    long = sum(len(f.unit.text.split()) for f in units) > ROOM
    before = Counter[str]()
    pieces = list[Piece]()
    for f in units:
        shortened = long and before[f.document] >= FIRST_WHOLE
        pieces.append(Piece(f, speaking_span(f.unit, topic) if shortened else f.unit.spans))
        before[f.document] += 1
    return pieces


def _head(library: Library, pieces: Sequence[Piece]) -> list[Piece]:
    names = {record.id: name_review(record) for record in library.catalogue.records()}
    headed = set[str]()
    told = list[Piece]()
    for piece in pieces:
        document = piece.focus.document
        told.append(
            Piece(piece.focus, piece.spans, None if document in headed else names[document])
        )
        headed.add(document)
    return told


def _lead(library: Library, query: Query, units: Sequence[Focus], verb: str) -> Lead:
    text = _tell(library, query, units, verb)

    def say(citations: Sequence[Citation]) -> Statement:
        return Statement(text, tuple(c.n for c in citations))

    return say


def _tell(library: Library, query: Query, units: Sequence[Focus], verb: str) -> str:
    """ "6 recommendations in 3 reviews speak of this:", or "3 of the 5 reviews have ..."."""
    counted = tell_kinds(f.unit.kind for f in units)
    named = {f.document for f in units}
    do = verb if len(units) > 1 else f"{verb.replace(' ', 's ', 1)}"
    if query.wants == "theme" or counts_reviews(query):
        held = query.documents or library.reviews | named
        have = "have" if len(named) > 1 else "has"
        noun = "reviews" if held <= library.reviews else "documents"
        who = f"{len(named)} of the {len(held)} {noun} {have}" if len(held) > 1 else "It has"
        return f"{who} {counted} that {do}:"
    if len(named) > 1:
        noun = "reviews" if named <= library.reviews else "documents"
        return f"{counted} in {len(named)} {noun} {do}:"
    record = next(r for r in library.catalogue.records() if r.id in named)
    return f"{counted} of {record.subject or record.title} {do}:"
