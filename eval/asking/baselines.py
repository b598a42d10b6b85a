"""What anybody would build of the same model and the same documents in an afternoon.

The plain hybrid stands beside us in every run: fixed chunks, BM25 and cosine, each scaled to 0 to 1
over the chunks found and averaged (convex combination, weight .5), the best chunks shown up to 250
words. LlamaIndex's defaults are its own: larger chunks, vectors alone, two chunks.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from eval.asking.chunks import (
    DEFAULT_OVERLAP,
    DEFAULT_SIZE,
    Chunks,
    Query,
    cut_chunks,
    search_by_cosine,
    search_by_llama_index,
)
from eval.asking.plain import Search, place, plain_system
from eval.asking.systems import DEPTH, Ranked, System
from rag.backends.lexical import Lexical
from rag.index.library import Library
from rag.index.retrieval import scale

HYBRID = "plain hybrid"
LLAMA_DEFAULTS = "LlamaIndex defaults"
HYBRID_SIZE, HYBRID_OVERLAP = 128, 20
"""Tokens."""
WEIGHT = 0.5
"""Of the cosine; the rest is BM25's."""
LLAMA_TOP = 2
"""Chunks that LlamaIndex's retriever hands on where nothing is said."""


@dataclass(frozen=True, slots=True)
class Cut:
    """The documents, cut and embedded for the baselines."""

    small: Chunks
    large: Chunks | None
    """None where LlamaIndex's defaults are not asked."""


def cut_documents(library: Library, *, with_large: bool) -> Cut:
    """Raises ModelUnavailable."""
    records = sorted(library.catalogue.records(), key=lambda record: record.id)
    documents = [library.document(record.id) for record in records]

    def cut(size: int, overlap: int) -> Chunks:
        return cut_chunks(documents, library.embedding, size=size, overlap=overlap)

    large = cut(DEFAULT_SIZE, DEFAULT_OVERLAP) if with_large else None
    return Cut(cut(HYBRID_SIZE, HYBRID_OVERLAP), large)


def baselines(library: Library, cut: Cut) -> tuple[System, ...]:
    """The plain hybrid first."""
    near = search_by_cosine(cut.small, library.embedding)
    hybrid = plain_system(
        library,
        HYBRID,
        "baseline",
        _mixed(cut.small, near),
        # A score that was scaled by question says nothing about whether to answer.
        sureness=lambda question, _: near(question, 1)[0][1] if cut.small.passages else 0.0,
    )
    if cut.large is None:
        return (hybrid,)
    llama = plain_system(
        library,
        LLAMA_DEFAULTS,
        "baseline",
        _nearest(cut.large, search_by_llama_index(cut.large, library.embedding)),
        most=LLAMA_TOP,
    )
    return (hybrid, llama)


def _nearest(chunks: Chunks, near: Query) -> Search:
    return lambda words: place(near(words, DEPTH), chunks.passages)


def _mixed(chunks: Chunks, near: Query) -> Search:
    lexical = Lexical.build([*chunks.passages.values()])

    def find(words: str) -> tuple[Ranked, ...]:
        dense, terms = dict(near(words, DEPTH)), dict(lexical.query(words, DEPTH))
        return place(mix(dense, terms)[:DEPTH], chunks.passages)

    return find


def mix(dense: dict[str, float], terms: dict[str, float]) -> Sequence[tuple[str, float]]:
    """All that either found, best first, ties by id; what one did not find has 0 of it."""
    found = dense.keys() | terms.keys()
    by_meaning, by_words = scale(dense, found), scale(terms, found)
    mixed = {
        id_: WEIGHT * by_meaning.get(id_, 0.0) + (1 - WEIGHT) * by_words.get(id_, 0.0)
        for id_ in found
    }
    return sorted(mixed.items(), key=lambda scored: (-scored[1], scored[0]))
