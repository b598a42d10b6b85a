"""The passages' vectors, in Chroma through LlamaIndex's vector-store interface.

Chroma holds no text: ids, documents and vectors only, all of which the catalogue can bring
back. So a removed review leaves nothing to read behind.
"""

import gc
import math
import threading
from collections.abc import Collection, Iterator, Sequence
from contextlib import contextmanager
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Protocol
from urllib.parse import urlsplit

import chromadb
import httpx
from chromadb.api import ClientAPI
from chromadb.api.shared_system_client import SharedSystemClient
from chromadb.config import Settings
from chromadb.errors import ChromaError

from rag.errors import StoreUnavailable
from rag.types import Passage

if TYPE_CHECKING:
    from llama_index.core.schema import BaseNode
    from llama_index.vector_stores.chroma import ChromaVectorStore

_PREFIX = "passages-"
_AT_ONCE = 5_000
"""Chroma refuses more than 5,461 vectors a call."""
_OPENING = threading.Lock()
"""Chroma's table of systems is not safe for threads."""


class Vectors(Protocol):
    """What the library asks of a vector store; cosine is the measure."""

    def add(self, passages: Sequence[Passage], vectors: Sequence[Sequence[float]]) -> None: ...

    def delete(self, ids: Collection[str]) -> None: ...

    def ids(self) -> frozenset[str]: ...

    def count(self) -> int: ...

    def query(
        self, vector: Sequence[float], k: int, documents: Collection[str] | None = None
    ) -> list[tuple[str, float]]:
        """Passage id and cosine, best first, of these documents or of all."""
        ...

    def sweep(self) -> None:
        """Drops what was stored for other models or another cutting."""
        ...

    def close(self) -> None: ...


class ChromaVectors:
    """One collection, named after the model and the cutting that its vectors come from."""

    def __init__(self, folder: Path, fingerprint: str, url: str | None = None) -> None:
        """Embedded in `folder`, or on the server at `url`; raises StoreUnavailable.

        The fingerprint ends with that of the model; what stands before it, with a hyphen
        between, keeps libraries on one server apart.
        """
        self._name = _PREFIX + fingerprint
        self._place = folder, url
        # The name carries everything that a change of would make the vectors another thing:
        # Chroma ignores a new configuration of a collection it already has.
        with self._reached():
            self._client = _connect(folder, url)
            self._collection = self._client.get_or_create_collection(
                self._name,
                configuration={"hnsw": {"space": "cosine", "ef_search": 200}},
                embedding_function=None,
            )

    @cached_property
    def _store(self) -> "ChromaVectorStore":
        # LlamaIndex takes longer to import than an unchanged library takes to check.
        from llama_index.vector_stores.chroma import ChromaVectorStore

        return ChromaVectorStore(chroma_collection=self._collection)

    def add(self, passages: Sequence[Passage], vectors: Sequence[Sequence[float]]) -> None:
        nodes = [_node(*each) for each in zip(passages, vectors, strict=True)]
        with self._reached():
            for start in range(0, len(nodes), _AT_ONCE):
                self._store.add(nodes[start : start + _AT_ONCE])

    def delete(self, ids: Collection[str]) -> None:
        listed = sorted(ids)
        with self._reached():
            for start in range(0, len(listed), _AT_ONCE):
                self._store.delete_nodes(listed[start : start + _AT_ONCE])

    def count(self) -> int:
        with self._reached():
            return self._collection.count()

    def ids(self) -> frozenset[str]:
        with self._reached():
            return frozenset(self._collection.get(include=[])["ids"])

    def query(
        self, vector: Sequence[float], k: int, documents: Collection[str] | None = None
    ) -> list[tuple[str, float]]:
        where = None if documents is None else {"document_id": {"$in": sorted(documents)}}
        if documents is not None and not documents:
            return []
        from llama_index.core.vector_stores.types import VectorStoreQuery

        asked = VectorStoreQuery(query_embedding=list(vector), similarity_top_k=k)
        with self._reached():
            found = self._store.query(asked, where=where)
        # ChromaVectorStore scores exp(-distance), and cosine distance is 1 - cosine.
        return [
            (id_, 1 + math.log(score))
            for id_, score in zip(found.ids or (), found.similarities or (), strict=True)
        ]

    def sweep(self) -> None:
        family = self._name.rpartition("-")[0] + "-"
        with self._reached():
            for collection in self._client.list_collections():
                if collection.name.startswith(family) and collection.name != self._name:
                    self._client.delete_collection(collection.name)

    def close(self) -> None:
        """Frees an embedded store's files, unless another thread is still in a call."""
        self.__dict__.pop("_store", None)
        del self._collection, self._client
        gc.collect()

    @contextmanager
    def _reached(self) -> Iterator[None]:
        try:
            yield
        except (ChromaError, httpx.HTTPError, OSError, ValueError) as error:
            folder, url = self._place
            place = f"server at {url}" if url else f"folder {folder}"
            advice = (
                "start it or check --chroma-url"
                if url
                else "check that you may write there, or delete that folder and run `rag index`"
            )
            raise StoreUnavailable(
                f"The vector store cannot be used ({error}): expected a Chroma {place}; {advice}."
            ) from error


def _node(passage: Passage, vector: Sequence[float]) -> "BaseNode":
    from llama_index.core.schema import NodeRelationship, RelatedNodeInfo, TextNode

    return TextNode(
        id_=passage.id,
        embedding=list(vector),
        relationships={NodeRelationship.SOURCE: RelatedNodeInfo(node_id=passage.document)},
    )


def _connect(folder: Path, url: str | None) -> ClientAPI:
    settings = Settings(anonymized_telemetry=False)
    if url is None:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        with _OPENING:
            # Chroma shares one system among all clients of a folder, and a system does not
            # see what another process has written since: this one begins afresh.
            SharedSystemClient.clear_system_cache()
            return chromadb.PersistentClient(str(folder), settings=settings)
    parts = urlsplit(url)
    secure = parts.scheme == "https"
    port = parts.port or (443 if secure else 8000)
    return chromadb.HttpClient(parts.hostname or url, port, ssl=secure, settings=settings)
