"""A question for the order of events in, the dated sentences of a review out, earliest first."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from rag.answer import Answer
from rag.backends.lexical import stem
from rag.evidence.thoughts import leans_back
from rag.index.library import Library
from rag.language.topic_words import TopicWord
from rag.questions.request import Focus, Request
from rag.reading.dates import MONTHS, find_date, iso_date
from rag.reading.sentences import sentence_spans
from rag.telling.composing import Piece, compose
from rag.telling.refusals import name_review
from rag.types import Span

MOST_EVENTS = 24
"""Of one review: what a person reads through."""
MOST_REVIEWS = 3
LEAST_EVENTS = 2
"""What has a single date is no order."""
_NEXT_TO = 2
"""Characters of layout between two sentences that stand next to each other."""
LEAST_WORDS = 5
"""Of a sentence that tells an event."""
_TELLING = frozenset(
    "paragraph summary theme finding point lesson good_practice concern judgement".split()
)
"""Kinds that say what happened; what is to be done has dates of its own."""
_YEAR = re.compile(
    r"\b(?:in|during|by|since|until|early|late|mid|spring|summer|autumn|winter)(?: in| of|-)? "
    r"(?P<year>(?:19|20)\d\d)\b(?!\))",
    re.IGNORECASE,
)
"""A year by itself: when something was, not when a book came out."""
_OF_ORDER = frozenset(
    stem(
        "timeline time line chronology chronological event order date dated sequence happen"
        " happened happens start finish begin beginning end step history story case review"
    )
)
"""They ask for the order, and are no topic."""


@dataclass(frozen=True, slots=True)
class Event:
    focus: Focus
    span: Span
    when: str
    """ISO, at the printed precision."""


def answer_timeline(library: Library, request: Request) -> Answer | None:
    """None where no review is meant, or where it dates less than two things of what is asked."""
    documents = sorted(request.documents or ())
    if request.wants != "timeline" or not 0 < len(documents) <= MOST_REVIEWS:
        return None
    topic = [t for t in request.terms if not _OF_ORDER.issuperset(t.variants[0])]
    found = [_in_order(_find_events(library, document, topic)) for document in documents]
    if sum(map(len, found)) < LEAST_EVENTS:
        return None
    pieces = [
        piece
        for document, events in zip(documents, found, strict=True)
        for piece in _pieces(library, document, events, several=len(documents) > 1)
    ]
    return compose(library, request, pieces, remarks=(_remark(found),))


def _find_events(library: Library, document: str, topic: Sequence[TopicWord]) -> Iterator[Event]:
    text = library.catalogue.reading_text(document)
    for unit in library.catalogue.units(document):
        if unit.kind in _TELLING:
            focus = Focus(document, unit)
            yield from (e for piece in unit.spans for e in _events_in(text, focus, piece, topic))


def _events_in(text: str, focus: Focus, piece: Span, topic: Sequence[TopicWord]) -> Iterator[Event]:
    """Each dated sentence of the piece, with those behind it that lean on it."""
    start, end = piece
    event: Event | None = None
    for a, b in sentence_spans(text[start:end]):
        said, span = text[start + a : start + b], (start + a, start + b)
        if event and leans_back(said) and span[0] - event.span[1] <= _NEXT_TO:
            event = replace(event, span=(event.span[0], span[1]))
            continue
        if event:
            yield event
        when = _when(said) if said.count(" ") + 1 >= LEAST_WORDS and _speaks(said, topic) else None
        event = Event(focus, span, when) if when else None
    if event:
        yield event


def _speaks(sentence: str, topic: Sequence[TopicWord]) -> bool:
    stems = frozenset(stem(sentence))
    return not topic or any(term.stands_in(stems) for term in topic)


def _when(sentence: str) -> str | None:
    """Of the first date in it."""
    day = find_date(sentence)
    year = _YEAR.search(sentence)
    if day and (year is None or day.start() <= year.start("year")):
        return iso_date(day[0])
    return year["year"] if year else None


def _in_order(events: Iterator[Event]) -> list[Event]:
    """What is dated to a year or a month comes before the days in it."""
    return sorted(events, key=lambda event: event.when)


def _pieces(
    library: Library, document: str, events: Sequence[Event], *, several: bool
) -> Iterator[Piece]:
    record = next(r for r in library.catalogue.records() if r.id == document)
    name = f"{name_review(record)}: " if several else ""
    before = None
    for event in events[:MOST_EVENTS]:
        heading = None if event.when == before else f"{name}{_in_words(event.when)}"
        before = event.when
        yield Piece(event.focus, (event.span,), heading)


def _in_words(when: str) -> str:
    year, *rest = when.split("-")
    month = [MONTHS[int(rest[0]) - 1].capitalize()] if rest else []
    day = [str(int(rest[1]))] if len(rest) > 1 else []
    return " ".join([*day, *month, year])


def _remark(found: Sequence[Sequence[Event]]) -> str:
    counts = [len(events) for events in found]
    shown = sum(min(count, MOST_EVENTS) for count in counts)
    cut = f"the first {shown} of {sum(counts)}" if shown < sum(counts) else "all that have a date"
    return f"What happened, by date: {cut}. What has no date is left out."
