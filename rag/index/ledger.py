"""What the library remembers of files, held or not: identity, failures, and its own settings."""

import secrets
from dataclasses import dataclass
from typing import Literal

from rag.index.database import Database

Origin = Literal["corpus", "added", "former"]
"""The corpus folder, the folder of added documents, or a corpus folder used before."""


@dataclass(frozen=True, slots=True, order=True)
class Location:
    """Where a file lives: `path` counts from the folder of its origin, with "/" between."""

    origin: Origin
    path: str


@dataclass(frozen=True, slots=True)
class Identity:
    """What a file was when it was last published."""

    document: str
    checksum: str


@dataclass(frozen=True, slots=True)
class Failure:
    location: Location
    reason: str


class Ledger:
    def __init__(self, database: Database) -> None:
        self._database = database

    @property
    def library(self) -> str:
        """A name of this library's own, for what it shares with others."""
        if name := self.setting("library"):
            return name
        with self._database.commit():
            name = self.setting("library") or secrets.token_hex(6)
            self.set("library", name)
        return name

    @property
    def generation(self) -> str:
        return self.setting("generation") or "empty"

    def start_generation(self) -> None:
        # Not a count, which a rebuilt catalogue would begin again, with other passages.
        self.set("generation", secrets.token_hex(8))

    def identities(self) -> dict[Location, Identity]:
        """Of every file ever published or superseded."""
        found = self._database.query("SELECT origin, path, document, checksum FROM locations")
        return {Location(origin, path): Identity(*rest) for origin, path, *rest in found}

    def remember(self, location: Location, identity: Identity) -> None:
        row = (location.origin, location.path, identity.document, identity.checksum)
        self._database.insert("locations", [row], replace=True)

    def retire_corpus(self) -> None:
        """The corpus folder becomes a former one: names in another folder mean other files."""
        with self._database.commit():
            query = self._database.query
            query("UPDATE OR REPLACE locations SET origin = 'former' WHERE origin = 'corpus'")
            query("UPDATE documents SET origin = 'former' WHERE origin = 'corpus'")
            query("DELETE FROM failures WHERE origin = 'corpus'")

    def failures(self) -> tuple[Failure, ...]:
        """Files that could not be read when last tried, by location."""
        found = self._database.query("SELECT * FROM failures ORDER BY origin, path")
        return tuple(Failure(Location(origin, path), reason) for origin, path, reason in found)

    def fail(self, failure: Failure) -> None:
        row = (failure.location.origin, failure.location.path, failure.reason)
        self._database.insert("failures", [row], replace=True)

    def forgive(self, location: Location) -> None:
        """Forgets that the file could not be read."""
        self._database.query(
            "DELETE FROM failures WHERE origin = ? AND path = ?", location.origin, location.path
        )

    def setting(self, name: str) -> str | None:
        found = self._database.query("SELECT value FROM settings WHERE name = ?", name)
        return str(found[0][0]) if found else None

    def set(self, name: str, value: str) -> None:
        self._database.insert("settings", [(name, value)], replace=True)
