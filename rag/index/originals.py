"""A document's card in, the file that it was read from out."""

from pathlib import Path

from rag.errors import UnreadableFile
from rag.index.catalogue import Card
from rag.index.files import checksum
from rag.index.indexing import corpus_folder
from rag.index.library import Library


def original_file(library: Library, card: Card) -> Path:
    """Raises UnreadableFile where it is gone, or is no more what was read: its pages would not
    be those that the citations name."""
    name = card.location.path
    folder = corpus_folder(library) if card.location.origin == "corpus" else library.added
    if folder is None or card.location.origin == "former":
        raise UnreadableFile(
            f"{name} stood in a corpus folder that is no longer the library's: add it with rag"
            " index FILE to see its pages."
        )
    path = folder / name
    found = checksum(path)
    if not found:
        raise UnreadableFile(
            f"{name} is no longer in {folder}, so its pages cannot be shown: put it back, or run"
            " rag index if it has moved."
        )
    if found != card.checksum:
        raise UnreadableFile(
            f"{name} is another file now than the one that was read: run rag index to read it anew."
        )
    return path
