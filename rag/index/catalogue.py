"""What the library holds: documents, their outlines and passages, in one SQLite file.

The source of truth. What its commit has not published does not exist for a reader, whatever
stands in the other stores; every commit that changes a document starts a new generation.
"""

import json
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Self

from rag.errors import UnknownUnit
from rag.index import rows
from rag.index.addresses import Addresses
from rag.index.database import Database, Row
from rag.index.kept_addresses import KeptAddresses
from rag.index.ledger import Identity, Ledger, Location
from rag.index.near_ids import unknown_document
from rag.types import Document, Passage, Record, Unit


@dataclass(frozen=True, slots=True)
class Card:
    """A document without its texts."""

    record: Record
    location: Location
    checksum: str
    fingerprint: str
    """Of the code and settings that it was read, cut and embedded by."""
    warnings: tuple[str, ...]
    doubtful_pages: tuple[int, ...]
    second_reader_pages: tuple[int, ...]
    pages: int
    units: int
    passages: int
    fetched: str | None = None
    """ISO day, of a document that came from the web."""


@dataclass(frozen=True, slots=True)
class UnitMark:
    """A unit without its words."""

    document: str
    id: str
    kind: str
    agency: str | None
    parent: str | None


class Catalogue:
    """Safe for many threads and processes; `indexing` lets one process at a time write."""

    def __init__(self, path: Path) -> None:
        """Raises StoreUnavailable, see `Database`."""
        self._database = Database(path)
        self.ledger = Ledger(self._database)
        self._outlines: tuple[str, dict[str, tuple[Unit, ...]]] = "", {}
        """Of one generation, by document: a question may look at every unit of many."""
        kept = KeptAddresses(path.parent, self._database)
        self.addresses = Addresses(self._database, self.ledger, kept)

    def close(self) -> None:
        self._database.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    @property
    def generation(self) -> str:
        """Another one after every commit that changed a document, never one used before."""
        return self.ledger.generation

    def cards(self) -> tuple[Card, ...]:
        """By document id."""
        return tuple(map(_to_card, self._query(f"{rows.CARDS} ORDER BY id")))

    def records(self) -> tuple[Record, ...]:
        """By document id."""
        return tuple(card.record for card in self.cards())

    def card(self, document: str) -> Card:
        """Raises UnknownDocument."""
        found = self._query(f"{rows.CARDS} WHERE id = ?", document)
        return _to_card(self._only(found, document))

    def document(self, document: str) -> Document:
        """Raises UnknownDocument."""
        with self._database.snapshot():
            head = self._query("SELECT * FROM documents WHERE id = ?", document)
            return rows.to_document(
                self._only(head, document),
                self._query("SELECT * FROM texts WHERE document = ?", document)[0],
                self._query("SELECT * FROM pages WHERE document = ? ORDER BY number", document),
                self.units(document),
            )

    def reading_text(self, document: str) -> str:
        """Raises UnknownDocument."""
        found = self._query("SELECT reading FROM texts WHERE document = ?", document)
        return str(self._only(found, document)[0])

    def documents_saying(self, words: str) -> tuple[str, ...]:
        """Ids of those whose source text has the words, character for character."""
        found = self._query("SELECT document FROM texts WHERE instr(source, ?) ORDER BY 1", words)
        return tuple(row[0] for row in found)

    def units(self, document: str) -> tuple[Unit, ...]:
        """In document order; none for a document that is not held. Kept at hand."""
        generation = self.generation
        kept_of, kept = self._outlines
        if kept_of != generation:
            self._outlines = generation, (kept := {})
        if document not in kept:
            kept[document] = tuple(unit for _, unit in self.find_units({document}))
        return kept[document]

    def unit(self, document: str, unit: str) -> Unit:
        """Raises UnknownDocument or UnknownUnit."""
        found = self._query("SELECT * FROM units WHERE document = ? AND id = ?", document, unit)
        if not found:
            self.card(document)
            raise UnknownUnit(
                f"{document} has no unit {unit!r}: expected one of those that"
                f" `rag show {document}` lists."
            )
        return rows.to_unit(found[0])

    def units_at(self, places: Collection[tuple[str, str]]) -> dict[tuple[str, str], Unit]:
        """By document id and unit id; a place that is not held is left out."""
        found = self._query(
            "SELECT units.* FROM units JOIN json_each(?) AS place"
            " ON document = json_extract(place.value, '$[0]')"
            " AND units.id = json_extract(place.value, '$[1]')",
            json.dumps([*places]),
        )
        return {(row[0], row[2]): rows.to_unit(row) for row in found}

    def find_units(
        self,
        documents: Collection[str] | None = None,
        *,
        kind: str | None = None,
        number: str | None = None,
        agency: str | None = None,
    ) -> tuple[tuple[str, Unit], ...]:
        """Document id and unit, by document id and in document order.

        None asks for nothing in particular; number and agency are compared as wholes, without
        regard to the case of ASCII letters.
        """
        if documents is None:
            documents = [record.id for record in self.records()]
        found = self._query(
            "SELECT * FROM units WHERE document IN (SELECT value FROM json_each(?1))"
            " AND (?2 IS NULL OR kind = ?2) AND (?3 IS NULL OR number = ?3)"
            " AND (?4 IS NULL OR agency = ?4) ORDER BY document, position",
            json.dumps([*documents]), kind, number, agency,
        )  # fmt: skip
        return tuple((row[0], rows.to_unit(row)) for row in found)

    def unit_marks(self) -> tuple[UnitMark, ...]:
        """Of all units, by document id and in document order."""
        found = self._query(
            "SELECT document, id, kind, agency, parent FROM units ORDER BY document, position"
        )
        return tuple(UnitMark(*row) for row in found)

    def passages(self, ids: Iterable[str]) -> dict[str, Passage]:
        """By id; an id that is not published is left out."""
        found = self._query(
            "SELECT * FROM passages WHERE id IN (SELECT value FROM json_each(?))",
            json.dumps([*ids]),
        )
        return {row[0]: rows.to_passage(row) for row in found}

    def all_passages(self) -> tuple[Passage, ...]:
        """By document id and in document order."""
        found = self._query("SELECT * FROM passages ORDER BY document, position")
        return tuple(map(rows.to_passage, found))

    def passage_ids(self, document: str | None = None) -> frozenset[str]:
        """Of one document or of all."""
        found = self._query("SELECT id FROM passages WHERE document = ?1 OR ?1 IS NULL", document)
        return frozenset(row[0] for row in found)

    def passage_places(self, document: str | None = None) -> dict[str, tuple[str, str]]:
        """Document id and unit id of each passage, by its id; of one document or of all."""
        found = self._query(
            "SELECT id, document, unit FROM passages WHERE document = ?1 OR ?1 IS NULL", document
        )
        return {id_: (holder, unit) for id_, holder, unit in found}

    def publish(
        self,
        document: Document,
        passages: Collection[Passage],
        *,
        location: Location,
        fingerprint: str,
    ) -> None:
        """Puts the document in the place of the one with its id, if any, in one commit."""
        head = rows.document_row(document, location, fingerprint, len(passages))
        id_, insert = document.record.id, self._database.insert
        with self._database.commit():
            self._delete(id_)
            insert("documents", [head])
            insert("texts", [rows.text_row(document)])
            insert("pages", rows.page_rows(document))
            insert("units", rows.unit_rows(document))
            insert("passages", rows.passage_rows(passages))
            self.ledger.remember(location, Identity(id_, document.source.checksum))
            self.ledger.forgive(location)

    def withdraw(self, document: str) -> None:
        """Takes the document out; its identity stays its file's. Raises UnknownDocument."""
        with self._database.commit():
            self.card(document)
            self._delete(document)
        # Moves the erased pages from the log into the file, so that the text is gone from both.
        self._query("PRAGMA wal_checkpoint(TRUNCATE)")

    def _only(self, found: list[Row], document: str) -> Row:
        """Raises UnknownDocument."""
        if not found:
            raise unknown_document(document, self._query("SELECT id FROM documents ORDER BY id"))
        return found[0]

    def _delete(self, document: str) -> None:
        self._query("DELETE FROM documents WHERE id = ?", document)
        self.ledger.start_generation()

    def _query(self, statement: str, *arguments: object) -> list[Row]:
        return self._database.query(statement, *arguments)


def _to_card(row: Row) -> Card:
    record, (origin, path, checksum, fingerprint, _, *rest) = rows.split_record(row)
    warnings, _, doubtful, second, *counts = rest
    return Card(
        record, Location(origin, path), checksum, fingerprint, tuple(json.loads(warnings)),
        tuple(json.loads(doubtful)), tuple(json.loads(second)), *counts,
    )  # fmt: skip
