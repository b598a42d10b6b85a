"""The addresses and the pages set by hand, in a file beside the catalogue: nobody can work them out
anew from the documents, so they outlive a catalogue that is deleted and built again.

A page set by hand belongs to a document's id; the files that bear the id are kept with it, so that
they have the same id in the new catalogue.
"""

import json
import tempfile
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from rag.errors import StoreUnavailable
from rag.index.database import Database, Row

FILE = "addresses.json"
_FORMAT = 1
"""Another one where a table or a column is called otherwise or means something else."""


@dataclass(frozen=True, slots=True)
class _Table:
    """Columns in the order of the catalogue's table, those that may be empty last."""

    name: str
    filled: tuple[str, ...]
    may_be_empty: tuple[str, ...]
    chosen: str
    """Which rows are kept and in what order, in SQL."""

    @property
    def columns(self) -> tuple[str, ...]:
        return self.filled + self.may_be_empty

    @property
    def query(self) -> str:
        return f"SELECT {', '.join(self.columns)} FROM {self.name} {self.chosen}"  # noqa: S608


_TABLES = (
    _Table(
        "addresses",
        ("address", "origin", "path", "checksum", "fetched"),
        ("etag", "modified", "title", "publisher", "area", "published", "kind"),
        "ORDER BY rowid",
    ),
    _Table("pages_by_hand", ("document", "address"), (), "ORDER BY document"),
    _Table(
        "locations",
        ("origin", "path", "document", "checksum"),
        (),
        "WHERE document IN (SELECT document FROM pages_by_hand) ORDER BY origin, path",
    ),
)


class KeptAddresses:
    def __init__(self, folder: Path, database: Database) -> None:
        """`folder`: of the catalogue, whose `database` this is."""
        self._folder = folder
        self._path = folder / FILE
        self._database = database

    def settle(self) -> None:
        """When a catalogue is opened: one without addresses is filled from the file; from one that
        has some, a file is made anew that is missing or says something else, as after a crash.

        Raises StoreUnavailable where the file cannot be read or written.
        """
        if self._is_empty():
            if self._path.exists():
                self._fill(self._read())
        elif not self._is_saved():
            self.save()

    def save(self) -> None:
        """Whole or not at all. Raises StoreUnavailable where it cannot be written."""
        # No process can change the catalogue meanwhile, and none saves what is older.
        with self._database.commit():
            self._write(self._content())

    def _is_empty(self) -> bool:
        return not self._database.query(
            "SELECT 1 FROM addresses UNION ALL SELECT 1 FROM pages_by_hand LIMIT 1"
        )

    def _is_saved(self) -> bool:
        with self._database.snapshot():
            content = self._content()
        try:
            return self._path.read_bytes() == content
        except OSError:
            return False

    def _content(self) -> bytes:
        rows = {
            table.name: [
                dict(zip(table.columns, row, strict=True))
                for row in self._database.query(table.query)
            ]
            for table in _TABLES
        }
        return json.dumps({"format": _FORMAT} | rows, ensure_ascii=False, indent=1).encode()

    def _write(self, content: bytes) -> None:
        draft: Path | None = None
        try:
            with tempfile.NamedTemporaryFile(
                dir=self._folder, prefix=f".{FILE}.", delete=False
            ) as opened:
                draft = Path(opened.name)
                opened.write(content)
            draft.replace(self._path)
        except OSError as error:
            if draft:
                with suppress(OSError):
                    draft.unlink(missing_ok=True)
            raise StoreUnavailable(
                f"The addresses of documents cannot be kept in {self._path} ({error.strerror}):"
                " expected room and the right to write there; make some and try again."
            ) from error

    def _read(self) -> Mapping[str, list[Row]]:
        try:
            return _to_rows(json.loads(self._path.read_bytes()))
        except (OSError, ValueError) as error:
            raise self._damaged(error) from error

    def _fill(self, content: Mapping[str, list[Row]]) -> None:
        with self._database.commit():
            # Looked up anew: another process may have filled and changed it meanwhile.
            if self._is_empty():
                for table, rows in content.items():
                    self._database.insert(table, rows, replace=True)

    def _damaged(self, error: Exception) -> StoreUnavailable:
        return StoreUnavailable(
            f"The file {self._path} cannot be read ({error}): expected the addresses of documents"
            " as this program wrote them; put a copy back, or delete the file to do without them."
        )


def _to_rows(content: Any) -> dict[str, list[Row]]:
    """By the table that they belong to. Raises ValueError."""
    if not isinstance(content, dict) or content.get("format") != _FORMAT:
        raise ValueError(f"it is not of format {_FORMAT}")
    return {
        table.name: [_to_row(table, kept) for kept in _rows_of(table, content)] for table in _TABLES
    }


def _rows_of(table: _Table, content: Mapping[str, Any]) -> list[Any]:
    rows = content.get(table.name)
    if not isinstance(rows, list):
        raise ValueError(f"it has no list {table.name!r}")  # noqa: TRY004  # a fault of the file
    return rows


def _to_row(table: _Table, kept: Any) -> Row:
    if not isinstance(kept, dict) or kept.keys() != {*table.columns}:
        raise ValueError(f"each of {table.name!r} has the keys {', '.join(table.columns)}")
    for column in table.columns:
        value = kept[column]
        if not isinstance(value, str) and (value is not None or column in table.filled):
            raise ValueError(f"{value!r} stands for {column!r} in {table.name!r}")
        # Half of a pair of surrogates is JSON and no text: the catalogue cannot hold it.
        (value or "").encode()
    return tuple(kept[column] for column in table.columns)
