"""A file in the place of an added document: another version of it, under the same id."""

from pathlib import Path
from typing import TYPE_CHECKING

from rag.documents.register import Register
from rag.errors import CorpusConflict
from rag.index.catalogue import Card
from rag.index.files import File, checksum
from rag.index.indexing import keep_copy
from rag.index.ledger import Identity, Location
from rag.index.library import Library
from rag.index.publishing import Publishing, Result
from rag.index.writing import open_writer

if TYPE_CHECKING:
    from rag.backends.embeddings import Told


def replace(
    library: Library,
    document: str,
    path: Path,
    *,
    register: Register,
    told: "Told | None" = None,
) -> Result:
    """`told` hears how much is done. The former text stays held where the file cannot be read.

    Raises UnknownDocument, CorpusConflict where the document is not an added one, LibraryBusy,
    StoreUnavailable or ModelUnavailable.
    """
    with open_writer(library) as writer:
        writer.reconcile()
        catalogue = library.catalogue
        card = catalogue.card(document)
        if card.location.origin != "added":
            raise CorpusConflict(
                f"{card.record.file} lies in the corpus folder: put its new version there and run"
                " `rag index`."
            )
        location = _location(library, card, path)
        file = File(path, location, checksum(path))
        present = {other.location for other in catalogue.cards()} - {card.location} | {location}
        if location != card.location:
            catalogue.ledger.remember(location, Identity(document, file.checksum))
        step = Publishing(
            catalogue, writer, register, present, keep=lambda each: keep_copy(library, each)
        )
        # Under another name as well: the new version is of the same page of the web.
        stand = catalogue.addresses.of_file(card.location)
        result = step.publish_file(file, told, stand)
        if result.status == "updated" and location != card.location:
            (library.added / card.location.path).unlink(missing_ok=True)
            catalogue.addresses.move(card.location, location)
        return result


def _location(library: Library, card: Card, path: Path) -> Location:
    """That of the former file; with another suffix, as a file is read by it, another name."""
    former = Path(card.location.path)
    if path.suffix.lower() == former.suffix.lower():
        return card.location
    names = (f"{former.stem}{n}{path.suffix}" for n in ("", *(f"-{i}" for i in range(2, 10_000))))
    return Location("added", next(n for n in names if not (library.added / n).exists()))
