"""The addresses and the pages set by hand, in a file beside the catalogue: nobody can work them out
anew from the documents, so they outlive a catalogue that is deleted and built again.

A page set by hand belongs to a document's id; the files that bear the id are kept with it, so that
they have the same id in the new catalogue.
"""

import json
from collections.abc import Iterator, Mapping
from contextlib import suppress
from pathlib import Path
from typing import Any

from rag.errors import StoreUnavailable
from rag.index.database import Database, Row

FILE = "addresses.json"
_PAGES = (
    "SELECT document, address, origin, path, checksum"
    " FROM pages_by_hand LEFT JOIN locations USING (document) ORDER BY document, origin, path"
)


class KeptAddresses:
    def __init__(self, folder: Path, database: Database) -> None:
        """`folder`: of the catalogue, whose `database` this is."""
        self._path = folder / FILE
        self._database = database

    def settle(self) -> None:
        """When a catalogue is opened: an empty one is filled from the file, and one that holds
        addresses makes the file where it is missing.

        Raises StoreUnavailable where the file cannot be read.
        """
        known = self._database.query(
            "SELECT 1 FROM addresses UNION ALL SELECT 1 FROM pages_by_hand LIMIT 1"
        )
        if not known and self._path.exists():
            self._fill(self._read())
        elif known and not self._path.exists():
            self.save()

    def save(self) -> None:
        """Whole or not at all. Raises StoreUnavailable where it cannot be written."""
        with self._database.snapshot():
            content = {
                "addresses": self._database.query("SELECT * FROM addresses ORDER BY rowid"),
                "pages_by_hand": self._database.query(_PAGES),
            }
        draft = self._path.with_suffix(".draft")
        try:
            draft.write_text(json.dumps(content, ensure_ascii=False, indent=1), encoding="utf-8")
            draft.replace(self._path)
        except OSError as error:
            with suppress(OSError):
                draft.unlink(missing_ok=True)
            raise StoreUnavailable(
                f"The addresses of documents cannot be kept in {self._path} ({error.strerror}):"
                " expected room and the right to write there; make some and try again."
            ) from error

    def _read(self) -> Mapping[str, list[Row]]:
        try:
            content: Any = json.loads(self._path.read_text(encoding="utf-8"))
            return {name: [tuple(row) for row in content[name]] for name in _TABLES}
        except (OSError, ValueError, KeyError, TypeError) as error:
            raise self._damaged(error) from error

    def _fill(self, content: Mapping[str, list[Row]]) -> None:
        with self._database.commit():
            for table, rows in _rows(content):
                self._database.insert(table, rows, replace=True)

    def _damaged(self, error: Exception) -> StoreUnavailable:
        return StoreUnavailable(
            f"The file {self._path} cannot be read ({error}): expected the addresses of documents"
            " as this program wrote them; put a copy back, or delete the file to do without them."
        )


_TABLES = ("addresses", "pages_by_hand")


def _rows(content: Mapping[str, list[Row]]) -> Iterator[tuple[str, list[Row]]]:
    pages = content["pages_by_hand"]
    yield "addresses", content["addresses"]
    yield "pages_by_hand", [(document, address) for document, address, *_ in pages]
    yield (
        "locations",
        [
            (origin, path, document, checksum)
            for document, _, origin, path, checksum in pages
            if path is not None
        ],
    )
