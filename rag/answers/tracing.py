"""A question as it was read and its answer in, the trace of both out.

Everything stands in the request already: no text is read here."""

from collections.abc import Iterator, Sequence

from rag.answer import Answer
from rag.index.library import Library
from rag.questions.request import Request
from rag.questions.topic.subjects import Subjects
from rag.telling.said_words import words_of_said
from rag.trace import DocumentRead, Trace
from rag.types import Record

NAMED, OWN_WORD, TITLED = "named in the question", "its own words are said", "its title is said"
FITS_BEST = "not named, but what was found in it fits best"
MAY_FIT = "what was found in it may fit"
BEFORE = "from the turns before, or of the kind asked about"


def trace(library: Library, request: Request, answer: Answer) -> Trace:
    records = library.catalogue.records()
    of = [r for r in records if r.id in (request.documents or ())]
    scope = "several" if len(request.reviews.documents or ()) > 1 else "one"
    return Trace(
        question=answer.question,
        documents=tuple(_read(record, request) for record in of),
        others=tuple(_others(records, request)),
        scope="all" if request.across and request.documents is None else scope,
        scopes=request.form.scopes,
        forms=request.form.forms,
        units=tuple(unit.typed for unit in request.asked.units),
        kinds=request.asked.kinds,
        owners=request.agencies,
        facts=tuple(fact.name for fact in request.said.facts),
        times=request.said.times,
        person=request.said.person.name or "",
        asks=words_of_said(request.said),
        mention=tuple(" ".join(t.words for t in part) for part in _mentioned(request)),
        premises=tuple(dict.fromkeys(premise.term.words for premise in request.premises)),
        polarity=request.polarity,
        language=request.unread or "English",
        topic=tuple(term.words for term in request.terms),
        points=request.points,
        points_at=tuple(f"{each.document}#{each.unit.id}" for each in request.focus),
        way=answer.way or "aside",
        proposals=answer.proposals,
        reason=answer.reason,
    )


def untold(answer: Answer) -> Trace:
    """Of what is answered before the question is read: a danger, an identity, an order to the
    machine."""
    return Trace(
        question=answer.question, documents=(), others=(), scope="", scopes=(), forms=(), units=(),
        kinds=(), owners=(), facts=(), times=(), person="", asks=(), mention=(), premises=(),
        polarity="", language="", topic=(), points="", points_at=(), way=answer.way or "aside",
        proposals=(), reason=answer.reason,
    )  # fmt: skip


def _mentioned(request: Request) -> Subjects:
    mention = request.mention
    return mention.parts if mention else ()


def _others(records: Sequence[Record], request: Request) -> Iterator[DocumentRead]:
    titles = {record.id: record.title for record in records}
    for id_, chance in request.weights:
        if id_ in titles and id_ not in (request.documents or ()):
            yield DocumentRead(id_, titles[id_], chance, MAY_FIT)


def _read(record: Record, request: Request) -> DocumentRead:
    meant = request.meant
    if meant is None or record.id not in meant.documents:
        named = record.id in (request.reviews.documents or ())
        return DocumentRead(record.id, record.title, None, NAMED if named else BEFORE)
    why = TITLED if meant.named else OWN_WORD if meant.known else FITS_BEST
    return DocumentRead(record.id, record.title, dict(request.weights).get(record.id), why)
