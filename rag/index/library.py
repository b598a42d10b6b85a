"""Everything that is held open to index and to ask: catalogue, vectors, terms, model."""

import logging
import threading
import time
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Self

from rag.errors import StoreUnavailable
from rag.index.catalogue import Catalogue
from rag.types import Document

if TYPE_CHECKING:
    from rag.backends.embeddings import Embedding
    from rag.backends.lexical import Lexical
    from rag.backends.vectors import Vectors

VECTORS = "vectors"
"""Setting of the ledger: `Library.vectors_made_by` of the last run that wrote them."""
_LOG = logging.getLogger(__name__)
_KEPT = 64
"""Documents kept at hand: about 3 MB each, most of it the map to the source text."""
VectorsFactory = Callable[[Path, str, str | None], "Vectors"]


def open_chroma(folder: Path, fingerprint: str, url: str | None) -> "Vectors":
    # Here, as Chroma and LlamaIndex take 2 seconds that a look at the catalogue does not need.
    from rag.backends.vectors import ChromaVectors

    return ChromaVectors(folder, fingerprint, url)


class Library:
    """Opens each part when it is first used; safe for many threads.

    `vectors` and `lexical` are of the catalogue's current generation: they are opened again
    after another process has published or withdrawn a document.
    """

    def __init__(
        self,
        data: Path,
        *,
        open_embedding: Callable[[], "Embedding"],
        fingerprint: str,
        chroma_url: str | None = None,
        open_vectors: VectorsFactory = open_chroma,
    ) -> None:
        """`data` is the folder of everything derived; `fingerprint` stands for the embedding
        model: other vectors, other fingerprint."""
        self.data = data
        self.fingerprint = fingerprint
        self.chroma_url = chroma_url
        self._open_embedding = open_embedding
        self._open_vectors = open_vectors
        self._turn = threading.RLock()
        self._catalogue: Catalogue | None = None
        self._embedding: Embedding | None = None
        self.seconds_loading = 0.0
        """Spent on opening models so far."""
        self._vectors: tuple[str, Vectors] | None = None
        self._lexical: tuple[str, Lexical] | None = None
        self._terms: tuple[Lexical, Lexical] | None = None
        self._documents: tuple[str, dict[str, Document]] = "", {}

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        with self._turn:
            if self._vectors:
                self._vectors[1].close()
            self._vectors = self._lexical = self._terms = None
            if self._catalogue:
                self._catalogue.close()
            self._catalogue = None

    @property
    def whole(self) -> "Library":
        """The library itself, or that which it is a part of (`rag.index.narrowed`)."""
        return self

    @property
    def added(self) -> Path:
        """Folder of the documents that were added by hand."""
        return self.data / "added"

    @property
    def catalogue(self) -> Catalogue:
        """Raises StoreUnavailable."""
        with self._turn:
            if self._catalogue is None:
                self._catalogue = Catalogue(self.data / "catalogue.sqlite3")
            return self._catalogue

    def document(self, document: str) -> Document:
        """As in the catalogue, kept at hand. Raises UnknownDocument."""
        with self._turn:
            generation = self.catalogue.generation
            if self._documents[0] != generation:
                self._documents = generation, {}
            kept = self._documents[1]
            if document not in kept:
                if len(kept) >= _KEPT:
                    del kept[next(iter(kept))]
                kept[document] = self.catalogue.document(document)
            return kept[document]

    @property
    def embedding(self) -> "Embedding":
        """Raises ModelUnavailable."""
        with self._turn:
            if self._embedding is None:
                began = time.perf_counter()
                self._embedding = self._open_embedding()
                self.seconds_loading += time.perf_counter() - began
            return self._embedding

    @property
    def vectors_made_by(self) -> str:
        """The model's fingerprint and the address of the store."""
        return f"{self.fingerprint} {self.chroma_url or 'embedded'}"

    @property
    def vectors(self) -> "Vectors":
        """Raises StoreUnavailable when they are another model's or another store's, or some are
        missing."""
        with self._turn:
            made_by = self.catalogue.ledger.setting(VECTORS)
            if made_by not in (None, self.vectors_made_by):
                raise StoreUnavailable(
                    f"The index in {self.data} was made with another embedding model or vector"
                    " store than those set now: run `rag index` to renew it, or set the former"
                    " ones again."
                )
            generation = self.catalogue.generation
            if self._vectors is None or self._vectors[0] != generation:
                store = self.reopen_vectors()
                self._check_whole(store, generation)
                self._vectors = generation, store
            return self._vectors[1]

    def reopen_vectors(self) -> "Vectors":
        """With everything in sight that other processes have written."""
        # The former store is dropped, not closed: another thread may be in a query.
        name = self.fingerprint
        if self.chroma_url:
            name = f"{self.catalogue.ledger.library}-{name}"
        return self._open_vectors(self.data / "chroma", name, self.chroma_url)

    def _check_whole(self, store: "Vectors", generation: str) -> None:
        """A writer adds vectors before it publishes, and drops them after: within a generation
        there is one for each passage at least."""
        stored, published = store.count(), len(self.catalogue.passage_ids())
        if stored < published and generation == self.catalogue.generation:
            raise StoreUnavailable(
                f"The vector store has {stored} of the library's {published} passages: run"
                " `rag index` to make the missing ones again."
            )

    def keep_vectors(self, store: "Vectors") -> None:
        """Takes this store as that of the current generation."""
        with self._turn:
            self._vectors = self.catalogue.generation, store

    @property
    def lexical(self) -> "Lexical":
        """Of the saved index, or else made from the catalogue."""
        # Here, as NumPy takes a tenth of a second.
        from rag.backends.lexical import Lexical

        with self._turn:
            generation = self.catalogue.generation
            if self._lexical is None or self._lexical[0] != generation:
                folder = self.lexical_folder(generation)
                index = Lexical.load(folder)
                if index is None:
                    if folder.is_dir():
                        _LOG.warning(
                            "The terms in %s are damaged and were made again from the catalogue,"
                            " as at every start from now on: run `rag index` to save them.",
                            folder,
                        )
                    index = Lexical.build(self.catalogue.all_passages())
                self._lexical = generation, index
            return self._lexical[1]

    @property
    def reviews(self) -> frozenset[str]:
        """Ids of the documents that are no inspection reports; of all where there are none else."""
        records = self.catalogue.records()
        found = frozenset(record.id for record in records if record.kind != "inspection_report")
        return found or frozenset(record.id for record in records)

    @property
    def inspections(self) -> frozenset[str]:
        """Ids of the inspection reports, where there are reviews beside them."""
        return frozenset(record.id for record in self.catalogue.records()) - self.reviews

    def terms(self, documents: frozenset[str] | None) -> "Lexical":
        """The lexical index for a question to these documents, or to none in particular: rarity
        is counted among the reviews, unless inspection reports are asked."""
        lexical, reviews = self.lexical, self.reviews
        if documents is not None and not documents <= reviews:
            return lexical
        with self._turn:
            if self._terms is None or self._terms[0] is not lexical:
                self._terms = lexical, lexical.weighed_among(reviews)
            return self._terms[1]

    def lexical_folder(self, generation: str) -> Path:
        return self.data / "lexical" / generation
