"""The system with parts taken away: what each part is worth.

None of them understands a question or ever refuses. An ablation answers with its best passages, up
to 250 words, cited as ours are; the confidence of its answer is the score of the best of them, so
that it can be seen how well such a score tells when to refuse. It is brought between 0 and 1
without a change of order and is nobody's chance of anything: its calibration means nothing.
"""

from collections.abc import Callable, Mapping, Sequence

from eval.asking.chunks import DEFAULT_OVERLAP, DEFAULT_SIZE, Chunks, cut_chunks
from eval.asking.quoting import cut_to_words, quote
from eval.asking.systems import DEPTH, Ranked, System, plain_query
from rag.backends.lexical import Lexical
from rag.index.library import Library
from rag.index.retrieval import search
from rag.types import Answer, Passage

LEXICAL = "lexical alone"
DENSE = "dense alone"
BOTH = "lexical and dense"
UNSTRUCTURED = "without structure"
LLAMA_DEFAULTS = "LlamaIndex defaults"

UNSTRUCTURED_SIZE, UNSTRUCTURED_OVERLAP = 128, 20
RRF = 60
"""Added to each rank (Cormack, Clarke and Büttcher 2009)."""
LLAMA_TOP = 2
"""Chunks that LlamaIndex's retriever hands on where nothing is said."""

Scored = Sequence[tuple[str, float]]
"""Passage id and score, best first."""
Search = Callable[[str], tuple[Ranked, ...]]
"""Words in, at most DEPTH passages out."""


def ablations(library: Library) -> tuple[System, ...]:
    """Cuts and embeds the documents twice more. Raises ModelUnavailable or StoreUnavailable."""
    records = sorted(library.catalogue.records(), key=lambda record: record.id)
    documents = [library.document(record.id) for record in records]
    small = cut_chunks(
        documents, library.embedding, size=UNSTRUCTURED_SIZE, overlap=UNSTRUCTURED_OVERLAP
    )
    large = cut_chunks(documents, library.embedding, size=DEFAULT_SIZE, overlap=DEFAULT_OVERLAP)
    return (
        _system(library, LEXICAL, _by_words(library), lambda score: score / (1 + score)),
        _system(library, DENSE, _by_meaning(library)),
        _system(library, BOTH, _by_both(library)),
        _system(library, UNSTRUCTURED, _fused(small), lambda score: score * (RRF + 1) / 2),
        _system(library, LLAMA_DEFAULTS, _near(large), most=LLAMA_TOP),
    )


def _system(
    library: Library,
    name: str,
    find: Search,
    bound: Callable[[float], float] = lambda score: score,
    *,
    most: int = DEPTH,
) -> System:
    """`bound` brings a score below 1; `most` passages are answered from."""

    def rank(turns: Sequence[str]) -> tuple[Ranked, ...]:
        return find(plain_query(turns))

    def hand_on(turns: Sequence[str]) -> tuple[Ranked, ...]:
        return cut_to_words(library, rank(turns)[:most])

    def ask(turns: Sequence[str]) -> Answer:
        shown = hand_on(turns)
        best = bound(shown[0].score) if shown else 0.0
        return quote(library, turns[-1], shown, confidence=min(1.0, max(0.0, best)))

    return System(name, "ablation", ask, rank, hand_on)


def _by_words(library: Library) -> Search:
    return lambda words: _place(library.terms(None).query(words, DEPTH), library.catalogue.passages)


def _by_meaning(library: Library) -> Search:
    def find(words: str) -> tuple[Ranked, ...]:
        vector = library.embedding.get_query_embedding(words)
        return _place(library.vectors.query(vector, DEPTH), library.catalogue.passages)

    return find


def _by_both(library: Library) -> Search:
    def find(words: str) -> tuple[Ranked, ...]:
        return tuple(_ranked(hit.passage, hit.score) for hit in search(library, words, k=DEPTH))

    return find


def _near(chunks: Chunks) -> Search:
    return lambda words: _place(chunks.query(words, DEPTH), lambda _: chunks.passages)


def _fused(chunks: Chunks) -> Search:
    """By reciprocal rank fusion of cosine and BM25."""
    lexical = Lexical.build([*chunks.passages.values()])

    def find(words: str) -> tuple[Ranked, ...]:
        both = fuse(chunks.query(words, DEPTH), lexical.query(words, DEPTH))
        return _place(both[:DEPTH], lambda _: chunks.passages)

    return find


def fuse(*rankings: Scored) -> list[tuple[str, float]]:
    """The sum of 1 / (RRF + rank), rank from 1, over the rankings that have a passage; ties by
    id."""
    scores: dict[str, float] = {}
    for ranking in rankings:
        for rank, (id_, _) in enumerate(ranking, start=1):
            scores[id_] = scores.get(id_, 0.0) + 1 / (RRF + rank)
    return sorted(scores.items(), key=lambda scored: (-scored[1], scored[0]))


def _place(
    found: Scored, passages: Callable[[list[str]], Mapping[str, Passage]]
) -> tuple[Ranked, ...]:
    known = passages([id_ for id_, _ in found])
    return tuple(_ranked(known[id_], score) for id_, score in found if id_ in known)


def _ranked(passage: Passage, score: float) -> Ranked:
    return Ranked(passage.document, passage.unit, passage.start, passage.end, score)
