"""The units that speak of a topic in, the answer out that says how many there are and quotes them
all, grouped by review."""

from collections import Counter
from collections.abc import Sequence

from rag.answer import Answer
from rag.backends.lexical import stem
from rag.evidence.units.speaking import speaking_span
from rag.index.library import Library
from rag.questions.request import Focus, Request
from rag.questions.topic.subjects import Subjects
from rag.telling.composing import Piece, cite_all, compose
from rag.telling.grouping import under_names
from rag.telling.nouns import noun_of_documents, tell_kinds

ROOM = 250
"""Words up to which every unit is quoted whole."""
FIRST_WHOLE = 2
"""Units of each review that are quoted whole in a longer list."""


def compose_speaking(
    library: Library,
    request: Request,
    units: Sequence[Focus],
    topic: Subjects,
    verb: str = "speak of this",
) -> Answer:
    units = _plainly_first(units, topic) if request.across and request.documents is None else units
    pieces = _pieces(units, topic)
    if len({f.document for f in units}) > 1:
        pieces = under_names(pieces, library.catalogue.records())
    lead = cite_all(_tell(library, request, units, verb))
    return compose(library, request, pieces, lead=lead)


def under_reviews(library: Library, units: Sequence[Focus], topic: Subjects) -> list[Piece]:
    """The sentences of each that speak of it, under the name of its review."""
    pieces = (Piece(f, speaking_span(f.unit, topic)) for f in units)
    return under_names(pieces, library.catalogue.records())


def _plainly_first(units: Sequence[Focus], topic: Subjects) -> list[Focus]:
    """In each review what has the topic's own words before what has others for them."""
    own = [set(term.variants[0]) for subject in topic for term in subject]
    documents = list(dict.fromkeys(f.document for f in units))

    def place(focus: Focus) -> tuple[int, bool]:
        said = set(stem(focus.unit.text))
        plain = any(words <= said for words in own)
        return documents.index(focus.document), not plain

    return sorted(units, key=place)


def _pieces(units: Sequence[Focus], topic: Subjects) -> list[Piece]:
    long = sum(len(f.unit.text.split()) for f in units) > ROOM
    before = Counter[str]()
    pieces = list[Piece]()
    for f in units:
        shortened = long and before[f.document] >= FIRST_WHOLE
        pieces.append(Piece(f, speaking_span(f.unit, topic) if shortened else f.unit.spans))
        before[f.document] += 1
    return pieces


def _tell(library: Library, request: Request, units: Sequence[Focus], verb: str) -> str:
    """ "6 recommendations in 3 reviews speak of this:", or "3 of the 5 reviews have ..."."""
    counted = tell_kinds(f.unit.kind for f in units)
    records = library.catalogue.records()
    named = [r for r in records if r.id in {f.document for f in units}]
    do = verb if len(units) > 1 else verb.replace(" ", "s ", 1)
    if request.wants == "theme" or request.said.count.of_reviews:
        asked = request.documents or library.reviews | {r.id for r in named}
        held = [r for r in records if r.id in asked]
        have = "have" if len(named) > 1 else "has"
        of_all = f"{len(named)} of the {len(held)} {noun_of_documents(held)} {have}"
        who = of_all if len(held) > 1 else "It has"
        return f"{who} {counted} that {do}:"
    if len(named) > 1:
        return f"{counted} in {len(named)} {noun_of_documents(named)} {do}:"
    return f"{counted} of {named[0].subject or named[0].title} {do}:"
