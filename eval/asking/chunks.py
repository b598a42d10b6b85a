"""Documents in, fixed-size chunks of LlamaIndex with a vector index over them out: what the
library would be without its structure.

Splitter, store and retriever are LlamaIndex's own, in memory; the embedding is passed in and
nothing is read from its global settings."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

import numpy as np
from llama_index.core import Document as Text
from llama_index.core import VectorStoreIndex
from llama_index.core.base.embeddings.base import BaseEmbedding
from llama_index.core.callbacks import CallbackManager
from llama_index.core.node_parser import SentenceSplitter
from llama_index.core.schema import BaseNode, TextNode
from numpy.typing import NDArray

from eval.asking.quoting import overlap
from rag.backends.embeddings import embed_passages
from rag.types import Document, Passage, Unit

DEFAULT_SIZE, DEFAULT_OVERLAP = 1024, 200
"""Tokens: what SentenceSplitter takes where nothing is said."""

Query = Callable[[str, int], list[tuple[str, float]]]
"""A question and `k` in; id and score of at most `k` chunks out, best first, ties by id."""


@dataclass(frozen=True, slots=True)
class Chunks:
    """Plain values, so that one process can cut them and others ask them."""

    passages: dict[str, Passage]
    """By id, in order of documents and places; `context` is empty."""
    vectors: NDArray[np.float32]
    """Of the passages, in their order, each of length 1; shape [passages, dimensions]."""


def cut_chunks(
    documents: Iterable[Document], embedding: BaseEmbedding, *, size: int, overlap: int
) -> Chunks:
    """Chunks of `size` tokens with `overlap` tokens in common, of the documents' reading texts.

    A chunk goes by the unit that most of it stands in. Raises ModelUnavailable."""
    splitter = SentenceSplitter(
        chunk_size=size,
        chunk_overlap=overlap,
        callback_manager=CallbackManager(),
        # Left to itself, it names chunks at random, and ties would fall otherwise in each run.
        id_func=lambda number, of: f"{of.node_id}.{number:05}",
    )
    passages: dict[str, Passage] = {}
    for document in documents:
        text = Text(id_=document.record.id, text=document.reading.text)
        for node in splitter.get_nodes_from_documents([text]):
            passages[node.node_id] = _passage(node, document)
    vectors = embed_passages(embedding, [passage.text for passage in passages.values()])
    return Chunks(passages, np.asarray(vectors, dtype=np.float32))


def search_by_cosine(chunks: Chunks, embedding: BaseEmbedding) -> Query:
    """The same scores as LlamaIndex's retriever gives, at a fiftieth of its time."""
    ids = [*chunks.passages]

    def query(question: str, k: int) -> list[tuple[str, float]]:
        vector = np.asarray(embedding.get_query_embedding(question), dtype=np.float32)
        cosines = (chunks.vectors @ vector).tolist() if ids else []
        return sorted(zip(ids, cosines, strict=True), key=lambda hit: (-hit[1], hit[0]))[:k]

    return query


def search_by_llama_index(chunks: Chunks, embedding: BaseEmbedding) -> Query:
    """LlamaIndex's own retriever over the chunks; its scores are cosines."""
    nodes: list[BaseNode] = [
        TextNode(id_=passage.id, text=passage.text, embedding=vector.tolist())
        for passage, vector in zip(chunks.passages.values(), chunks.vectors, strict=True)
    ]
    index = VectorStoreIndex(
        nodes=nodes, embed_model=embedding, transformations=[], callback_manager=CallbackManager()
    )

    def query(question: str, k: int) -> list[tuple[str, float]]:
        retriever = index.as_retriever(similarity_top_k=k)
        found = [
            (hit.node.node_id, float(hit.score or 0.0)) for hit in retriever.retrieve(question)
        ]
        return sorted(found, key=lambda hit: (-hit[1], hit[0]))

    return query


def _passage(node: BaseNode, document: Document) -> Passage:
    assert isinstance(node, TextNode)  # noqa: S101  # for the type checker: a splitter of texts
    start, end = node.start_char_idx or 0, node.end_char_idx or 0
    unit = _unit_of(document, start, end).id
    return Passage(node.node_id, document.record.id, unit, start, end, node.text, "")


def _unit_of(document: Document, start: int, end: int) -> Unit:
    """The first of those with most of the chunk."""
    return max(
        document.units,
        key=lambda unit: sum(overlap((start, end), span) for span in unit.spans),
    )
