"""A question as it was read and its answer in, the trace of both out.

Everything stands in the query already: no text is read here."""

from collections.abc import Iterator, Sequence

from rag.answer import Answer
from rag.index.library import Library
from rag.questions.request import Query
from rag.questions.topic.subjects import Subjects
from rag.telling.said_words import words_of_said
from rag.trace import DocumentRead, Trace
from rag.types import Record

NAMED, OWN_WORD, TITLED = "named in the question", "its own words are said", "its title is said"
FITS_BEST = "not named, but what was found in it fits best"
MAY_FIT = "what was found in it may fit"
BEFORE = "from the turns before, or of the kind asked about"


def trace(library: Library, query: Query, answer: Answer, ways: Sequence[str]) -> Trace:
    """`ways` are those that are asked before a search, in order."""
    records = library.catalogue.records()
    of = [r for r in records if r.id in (query.documents or ())]
    scope = "several" if len(query.reviews.documents or ()) > 1 else "one"
    way = answer.way or "aside"
    return Trace(
        question=answer.question,
        documents=tuple(_read(record, query) for record in of),
        others=tuple(_others(records, query)),
        scope="all" if query.across and query.documents is None else scope,
        scopes=query.form.scopes,
        forms=query.form.forms,
        units=tuple(unit.typed for unit in query.asked.units),
        kinds=query.asked.kinds,
        owners=query.agencies,
        facts=tuple(fact.name for fact in query.said.facts),
        times=query.said.times,
        person=query.said.person.name or "",
        asks=words_of_said(query.said),
        mention=tuple(" ".join(t.words for t in part) for part in _mentioned(query)),
        premises=tuple(dict.fromkeys(premise.term.words for premise in query.premises)),
        polarity=query.polarity,
        language=query.unread or "English",
        topic=tuple(term.words for term in query.terms),
        points=query.points,
        points_at=tuple(f"{each.document}#{each.unit.id}" for each in query.focus),
        way=way,
        passed=_asked_before(way, ways),
        reason=answer.reason,
    )


def untold(answer: Answer) -> Trace:
    """Of what is answered before the question is read: a danger, an identity, an order to the
    machine."""
    return Trace(
        question=answer.question, documents=(), others=(), scope="", scopes=(), forms=(), units=(),
        kinds=(), owners=(), facts=(), times=(), person="", asks=(), mention=(), premises=(),
        polarity="", language="", topic=(), points="", points_at=(), way=answer.way or "aside",
        passed=(), reason=answer.reason,
    )  # fmt: skip


def _mentioned(query: Query) -> Subjects:
    mention = query.mention
    return mention.parts if mention else ()


def _others(records: Sequence[Record], query: Query) -> Iterator[DocumentRead]:
    titles = {record.id: record.title for record in records}
    for id_, chance in query.weights:
        if id_ in titles and id_ not in (query.documents or ()):
            yield DocumentRead(id_, titles[id_], chance, MAY_FIT)


def _asked_before(way: str, ways: Sequence[str]) -> tuple[str, ...]:
    if way == "search":
        return tuple(ways)
    return tuple(ways[: ways.index(way)]) if way in ways else ()


def _read(record: Record, query: Query) -> DocumentRead:
    meant = query.meant
    if meant is None or record.id not in meant.documents:
        named = record.id in (query.reviews.documents or ())
        return DocumentRead(record.id, record.title, None, NAMED if named else BEFORE)
    why = TITLED if meant.named else OWN_WORD if meant.known else FITS_BEST
    return DocumentRead(record.id, record.title, dict(query.weights).get(record.id), why)
