"""Folders in, the files that may be documents out."""

import hashlib
import os
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from rag.documents.sources import SUPPORTED
from rag.index.ledger import Location, Origin

WOULD_BE = frozenset({".doc", ".odt", ".pages", ".ppt", ".pptx", ".rtf"})
"""Documents that cannot be read, which is worth telling; pictures and the like are not."""
_ASIDE = frozenset({"readme", "license", "licence"})


@dataclass(frozen=True, slots=True)
class File:
    path: Path
    location: Location
    checksum: str
    """SHA-256 of the content, hexadecimal; empty where it cannot be read."""


def find_files(folder: Path, origin: Origin) -> tuple[File, ...]:
    """Every document below the folder, hidden ones and read-me files aside, by path."""
    return tuple(
        File(path, Location(origin, path.relative_to(folder).as_posix()), checksum(path))
        for path in sorted(_walk(folder))
    )


def expand(paths: Iterable[Path]) -> Iterator[Path]:
    """Folders become the documents below them; a file is taken whatever it is."""
    for path in paths:
        if path.is_dir():
            yield from sorted(_walk(path))
        else:
            yield path


def checksum(path: Path) -> str:
    try:
        with path.open("rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest()
    except OSError:
        return ""


def _walk(folder: Path) -> Iterator[Path]:
    for root, folders, names in os.walk(folder):
        folders[:] = [name for name in folders if not name.startswith(".")]
        yield from (Path(root, name) for name in names if _may_be_document(name))


def _may_be_document(name: str) -> bool:
    path = Path(name)
    known = path.suffix.lower() in {*SUPPORTED, *WOULD_BE}
    return known and not name.startswith((".", "~$")) and path.stem.lower() not in _ASIDE
