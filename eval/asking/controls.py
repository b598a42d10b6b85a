"""Answers that cost no thought, asked the same questions: no figure that they win means much."""

import re
from collections.abc import Callable, Mapping
from itertools import islice

from rag.answers.speakers import speaker
from rag.types import Answer, Citation, Document, Hit, Passage, Statement

_SENTENCE_END = re.compile(r"(?<=[.!?])\s+")

Control = Callable[[str, Hit | None, Mapping[str, Document]], Answer]
"""Question, best hit of the plain search (None: nothing found), documents by id."""


def dump_best_passage(question: str, hit: Hit | None, documents: Mapping[str, Document]) -> Answer:
    return _quote_start(question, hit, documents, None)


def take_two_sentences(question: str, hit: Hit | None, documents: Mapping[str, Document]) -> Answer:
    return _quote_start(question, hit, documents, 2)


def refuse_always(question: str, _hit: Hit | None, _documents: Mapping[str, Document]) -> Answer:
    return Answer(question, "refused", "not_stated", (), ())


CONTROLS: dict[str, Control] = {
    "best passage dumped": dump_best_passage,
    "two sentences of best passage": take_two_sentences,
    "always refuse": refuse_always,
}


def _quote_start(
    question: str, hit: Hit | None, documents: Mapping[str, Document], sentences: int | None
) -> Answer:
    if hit is None:
        return refuse_always(question, hit, documents)
    citation = _cite(hit.passage, documents[hit.passage.document], sentences)
    statement = Statement(citation.quote, (1,), verbatim=True)
    return Answer(question, "answered", None, (statement,), (citation,))


def _cite(passage: Passage, document: Document, sentences: int | None) -> Citation:
    """The whole passage, or its first `sentences`."""
    ends = [match.start() for match in _SENTENCE_END.finditer(passage.text)]
    kept = next(islice(ends, sentences - 1, None), None) if sentences else None
    quote = passage.text[:kept]
    unit = next(unit for unit in document.units if unit.id == passage.unit)
    record, end = document.record, passage.start + len(quote)
    return Citation(
        n=1,
        document=record.id,
        title=record.title,
        subject=record.subject,
        publisher=record.publisher,
        area=record.area,
        published=record.published,
        provenance=record.provenance,
        unit=unit.id,
        kind=unit.kind,
        label=unit.label,
        path=unit.path,
        agency=unit.agency,
        page=unit.page,
        page_label=unit.page_label,
        quote=quote,
        start=passage.start,
        end=end,
        spans=((passage.start, end),),
        match=None if record.provenance == "digest" else "exact",
        link=f"?doc={record.id}&unit={unit.id}&start={passage.start}&end={end}",
        source_url=record.source_url,
        speaker=speaker(unit, record),
    )
