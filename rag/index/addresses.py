"""Where documents stand on the web: the addresses they were fetched from, what the person told of
them, and pages that somebody has set by hand."""

from dataclasses import astuple, dataclass, fields

from rag.index.database import Database, Row
from rag.index.kept_addresses import KeptAddresses
from rag.index.ledger import Ledger, Location
from rag.types import NOTHING_TOLD, Told


@dataclass(frozen=True, slots=True)
class Stand:
    """An address and what was fetched from it."""

    address: str
    location: Location
    """Of the file that holds it."""
    checksum: str
    """SHA-256 of what was fetched, hexadecimal."""
    fetched: str
    """ISO day."""
    etag: str | None = None
    modified: str | None = None
    """By what the site knows whether it still has the same."""
    told: Told = NOTHING_TOLD


class Addresses:
    def __init__(self, database: Database, ledger: Ledger, kept: KeptAddresses) -> None:
        """`kept`: the file beside the catalogue that outlives it. Raises StoreUnavailable."""
        self._database = database
        self._ledger = ledger
        self._kept = kept
        kept.settle()

    def find(self, address: str) -> Stand | None:
        found = self._database.query("SELECT * FROM addresses WHERE address = ?", address)
        return _to_stand(found[0]) if found else None

    def of_file(self, location: Location) -> Stand | None:
        """The first address, where the same was fetched from several."""
        found = self._database.query(
            "SELECT * FROM addresses WHERE origin = ? AND path = ? ORDER BY rowid LIMIT 1",
            location.origin, location.path,
        )  # fmt: skip
        return _to_stand(found[0]) if found else None

    def remember(self, stand: Stand) -> None:
        with self._database.commit():
            # Updated where it is known, so that the first address of a file stays its first.
            row = (
                stand.address, *astuple(stand.location), stand.checksum, stand.fetched,
                stand.etag, stand.modified, *astuple(stand.told),
            )  # fmt: skip
            marks = ", ".join("?" * len(row))
            self._database.query(
                f"INSERT INTO addresses VALUES ({marks}) ON CONFLICT (address) DO UPDATE SET "  # noqa: S608
                + ", ".join(f"{name} = excluded.{name}" for name in _COLUMNS),
                *row,
            )
        self._kept.save()

    def move(self, former: Location, new: Location) -> None:
        """The file is kept under another name now."""
        self._database.query(
            "UPDATE addresses SET origin = ?, path = ? WHERE origin = ? AND path = ?",
            *astuple(new), *astuple(former),
        )  # fmt: skip
        self._kept.save()

    def forget(self, location: Location) -> None:
        self._database.query(
            "DELETE FROM addresses WHERE origin = ? AND path = ?", *astuple(location)
        )
        self._kept.save()

    def page_by_hand(self, document: str) -> str | None:
        found = self._database.query(
            "SELECT address FROM pages_by_hand WHERE document = ?", document
        )
        return str(found[0][0]) if found else None

    def set_page(self, document: str, by_hand: str | None, *, otherwise: str | None) -> None:
        """Citations of the document lead to the page set by hand from now on, or else to the
        other; the one by hand stays the document's when it is read anew."""
        with self._database.commit():
            query = self._database.query
            query("DELETE FROM pages_by_hand WHERE document = ?", document)
            if by_hand:
                self._database.insert("pages_by_hand", [(document, by_hand)])
            query(
                "UPDATE documents SET source_url = ? WHERE id = ?", by_hand or otherwise, document
            )
            self._ledger.start_generation()
        self._kept.save()


_COLUMNS = (
    "origin", "path", "checksum", "fetched", "etag", "modified",
    *(field.name for field in fields(Told)),
)  # fmt: skip


def _to_stand(row: Row) -> Stand:
    address, origin, path, checksum, fetched, etag, modified, *told = row
    place = Location(origin, path)
    return Stand(address, place, checksum, fetched, etag, modified, Told(*told))
