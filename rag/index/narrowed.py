"""A library and a part of it in, a library that holds nothing but that part out."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from typing import TYPE_CHECKING

from rag.errors import UnknownDocument
from rag.index.catalogue import Card, Catalogue
from rag.index.library import Library
from rag.types import Document, Passage, Unit

if TYPE_CHECKING:
    from rag.backends.lexical import Lexical
    from rag.backends.vectors import Vectors

Place = tuple[str, str]
"""Document id and unit id."""
MOST_LOOKED_AT = 1_000
"""Passages that the vectors bring in where only some units of the documents are wanted: the store
does not know units, so what is of others is left out afterwards."""


@dataclass(frozen=True, slots=True)
class Part:
    documents: frozenset[str]
    units: frozenset[Place] | None = None
    """None: all units of these documents."""

    def has(self, document: str, unit: str) -> bool:
        return document in self.documents if self.units is None else (document, unit) in self.units


class NarrowedLibrary(Library):
    """Of the generation that it was made in. Names are read against `whole`: a review outside the
    part is held all the same."""

    def __init__(self, library: Library, part: Part) -> None:
        super().__init__(
            library.data,
            open_embedding=lambda: library.embedding,
            fingerprint=library.fingerprint,
            chroma_url=library.chroma_url,
        )
        self._library = library
        self.part = part
        self._masked: dict[Lexical, Lexical] = {}
        self._shortened: dict[str, Document] = {}

    @property
    def whole(self) -> Library:
        return self._library

    @cached_property
    def catalogue(self) -> Catalogue:
        return NarrowedCatalogue(self._library.catalogue, self.part)

    @cached_property
    def passages(self) -> frozenset[str]:
        """Ids of all passages of the part."""
        return self.catalogue.passage_ids()

    @cached_property
    def held(self) -> int:
        """Documents of the whole library."""
        return len(self._library.catalogue.records())

    def document(self, document: str) -> Document:
        """With the units of the part alone, so that no other can be shown."""
        if document not in self.part.documents:
            raise UnknownDocument(f"The filter leaves {document!r} out: clear it to read that.")
        whole = self._library.document(document)
        if self.part.units is None:
            return whole
        if document not in self._shortened:
            units = tuple(unit for unit in whole.units if self.part.has(document, unit.id))
            self._shortened[document] = replace(whole, units=units)
        return self._shortened[document]

    @property
    def vectors(self) -> "Vectors":
        return NarrowedVectors(self._library.vectors, self)

    @property
    def lexical(self) -> "Lexical":
        return self._mask(self._library.lexical)

    def terms(self, documents: frozenset[str] | None) -> "Lexical":
        among = self.part.documents if documents is None else documents
        return self._mask(self._library.terms(among))

    def _mask(self, lexical: "Lexical") -> "Lexical":
        if lexical not in self._masked:
            self._masked[lexical] = lexical.only(self.passages)
        return self._masked[lexical]

    def close(self) -> None:
        """The library that it is a part of stays open."""


class NarrowedCatalogue(Catalogue):
    """Lists and searches the part; what is asked for by its id, such as the unit that encloses
    another, is found all the same."""

    def __init__(self, catalogue: Catalogue, part: Part) -> None:
        self._whole = catalogue
        self._database = catalogue._database
        self.ledger = catalogue.ledger
        self._part = part

    def close(self) -> None:
        """The catalogue that it is a part of stays open."""

    def cards(self) -> tuple[Card, ...]:
        return tuple(c for c in super().cards() if c.record.id in self._part.documents)

    def units(self, document: str) -> tuple[Unit, ...]:
        return self._whole.units(document)

    def find_units(
        self,
        documents: Collection[str] | None = None,
        *,
        kind: str | None = None,
        number: str | None = None,
        agency: str | None = None,
    ) -> tuple[tuple[str, Unit], ...]:
        found = super().find_units(documents, kind=kind, number=number, agency=agency)
        return tuple((d, unit) for d, unit in found if self._part.has(d, unit.id))

    def passages(self, ids: Iterable[str]) -> dict[str, Passage]:
        found = super().passages(ids).items()
        return {id_: p for id_, p in found if self._part.has(p.document, p.unit)}

    def all_passages(self) -> tuple[Passage, ...]:
        return tuple(p for p in super().all_passages() if self._part.has(p.document, p.unit))

    def passage_ids(self, document: str | None = None) -> frozenset[str]:
        places = self.passage_places(document)
        return frozenset(id_ for id_, place in places.items() if self._part.has(*place))


class NarrowedVectors:
    """A store of vectors that finds those of the part only."""

    def __init__(self, vectors: "Vectors", library: NarrowedLibrary) -> None:
        self._vectors = vectors
        self._library = library

    def add(self, passages: Sequence[Passage], vectors: Sequence[Sequence[float]]) -> None:
        self._vectors.add(passages, vectors)

    def delete(self, ids: Collection[str]) -> None:
        self._vectors.delete(ids)

    def ids(self) -> frozenset[str]:
        return self._library.passages

    def count(self) -> int:
        return len(self._library.passages)

    def query(
        self, vector: Sequence[float], k: int, documents: Collection[str] | None = None
    ) -> list[tuple[str, float]]:
        part = self._library.part
        among = part.documents if documents is None else part.documents.intersection(documents)
        if not among or not self._library.passages:
            return []
        if part.units is None:
            return self._vectors.query(vector, k, among)
        # Where most documents are wanted the store is asked without them, which is faster.
        most = documents is None and 2 * len(among) > self._library.held
        found = self._vectors.query(vector, max(k, MOST_LOOKED_AT), None if most else among)
        return [hit for hit in found if hit[0] in self._library.passages][:k]

    def sweep(self) -> None:
        self._vectors.sweep()

    def close(self) -> None:
        """The store stays open for the whole library."""
