"""The library and the folders behind it in, where they differ out."""

from collections.abc import Iterable
from dataclasses import dataclass

from rag.index.files import File
from rag.index.library import Library


@dataclass(frozen=True, slots=True)
class Agreement:
    """Names of files; each stands in one list at most."""

    unread: tuple[str, ...]
    """New or changed since they were indexed."""
    failed: tuple[str, ...]
    """Could not be read when last tried."""
    vanished: tuple[str, ...]
    """Held, though the file is not there any more."""


def compare_files(library: Library, files: Iterable[File]) -> Agreement:
    """`files`: all that stand in the corpus folder and in the folder of added documents."""
    catalogue, ledger = library.catalogue, library.catalogue.ledger
    cards, identities = catalogue.cards(), ledger.identities()
    by_location = {file.location: file for file in files}
    failed = {failure.location for failure in ledger.failures()} & by_location.keys()
    # Not by location alone: of two files with the same content one has a document.
    held = {card.checksum for card in cards}
    unread = [
        file
        for location, file in by_location.items()
        if location not in failed
        and file.checksum not in held
        and (location not in identities or identities[location].checksum != file.checksum)
    ]
    present = {file.checksum for file in by_location.values()}
    vanished = [
        card for card in cards if card.location not in by_location and card.checksum not in present
    ]
    return Agreement(
        tuple(file.path.name for file in unread),
        tuple(by_location[location].path.name for location in sorted(failed)),
        tuple(card.record.file for card in vanished),
    )
