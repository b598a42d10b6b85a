"""Answers that cost no thought: no figure that they win means much.

Two of them say what our own system says and cite something else: a measure of citations that
does not fall for them reads none.
"""

import hashlib
import random
from collections.abc import Callable, Sequence
from dataclasses import replace

from eval.asking.quoting import first_sentences, quote
from eval.asking.systems import Ranked, System, plain_query
from rag.answers.speakers import speaker
from rag.index.library import Library
from rag.index.retrieval import search
from rag.types import Answer, Citation, Document, Record, Unit

EMPTY = "empty answer"
REFUSING = "always refuse"
DUMPING = "best passage dumped"
TWO_SENTENCES = "two sentences of best passage"
RANDOM_CITATION = "random citation"
WRONG_SOURCE = "right quote, wrong source"
CONTROLS = (EMPTY, REFUSING, DUMPING, TWO_SENTENCES, RANDOM_CITATION, WRONG_SOURCE)

Ask = Callable[[Sequence[str]], Answer]


def controls(library: Library, asked: Ask) -> tuple[System, ...]:
    """`asked` is our own system, whose words two of them borrow. One that needs a second unit, or
    a second document, is left out of a library without it."""
    records = sorted(library.catalogue.records(), key=lambda record: record.id)
    documents = [library.document(record.id) for record in records]
    units = [(document.record, unit) for document in documents for unit in document.units]
    made = [
        System(EMPTY, "control", _say_nothing),
        System(REFUSING, "control", _refuse),
        System(DUMPING, "control", lambda turns: _dump(library, turns, None)),
        System(TWO_SENTENCES, "control", lambda turns: _dump(library, turns, 2)),
    ]
    if len(units) > 1:
        made.append(System(RANDOM_CITATION, "control", _cite_at_random(asked, units)))
    if len(documents) > 1:
        made.append(System(WRONG_SOURCE, "control", _swap_sources(asked, documents)))
    return tuple(made)


def _say_nothing(turns: Sequence[str]) -> Answer:
    return Answer(turns[-1], "answered", None, (), ())


def _refuse(turns: Sequence[str]) -> Answer:
    return Answer(turns[-1], "refused", "not_stated", (), ())


def _dump(library: Library, turns: Sequence[str], sentences: int | None) -> Answer:
    """The whole of the passage that a plain search has first, or its first
    `sentences`."""
    best = [
        Ranked(hit.passage.document, hit.passage.unit, hit.passage.start, hit.passage.end, 0.0)
        for hit in search(library, plain_query(turns), k=1)
    ]
    if sentences:
        best = [first_sentences(library, passage, sentences) for passage in best]
    return quote(library, turns[-1], best) if best else _refuse(turns)


def _cite_at_random(asked: Ask, units: Sequence[tuple[Record, Unit]]) -> Ask:
    def ask(turns: Sequence[str]) -> Answer:
        given, chance = asked(turns), _chance(turns)
        return replace(
            given, citations=tuple(_elsewhere(c, units, chance) for c in given.citations)
        )

    return ask


def _elsewhere(
    citation: Citation, units: Sequence[tuple[Record, Unit]], chance: random.Random
) -> Citation:
    """The same words, said to stand in another unit of any document."""
    others = [
        (record, unit)
        for record, unit in units
        if (record.id, unit.id) != (citation.document, citation.unit)
    ]
    record, unit = chance.choice(others)
    return replace(
        _credited_to(citation, record),
        unit=unit.id,
        kind=unit.kind,
        label=unit.label,
        path=unit.path,
        agency=unit.agency,
        page=unit.page,
        page_label=unit.page_label,
        start=unit.start,
        end=unit.end,
        spans=unit.spans,
        link=f"?doc={record.id}&unit={unit.id}&start={unit.start}&end={unit.end}",
        speaker=speaker(unit, record),
    )


def _swap_sources(asked: Ask, documents: Sequence[Document]) -> Ask:
    """Unit, page and offsets stay as they are, in a document that may have no such place."""

    def ask(turns: Sequence[str]) -> Answer:
        given, chance = asked(turns), _chance(turns)
        records = [document.record for document in documents]
        swapped = []
        for citation in given.citations:
            others = [record for record in records if record.id != citation.document]
            record = chance.choice(others)
            link = citation.link.replace(f"doc={citation.document}", f"doc={record.id}", 1)
            swapped.append(replace(_credited_to(citation, record), link=link))
        return replace(given, citations=tuple(swapped))

    return ask


def _credited_to(citation: Citation, record: Record) -> Citation:
    return replace(
        citation,
        document=record.id,
        title=record.title,
        subject=record.subject,
        publisher=record.publisher,
        area=record.area,
        published=record.published,
        provenance=record.provenance,
        source_url=record.source_url,
    )


def _chance(turns: Sequence[str]) -> random.Random:
    """The same for the same turns, in every run and process."""
    digest = hashlib.sha256("\0".join(turns).encode()).digest()
    return random.Random(int.from_bytes(digest[:8]))  # noqa: S311  # no secret hangs on it
