"""The system with parts taken away: what each part is worth.

None of them understands a question or ever refuses. The confidence of an answer is the score of
its best passage, brought between 0 and 1 without a change of order, so that it can be seen how
well such a score tells when to refuse. It is nobody's chance of anything: its calibration means
nothing.
"""

from collections.abc import Sequence

from eval.asking.plain import Search, best_score, place, plain_system, ranked
from eval.asking.systems import DEPTH, Ranked, System
from rag.index.library import Library
from rag.index.retrieval import search

LEXICAL = "lexical alone"
DENSE = "dense alone"
BOTH = "lexical and dense"
ABLATIONS = (LEXICAL, DENSE, BOTH)


def ablations(library: Library) -> tuple[System, ...]:
    return (
        plain_system(library, LEXICAL, "ablation", _by_words(library), sureness=_bounded),
        plain_system(library, DENSE, "ablation", _by_meaning(library)),
        plain_system(library, BOTH, "ablation", _by_both(library)),
    )


def _bounded(question: str, shown: Sequence[Ranked]) -> float:
    """BM25 has no upper bound."""
    score = best_score(question, shown)
    return score / (1 + score)


def _by_words(library: Library) -> Search:
    def find(words: str) -> tuple[Ranked, ...]:
        found = library.terms(None).query(words, DEPTH)
        return place(found, library.catalogue.passages([id_ for id_, _ in found]))

    return find


def _by_meaning(library: Library) -> Search:
    def find(words: str) -> tuple[Ranked, ...]:
        found = library.vectors.query(library.embedding.get_query_embedding(words), DEPTH)
        return place(found, library.catalogue.passages([id_ for id_, _ in found]))

    return find


def _by_both(library: Library) -> Search:
    return lambda words: tuple(
        ranked(hit.passage, hit.score) for hit in search(library, words, k=DEPTH)
    )
