"""Documents in, fixed-size chunks of LlamaIndex with a vector index over them out: what the
library would be without its structure.

Splitter, store and retriever are LlamaIndex's own, in memory; the embedding is passed in and
nothing is read from its global settings."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from llama_index.core import Document as Text
from llama_index.core import VectorStoreIndex
from llama_index.core.base.embeddings.base import BaseEmbedding
from llama_index.core.callbacks import CallbackManager
from llama_index.core.node_parser import SentenceSplitter
from llama_index.core.schema import BaseNode, TextNode

from eval.asking.quoting import overlap
from rag.types import Document, Passage, Unit

DEFAULT_SIZE, DEFAULT_OVERLAP = 1024, 200
"""Tokens: what SentenceSplitter takes where nothing is said."""


@dataclass(frozen=True, slots=True)
class Chunks:
    passages: dict[str, Passage]
    """By id, in order of documents and places; `context` is empty."""
    index: VectorStoreIndex

    def query(self, question: str, k: int) -> list[tuple[str, float]]:
        """Id and cosine of at most `k` chunks, best first, ties by id."""
        retriever = self.index.as_retriever(similarity_top_k=k)
        found = [
            (hit.node.node_id, float(hit.score or 0.0)) for hit in retriever.retrieve(question)
        ]
        return sorted(found, key=lambda hit: (-hit[1], hit[0]))


def cut_chunks(
    documents: Iterable[Document], embedding: BaseEmbedding, *, size: int, overlap: int
) -> Chunks:
    """Chunks of `size` tokens with `overlap` tokens in common, of the documents' reading texts.

    A chunk goes by the unit that most of it stands in."""
    splitter = SentenceSplitter(
        chunk_size=size,
        chunk_overlap=overlap,
        callback_manager=CallbackManager(),
        # Left to itself, it names chunks at random, and ties would fall otherwise in each run.
        id_func=lambda number, of: f"{of.node_id}.{number:05}",
    )
    nodes: list[BaseNode] = []
    passages: dict[str, Passage] = {}
    for document in documents:
        text = Text(id_=document.record.id, text=document.reading.text)
        for node in splitter.get_nodes_from_documents([text]):
            nodes.append(node)
            passages[node.node_id] = _passage(node, document)
    return Chunks(passages, _index(nodes, embedding, splitter))


def _index(
    nodes: Sequence[BaseNode], embedding: BaseEmbedding, splitter: SentenceSplitter
) -> VectorStoreIndex:
    return VectorStoreIndex(
        nodes=[*nodes],
        embed_model=embedding,
        transformations=[splitter],
        callback_manager=CallbackManager(),
    )


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
