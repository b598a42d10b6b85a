"""Documents, units and passages as rows of the catalogue, and back."""

import json
import sys
import zlib
from array import array
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import astuple, fields
from itertools import accumulate, pairwise

from rag.index.database import Row
from rag.index.ledger import Location
from rag.types import Document, Dropped, Page, Passage, Reading, Record, Source, Unit

CARDS = (
    "SELECT documents.*, (SELECT fetched FROM addresses WHERE addresses.origin = documents.origin"
    " AND addresses.path = documents.path AND addresses.checksum = documents.checksum"
    " ORDER BY addresses.rowid LIMIT 1) FROM documents"
)
"""Rows of `documents`, each with the day that it was fetched."""
_RECORD = len(fields(Record))


def document_row(document: Document, location: Location, fingerprint: str, passages: int) -> Row:
    source = document.source
    return (
        *astuple(document.record), *astuple(location), source.checksum, fingerprint,
        source.format, json.dumps(source.warnings), json.dumps(source.properties),
        json.dumps(source.doubtful_pages), json.dumps(source.second_reader_pages),
        len(source.pages), len(document.units), passages,
    )  # fmt: skip


def split_record(row: Row) -> tuple[Record, Row]:
    """The record and the other columns of a row of `documents`."""
    return Record(*row[:_RECORD]), row[_RECORD:]


def text_row(document: Document) -> Row:
    reading = document.reading
    dropped = json.dumps([astuple(stretch) for stretch in reading.dropped])
    return (
        document.record.id, document.source.text, reading.text, pack(reading.places),
        zlib.compress(dropped.encode(), 1),
    )  # fmt: skip


def page_rows(document: Document) -> Iterator[Row]:
    for side, pages in (("source", document.source.pages), ("reading", document.pages)):
        yield from ((document.record.id, side, *astuple(page)) for page in pages)


def unit_rows(document: Document) -> Iterator[Row]:
    for position, unit in enumerate(document.units):
        yield (
            document.record.id, position, unit.id, unit.kind, unit.label, unit.number,
            unit.agency, unit.parent, json.dumps(unit.path), unit.text, unit.lead_in, unit.page,
            unit.page_label, unit.start, unit.end, json.dumps(unit.spans), unit.key,
        )  # fmt: skip


def to_unit(row: Row) -> Unit:
    _, _, id_, kind, label, number, agency, parent, path, *rest, spans, key = row
    text, lead_in, page, page_label, start, end = rest
    return Unit(
        id_, kind, label, number, agency, parent, tuple(json.loads(path)), text, lead_in,
        page, page_label, start, end, tuple((a, b) for a, b in json.loads(spans)), key,
    )  # fmt: skip


def passage_rows(passages: Iterable[Passage]) -> Iterator[Row]:
    return ((*astuple(passage), position) for position, passage in enumerate(passages))


def to_passage(row: Row) -> Passage:
    return Passage(*row[:-1])


def to_document(head: Row, text: Row, pages: Iterable[Row], units: Iterable[Unit]) -> Document:
    """From rows of `documents`, `texts` and `pages`, the last in order."""
    record, (_, _, checksum, _, file_format, *findings, _, _, _) = split_record(head)
    warnings, properties, doubtful, second = map(json.loads, findings)
    _, source_text, reading_text, places, dropped = text
    sides: dict[str, list[Page]] = {"source": [], "reading": []}
    for _, side, *page in pages:
        sides[side].append(Page(*page))
    source = Source(
        record.file, file_format, source_text, tuple(sides["source"]), checksum,
        tuple(warnings), tuple((name, value) for name, value in properties),
        tuple(doubtful), tuple(second),
    )  # fmt: skip
    stretches = tuple(Dropped(*stretch) for stretch in json.loads(zlib.decompress(dropped)))
    reading = Reading(reading_text, unpack(places), stretches)
    return Document(record, source, reading, tuple(sides["reading"]), tuple(units))


def pack(places: Sequence[int]) -> bytes:
    """Compressed 4-byte steps from place to place: nearly all are 1, so little is left."""
    return zlib.compress(_little_endian(array("i", (b - a for a, b in pairwise((0, *places))))), 1)


def unpack(packed: bytes) -> "array[int]":
    steps = array("i")
    steps.frombytes(zlib.decompress(packed))
    return array("i", accumulate(array("i", _little_endian(steps))))


def _little_endian(numbers: "array[int]") -> bytes:
    if sys.byteorder == "big":
        numbers.byteswap()
    return numbers.tobytes()
