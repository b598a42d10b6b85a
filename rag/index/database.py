"""A file of SQLite: its tables, one connection for many threads, and transactions."""

import sqlite3
import threading
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from rag.errors import StoreUnavailable

VERSION = 2

_TABLES = """
CREATE TABLE settings (name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;

-- Which identity a file has: it outlives the document, so that a file that returns has it again
CREATE TABLE locations (
    origin TEXT NOT NULL, path TEXT NOT NULL, document TEXT NOT NULL, checksum TEXT NOT NULL,
    PRIMARY KEY (origin, path)
) WITHOUT ROWID;

CREATE TABLE failures (
    origin TEXT NOT NULL, path TEXT NOT NULL, reason TEXT NOT NULL,
    PRIMARY KEY (origin, path)
) WITHOUT ROWID;

-- What was fetched from the web, from where, and what the person told of it
CREATE TABLE addresses (
    address TEXT PRIMARY KEY, origin TEXT NOT NULL, path TEXT NOT NULL, checksum TEXT NOT NULL,
    fetched TEXT NOT NULL, etag TEXT, modified TEXT,
    title TEXT, publisher TEXT, area TEXT, published TEXT, kind TEXT
);
CREATE INDEX addresses_by_file ON addresses (origin, path);

-- Outlives the document, as its id does
CREATE TABLE pages_by_hand (document TEXT PRIMARY KEY, address TEXT NOT NULL) WITHOUT ROWID;

CREATE TABLE documents (
    id TEXT PRIMARY KEY, file TEXT NOT NULL, title TEXT NOT NULL, subject TEXT, publisher TEXT,
    area TEXT, published TEXT, kind TEXT NOT NULL, provenance TEXT NOT NULL, source_url TEXT,
    origin TEXT NOT NULL, path TEXT NOT NULL, checksum TEXT NOT NULL, fingerprint TEXT NOT NULL,
    format TEXT NOT NULL, warnings TEXT NOT NULL, properties TEXT NOT NULL,
    doubtful_pages TEXT NOT NULL, second_reader_pages TEXT NOT NULL,
    pages INTEGER NOT NULL, units INTEGER NOT NULL, passages INTEGER NOT NULL
) WITHOUT ROWID;

-- Apart from the cards, so that listing these does not page through the texts
CREATE TABLE texts (
    document TEXT PRIMARY KEY REFERENCES documents ON DELETE CASCADE,
    source TEXT NOT NULL, reading TEXT NOT NULL, places BLOB NOT NULL, dropped BLOB NOT NULL
);

CREATE TABLE pages (
    document TEXT NOT NULL REFERENCES documents ON DELETE CASCADE,
    side TEXT NOT NULL CHECK (side IN ('source', 'reading')), number INTEGER NOT NULL,
    label TEXT, start INTEGER NOT NULL, "end" INTEGER NOT NULL,
    PRIMARY KEY (document, side, number)
) WITHOUT ROWID;

CREATE TABLE units (
    document TEXT NOT NULL REFERENCES documents ON DELETE CASCADE, position INTEGER NOT NULL,
    id TEXT NOT NULL, kind TEXT NOT NULL, label TEXT NOT NULL, number TEXT COLLATE NOCASE,
    agency TEXT COLLATE NOCASE, parent TEXT, path TEXT NOT NULL, text TEXT NOT NULL,
    lead_in TEXT, page INTEGER, page_label TEXT, start INTEGER NOT NULL, "end" INTEGER NOT NULL,
    spans TEXT NOT NULL, key TEXT,
    PRIMARY KEY (document, position), UNIQUE (document, id)
) WITHOUT ROWID;
CREATE INDEX units_by_kind ON units (kind, number);

CREATE TABLE passages (
    id TEXT PRIMARY KEY, document TEXT NOT NULL REFERENCES documents ON DELETE CASCADE,
    unit TEXT NOT NULL, start INTEGER NOT NULL, "end" INTEGER NOT NULL,
    text TEXT NOT NULL, context TEXT NOT NULL, position INTEGER NOT NULL,
    UNIQUE (document, position)
);
"""

Row = tuple[Any, ...]


@dataclass(frozen=True, slots=True)
class Schema:
    """What a file of this kind holds, and how an error speaks of it."""

    name: str
    tables: str
    version: int
    remedy: str
    """What helps where the file cannot be used, behind "delete that file"."""


CATALOGUE = Schema("catalogue", _TABLES, VERSION, " and run `rag index` to rebuild it")


class Database:
    """Threads take turns: none sees what another has not committed."""

    def __init__(self, path: Path, schema: Schema = CATALOGUE) -> None:
        """Opens the file, or makes an empty one.

        Raises StoreUnavailable when it is of another version, damaged or out of reach.
        """
        self.path = path
        self._schema = schema
        self._turn = threading.RLock()
        try:
            path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
            self._connection = sqlite3.connect(
                path, timeout=30, isolation_level=None, check_same_thread=False
            )
        except (OSError, sqlite3.Error) as error:
            raise self._unavailable(error) from error
        try:
            self._prepare()
        except StoreUnavailable:
            self.close()
            raise

    def close(self) -> None:
        with self._turn:
            self._connection.close()

    def query(self, statement: str, *arguments: object) -> list[Row]:
        """Raises StoreUnavailable where the file is damaged, full or out of reach by now."""
        with self._turn, self._translated():
            return self._connection.execute(statement, arguments).fetchall()

    def insert(self, table: str, rows: Iterable[Row], *, replace: bool = False) -> None:
        """Whole rows, values in the order of the table's columns."""
        verb = "REPLACE" if replace else "INSERT"
        with self._turn, self._translated():
            for row in rows:
                marks = ", ".join("?" * len(row))
                self._connection.execute(f"{verb} INTO {table} VALUES ({marks})", row)

    @contextmanager
    def snapshot(self) -> Iterator[None]:
        """Several queries that see the same state."""
        with self._transaction("BEGIN"):
            yield

    @contextmanager
    def commit(self) -> Iterator[None]:
        """Several changes that are published together or not at all."""
        with self._transaction("BEGIN IMMEDIATE"):
            yield

    @contextmanager
    def _transaction(self, begin: str) -> Iterator[None]:
        with self._turn:
            self.query(begin)
            try:
                yield
                self.query("COMMIT")
            finally:
                # Still open after a fault only, where SQLite has not rolled back by itself (as it
                # does where the disk is full).
                if self._connection.in_transaction:
                    self.query("ROLLBACK")

    @contextmanager
    def _translated(self) -> Iterator[None]:
        try:
            yield
        except (sqlite3.IntegrityError, sqlite3.ProgrammingError):  # a fault of this program
            raise
        except sqlite3.DatabaseError as error:
            raise self._unavailable(error) from error

    def _prepare(self) -> None:
        self.query("PRAGMA journal_mode = WAL")
        self.query("PRAGMA synchronous = NORMAL")
        self.query("PRAGMA foreign_keys = ON")
        # A removed review must not linger in freed pages of the file.
        self.query("PRAGMA secure_delete = ON")
        if self._version() == 0:
            with self.commit():
                if self._version() == 0:
                    self._create()
        schema = self._schema
        if (found := self._version()) != schema.version:
            raise StoreUnavailable(
                f"The {schema.name} {self.path} has version {found}, and this program expects"
                f" version {schema.version}: delete that file{schema.remedy}."
            )

    def _create(self) -> None:
        for statement in self._schema.tables.split(";"):
            self.query(statement)
        self.query(f"PRAGMA user_version = {self._schema.version}")

    def _version(self) -> int:
        return int(self.query("PRAGMA user_version")[0][0])

    def _unavailable(self, error: Exception) -> StoreUnavailable:
        return StoreUnavailable(
            f"The {self._schema.name} {self.path} cannot be used ({error}): expected a readable and"
            " writable SQLite file; check the folder, or delete that file"
            f"{self._schema.remedy}."
        )
