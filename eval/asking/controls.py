"""Answers that cost no thought: no figure that they win means much.

Two of them say what our own system says and cite something else: a measure of citations that
does not fall for them reads none.
"""

import hashlib
import random
from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial

from eval.asking.quoting import OF_RECORD, OF_UNIT, first_sentences, quote
from eval.asking.systems import Ask, System, plain_query, ranked
from rag.answer import Answer
from rag.index.library import Library
from rag.index.retrieval import search
from rag.quotes.citations.speakers import speaker
from rag.types import Citation, Record, Unit

EMPTY = "empty answer"
REFUSING = "always refuse"
DUMPING = "best passage dumped"
TWO_SENTENCES = "two sentences of best passage"
RANDOM_CITATION = "random citation"
WRONG_SOURCE = "right quote, wrong source"
CONTROLS = (EMPTY, REFUSING, DUMPING, TWO_SENTENCES, RANDOM_CITATION, WRONG_SOURCE)

Place = tuple[Record, Unit]
_OF_UNIT = (*OF_UNIT, "page", "page_label", "start", "end", "spans")


def controls(library: Library, asked: Ask) -> tuple[System, ...]:
    """`asked` is our own system, whose words two of them borrow. One that needs a second unit, or
    a second document, is left out of a library without it."""
    records = sorted(library.catalogue.records(), key=lambda record: record.id)
    units = [(record, unit) for record in records for unit in library.document(record.id).units]
    made: dict[str, Ask] = {
        EMPTY: lambda turns: Answer(turns[-1], "answered", None, (), ()),
        REFUSING: _refuse,
        DUMPING: lambda turns: _dump(library, turns, None),
        TWO_SENTENCES: lambda turns: _dump(library, turns, 2),
    }
    if len(units) > 1:
        made[RANDOM_CITATION] = _cite_otherwise(asked, partial(_in_another_unit, units))
    if len(records) > 1:
        made[WRONG_SOURCE] = _cite_otherwise(asked, partial(_in_another_document, records))
    return tuple(System(name, "control", ask) for name, ask in made.items())


def _refuse(turns: Sequence[str]) -> Answer:
    return Answer(turns[-1], "refused", "not_stated", (), ())


def _dump(library: Library, turns: Sequence[str], sentences: int | None) -> Answer:
    """The whole of the passage that a plain search has first, or its first `sentences`."""
    best = [ranked(hit.passage, 0.0) for hit in search(library, plain_query(turns), k=1)]
    if sentences:
        best = [first_sentences(library, passage, sentences) for passage in best]
    return quote(library, turns[-1], best) if best else _refuse(turns)


def _cite_otherwise(asked: Ask, otherwise: Callable[[Citation, random.Random], Citation]) -> Ask:
    """Says what `asked` says, each citation changed."""

    def ask(turns: Sequence[str]) -> Answer:
        given = asked(turns)
        # The same for the same turns, in every run and process.
        digest = hashlib.sha256("\0".join(turns).encode()).digest()
        chance = random.Random(int.from_bytes(digest[:8]))  # noqa: S311  # no secret hangs on it
        return replace(given, citations=tuple(otherwise(c, chance) for c in given.citations))

    return ask


def _in_another_unit(units: Sequence[Place], citation: Citation, chance: random.Random) -> Citation:
    """The same words, said to stand in another unit of any document."""
    here = (citation.document, citation.unit)
    record, unit = chance.choice([(r, u) for r, u in units if (r.id, u.id) != here])
    return replace(
        _credited_to(citation, record),
        **{name: getattr(unit, name) for name in _OF_UNIT},
        unit=unit.id,
        link=f"?doc={record.id}&unit={unit.id}&start={unit.start}&end={unit.end}",
        speaker=speaker(unit, record),
    )


def _in_another_document(
    records: Sequence[Record], citation: Citation, chance: random.Random
) -> Citation:
    """Unit, page and offsets stay as they are, in a document that may have no such place."""
    record = chance.choice([record for record in records if record.id != citation.document])
    link = citation.link.replace(f"doc={citation.document}", f"doc={record.id}", 1)
    return replace(_credited_to(citation, record), link=link)


def _credited_to(citation: Citation, record: Record) -> Citation:
    told = {name: getattr(record, name) for name in OF_RECORD}
    return replace(citation, document=record.id, **told)
