"""The one process that writes: documents go into the vector store, then into the catalogue."""

import shutil
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING

from filelock import BaseFileLock, FileLock, Timeout

from rag.errors import LibraryBusy
from rag.index.ledger import Location
from rag.index.library import VECTORS, Library
from rag.types import Document, Passage

if TYPE_CHECKING:
    from rag.backends.embeddings import Told
    from rag.backends.vectors import Vectors

_AT_ONCE = 1_000


@contextmanager
def open_writer(
    library: Library,
    *,
    patience: float = 0,
    waits: Callable[[], None] = lambda: None,
    saves_terms: bool = True,
) -> Iterator["Writer"]:
    """`patience`: seconds that another writer on the same data is waited for; `waits` is called
    before that; `saves_terms`: not where more documents follow at once, as every term of the
    library is written: then `save_terms` is called behind the last.

    Raises LibraryBusy when another writer is still open then."""
    with _lock(library, patience, waits):
        writer = Writer(library)
        yield writer
        writer.finish(saves_terms=saves_terms)


def save_terms(library: Library) -> None:
    """Of all documents, unless another process is writing: that one saves them as its last step.

    Raises StoreUnavailable."""
    with suppress(LibraryBusy), _lock(library):
        Writer(library).finish(saves_terms=True)


@contextmanager
def _lock(
    library: Library, patience: float = 0, waits: Callable[[], None] = lambda: None
) -> Iterator[None]:
    library.data.mkdir(mode=0o700, parents=True, exist_ok=True)
    lock = FileLock(library.data / "writing.lock")
    try:
        _acquire(lock, patience, waits)
    except Timeout as error:
        raise LibraryBusy(
            f"Another process is changing the library in {library.data}: one may do so at a"
            " time; wait until it has finished, or use another --data folder."
        ) from error
    try:
        yield
    finally:
        lock.release()


def _acquire(lock: BaseFileLock, patience: float, waits: Callable[[], None]) -> None:
    try:
        lock.acquire(timeout=0)
    except Timeout:
        if not patience:
            raise
        waits()
        lock.acquire(timeout=patience)


class Writer:
    """Changes the library; what it has not finished is made good by the next one."""

    def __init__(self, library: Library) -> None:
        self._library = library
        self._catalogue = library.catalogue
        self._ledger = library.catalogue.ledger
        self._opened: Vectors | None = None

    def reconcile(self) -> None:
        """Brings the vectors in line with the catalogue, where a run was killed, or the model
        or the store is another one or was emptied."""
        stored, published = self._vectors.ids(), self._catalogue.passage_ids()
        self._drop(stored - published)
        missing = sorted(published - stored)
        for start in range(0, len(missing), _AT_ONCE):
            chosen = self._catalogue.passages(missing[start : start + _AT_ONCE])
            self._embed([*chosen.values()])
        if self._ledger.setting(VECTORS) != self._library.vectors_made_by:
            self._ledger.set(VECTORS, self._library.vectors_made_by)
            self._vectors.sweep()

    def publish(
        self,
        document: Document,
        passages: Sequence[Passage],
        *,
        location: Location,
        fingerprint: str,
        told: "Told | None" = None,
    ) -> None:
        """Only passages that are new are embedded; `told` hears how many of them are.

        Raises ModelUnavailable, StoreUnavailable."""
        former = self._catalogue.passage_ids(document.record.id)
        self._embed([passage for passage in passages if passage.id not in former], told)
        self._catalogue.publish(document, passages, location=location, fingerprint=fingerprint)
        self._drop(former - {passage.id for passage in passages})

    def withdraw(self, document: str) -> None:
        """Raises UnknownDocument."""
        former = self._catalogue.passage_ids(document)
        self._catalogue.withdraw(document)
        self._drop(former)

    def finish(self, *, saves_terms: bool) -> None:
        if saves_terms:
            self._save_terms(self._library.lexical_folder(self._catalogue.generation))
        if self._opened:
            self._library.keep_vectors(self._opened)

    def _embed(self, passages: Sequence[Passage], told: "Told | None" = None) -> None:
        if not passages:
            return
        # Here, as a run that embeds nothing need not wait for the model's libraries.
        from rag.backends.embeddings import embed_passages

        texts = [passage.text for passage in passages]
        self._vectors.add(passages, embed_passages(self._library.embedding, texts, told))

    def _drop(self, passages: frozenset[str]) -> None:
        if passages:
            self._vectors.delete(passages)

    @property
    def _vectors(self) -> "Vectors":
        if self._opened is None:
            self._opened = self._library.reopen_vectors()
        return self._opened

    def _save_terms(self, folder: Path) -> None:
        from rag.backends.lexical import Lexical

        if Lexical.load(folder):
            return
        Lexical.build(self._catalogue.all_passages()).save(folder)
        for other in folder.parent.iterdir():
            if other != folder:
                # Windows keeps files that a reader has mapped: the next run tries again.
                shutil.rmtree(other, ignore_errors=True)
