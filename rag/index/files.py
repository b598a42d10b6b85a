"""Folders in, the files that may be documents out."""

import hashlib
import os
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from rag.documents.register import FILE as REGISTER
from rag.documents.suffixes import reader_of
from rag.index.ledger import Location, Origin

_ASIDE = frozenset({"readme", "license", "licence"})
"""Stems of files that speak of the folder."""
_OF_THE_SYSTEM = frozenset({"thumbs.db", "ehthumbs.db", "desktop.ini", "icon\r", REGISTER})
"""Files that no person put there as a document."""
_HIDDEN = (".", "~$", "~wrl")
"""How hidden files and the locks and drafts of office programs begin."""
_PAGE_PARTS = ("_files", ".files", "_fichiers", "-dateien")
"""What browsers add to a saved page's name for the folder of its pictures."""
_UNPACKED_MAC = "__MACOSX"


@dataclass(frozen=True, slots=True)
class File:
    path: Path
    location: Location
    checksum: str
    """SHA-256 of the content, hexadecimal; empty where it cannot be read."""


def find_files(folder: Path, origin: Origin) -> tuple[File, ...]:
    """Every file below the folder, by path, of a kind that is read or not: the receipt names
    them all. Hidden files, those of the system, read-me files and the parts of saved web pages
    are left aside."""
    return tuple(
        File(path, Location(origin, path.relative_to(folder).as_posix()), _checksum_if_read(path))
        for path in sorted(_walk(folder))
    )


def expand(paths: Iterable[Path]) -> Iterator[Path]:
    """Folders become the files below them; a file is taken whatever it is."""
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


def _checksum_if_read(path: Path) -> str:
    """A film that somebody keeps beside reviews is not read through on every run."""
    return checksum(path) if reader_of(path) else ""


def _walk(folder: Path) -> Iterator[Path]:
    for root, folders, names in os.walk(folder):
        folders[:] = [name for name in folders if _may_hold_documents(name, names)]
        yield from (Path(root, name) for name in names if _may_be_document(name))


def _may_hold_documents(folder: str, beside: Iterable[str]) -> bool:
    if folder.startswith(".") or folder == _UNPACKED_MAC:
        return False
    page = next((folder.removesuffix(end) for end in _PAGE_PARTS if folder.endswith(end)), None)
    return page is None or not {f"{page}.html", f"{page}.htm"}.intersection(beside)


def _may_be_document(name: str) -> bool:
    folded = name.lower()
    aside = Path(folded).stem in _ASIDE or folded in _OF_THE_SYSTEM
    return not aside and not folded.startswith(_HIDDEN)
