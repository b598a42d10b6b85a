"""The units that speak of a topic in, the answer out that says how many there are and quotes them
all, grouped by review."""

from collections import Counter
from collections.abc import Sequence

from rag.answers.composing import Lead, Piece, compose
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
    library: Library, query: Query, units: Sequence[Focus], topic: Topic
) -> Answer:
    pieces = _pieces(units, topic)
    if len({f.document for f in units}) > 1:
        pieces = _head(library, pieces)
    return compose(library, query, pieces, lead=_lead(library, units))


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


def _lead(library: Library, units: Sequence[Focus]) -> Lead:
    """ "6 recommendations in 3 reviews speak of this:" """

    def say(citations: Sequence[Citation]) -> Statement:
        counted = tell_number(library, units)
        verb = "speaks" if len(units) == 1 else "speak"
        return Statement(f"{counted} {verb} of this:", tuple(c.n for c in citations))

    return say


def tell_number(library: Library, units: Sequence[Focus]) -> str:
    """ "6 recommendations in 3 reviews", "1 finding and 2 lessons of Baby M"."""
    kinds = Counter(f.unit.kind for f in units)
    counted = " and ".join(
        f"{n} {kind.replace('_', ' ')}{'' if n == 1 else 's'}" for kind, n in kinds.items()
    )
    documents = {f.document for f in units}
    if len(documents) > 1:
        return f"{counted} in {len(documents)} {call(library, documents)}"
    record = next(r for r in library.catalogue.records() if r.id in documents)
    return f"{counted} of {record.subject or record.title}"


def call(library: Library, documents: frozenset[str] | set[str]) -> str:
    return "reviews" if documents <= library.reviews else "documents"
