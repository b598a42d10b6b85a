"""What anybody would build of the same model and the same documents in an afternoon.

The plain hybrid stands beside us in every run: fixed chunks, BM25 and cosine, each scaled to 0 to 1
over the chunks found and averaged (convex combination, weight .5), the best chunks shown up to 250
words. LlamaIndex's defaults are its own: larger chunks, vectors alone, two chunks.

Neither ever refuses. Its confidence is the highest cosine of its chunks, cut to 0 to 1: it tells
how well such a score tells when to refuse, and is no chance of anything.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import partial

import numpy as np
from llama_index.core import Document as Text
from llama_index.core.base.embeddings.base import BaseEmbedding
from llama_index.core.callbacks import CallbackManager
from llama_index.core.node_parser import SentenceSplitter
from numpy.typing import NDArray

from eval.asking.quoting import cut_to_words, overlap, quote
from eval.asking.systems import DEPTH, Ranked, System, plain_query, ranked
from rag.answer import Answer
from rag.backends.embeddings import embed_passages
from rag.backends.lexical import Lexical
from rag.index.library import Library
from rag.index.retrieval import scale
from rag.types import Document, Passage

HYBRID = "plain hybrid"
LLAMA_DEFAULTS = "LlamaIndex defaults"
SIZES = {HYBRID: (128, 20), LLAMA_DEFAULTS: (1024, 200)}
"""Tokens of a chunk, and those that it has in common with the next; of LlamaIndex what its
SentenceSplitter takes where nothing is said."""
LLAMA_TOP = 2
"""Chunks that LlamaIndex's retriever hands on where nothing is said."""
WEIGHT = 0.5
"""Of the cosine; the rest is BM25's."""

Scored = list[tuple[str, float]]
"""Chunk id and score, best first."""
Search = Callable[[str], Scored]
"""Words in, at most DEPTH chunks out."""


@dataclass(frozen=True, slots=True)
class Chunks:
    """Plain values, so that one process can cut them and others ask them."""

    passages: dict[str, Passage]
    """By id, in order of documents and places; `context` is empty."""
    vectors: NDArray[np.float32]
    """Of the passages, in their order, each of length 1; shape [passages, dimensions]."""


Cut = dict[str, Chunks]
"""The documents, cut and embedded, by the baseline that they are for."""


def cut_documents(library: Library, names: Iterable[str]) -> Cut:
    """For the baselines of these names. Raises ModelUnavailable."""
    records = sorted(library.catalogue.records(), key=lambda record: record.id)
    documents = [library.document(record.id) for record in records]
    return {name: cut_chunks(documents, library.embedding, *SIZES[name]) for name in names}


def cut_chunks(
    documents: Iterable[Document], embedding: BaseEmbedding, size: int, common: int
) -> Chunks:
    """Chunks of `size` tokens with `common` tokens in common, of the documents' reading texts, by
    LlamaIndex's splitter; nothing is read from its global settings.

    A chunk goes by the unit that most of it stands in. Raises ModelUnavailable."""
    splitter = SentenceSplitter(
        chunk_size=size, chunk_overlap=common, callback_manager=CallbackManager(),
        # Left to itself, it names chunks at random, and ties would fall otherwise in each run.
        id_func=lambda number, of: f"{of.node_id}.{number:05}",
    )  # fmt: skip
    passages: dict[str, Passage] = {}
    for document in documents:
        name = document.record.id
        text = Text(id_=name, text=document.reading.text)
        for node in splitter.get_nodes_from_documents([text]):
            start, end = node.start_char_idx, node.end_char_idx  # type: ignore[attr-defined]
            shared = [sum(overlap((start, end), s) for s in u.spans) for u in document.units]
            unit = document.units[shared.index(max(shared))].id
            id_, words = node.node_id, node.get_content()
            passages[id_] = Passage(id_, name, unit, start, end, words, "")
    vectors = embed_passages(embedding, [passage.text for passage in passages.values()])
    return Chunks(passages, np.asarray(vectors, dtype=np.float32))


def search_by_cosine(chunks: Chunks, embedding: BaseEmbedding, question: str, k: int) -> Scored:
    """Of at most `k` chunks, ties by id: the scores that LlamaIndex's retriever gives, at a
    fiftieth of its time."""
    if not chunks.passages:
        return []
    vector = np.asarray(embedding.get_query_embedding(question), dtype=np.float32)
    cosines = (chunks.vectors @ vector).tolist()
    return sorted(zip(chunks.passages, cosines, strict=True), key=lambda hit: (-hit[1], hit[0]))[:k]


def baselines(library: Library, cut: Cut) -> tuple[System, ...]:
    """In the order of their names in `cut`."""
    found = {HYBRID: _quote_mixed, LLAMA_DEFAULTS: _quote_nearest}
    return tuple(found[name](library, chunks) for name, chunks in cut.items())


def _quote_mixed(library: Library, chunks: Chunks) -> System:
    lexical = Lexical.build([*chunks.passages.values()])

    def find(words: str) -> Scored:
        near = search_by_cosine(chunks, library.embedding, words, DEPTH)
        return mix(dict(near), dict(lexical.query(words, DEPTH)))[:DEPTH]

    return _quote_best(library, HYBRID, chunks, find)


def _quote_nearest(library: Library, chunks: Chunks) -> System:
    find = partial(search_by_cosine, chunks, library.embedding, k=DEPTH)
    return _quote_best(library, LLAMA_DEFAULTS, chunks, find, most=LLAMA_TOP)


def _quote_best(
    library: Library, name: str, chunks: Chunks, find: Search, *, most: int = DEPTH
) -> System:
    """A system that answers with its best `most` chunks, up to 250 words, cited as ours are."""

    def rank(turns: Sequence[str]) -> tuple[Ranked, ...]:
        return tuple(ranked(chunks.passages[id_], s) for id_, s in find(plain_query(turns)))

    def hand_on(turns: Sequence[str]) -> tuple[Ranked, ...]:
        return cut_to_words(library, rank(turns)[:most])

    def ask(turns: Sequence[str]) -> Answer:
        # A score that was scaled by question says nothing about whether to answer.
        nearest = search_by_cosine(chunks, library.embedding, plain_query(turns), 1)
        sure = max((score for _, score in nearest), default=0.0)
        return quote(library, turns[-1], hand_on(turns), confidence=min(1.0, max(0.0, sure)))

    return System(name, "baseline", ask, rank, hand_on)


def mix(dense: dict[str, float], terms: dict[str, float]) -> Scored:
    """All that either found, ties by id; what one did not find has 0 of it."""
    found = dense.keys() | terms.keys()
    by_meaning, by_words = scale(dense, found), scale(terms, found)
    mixed = {
        id_: WEIGHT * by_meaning.get(id_, 0.0) + (1 - WEIGHT) * by_words.get(id_, 0.0)
        for id_ in found
    }
    return sorted(mixed.items(), key=lambda scored: (-scored[1], scored[0]))
