"""Does the search bring the right paragraph of XQuAD first, by words, vectors and both?"""

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray
from scipy.stats import rankdata

from eval.proving.agreements import Agreement
from eval.proving.intervals import Places, Values, resample
from eval.proving.public_sets import SearchTask
from rag.backends.embeddings import embed_passages
from rag.backends.lexical import Lexical
from rag.index.retrieval import WEIGHT
from rag.types import Passage

if TYPE_CHECKING:
    from rag.backends.embeddings import Embedding

DEPTH = 10
RANK_OFFSET = 60
"""Of reciprocal rank fusion (Cormack, Clarke and Büttcher 2009)."""

Scores = NDArray[np.float64]
"""Shape [questions, passages]; 0 where the search did not bring the passage."""


def compare_words(task: SearchTask) -> tuple[Agreement, ...]:
    """The search by words alone, which needs no model."""
    return (_gain("BM25", score_words(task), task),)


def compare_search(task: SearchTask, embedding: "Embedding") -> tuple[Agreement, ...]:
    words, vectors = score_words(task), score_vectors(task, embedding)
    fused: Mapping[str, Scores] = {
        "dense": vectors,
        "RRF": _by_rank(words) + _by_rank(vectors),
        "convex, half and half": (_scale(words) + _scale(vectors)) / 2,
        "convex, as the tool weighs": (1 - WEIGHT) * _scale(words) + WEIGHT * _scale(vectors),
    }
    return (*compare_words(task), *(_gain(name, each, task) for name, each in fused.items()))


def score_words(task: SearchTask) -> Scores:
    passages = [
        Passage(f"{place:04}", "xquad", "", 0, len(text), text, "")
        for place, text in enumerate(task.passages)
    ]
    index = Lexical.build(passages)
    scores = np.zeros((len(task.questions), len(passages)))
    for row, question in enumerate(task.questions):
        for name, score in index.query(question, len(passages)):
            scores[row, int(name)] = score
    return scores


def score_vectors(task: SearchTask, embedding: "Embedding") -> Scores:
    passages = np.array(embed_passages(embedding, task.passages))
    questions = np.array([embedding.get_query_embedding(each) for each in task.questions])
    return np.asarray(questions @ passages.T)


def _scale(scores: Scores) -> Scores:
    """Each question's scores to 0 for the least and 1 for the best."""
    low, high = scores.min(axis=1, keepdims=True), scores.max(axis=1, keepdims=True)
    return np.asarray((scores - low) / np.maximum(high - low, 1e-12))


def _by_rank(scores: Scores) -> Scores:
    return np.asarray(1 / (RANK_OFFSET + rankdata(-scores, axis=1)))


def _gain(name: str, scores: Scores, task: SearchTask) -> Agreement:
    gains = discounted_gain(scores, task.relevant)

    def measure(places: Places) -> float:
        return float(gains[places].mean())

    sources = [str(place) for place in task.relevant]
    value = float(gains.mean())
    return Agreement(f"XQuAD, {name}, nDCG@10", len(gains), value, resample(measure, sources))


def discounted_gain(scores: Scores, relevant: Sequence[int]) -> Values:
    """nDCG@10 of each question: with one relevant passage, 1 / log2(1 + its rank), or 0 behind
    rank 10. Ties stand in the order of the passages, which is what the tool does with them."""
    order = np.argsort(-scores, axis=1, kind="stable")
    ranks = np.argmax(order == np.asarray(relevant)[:, None], axis=1) + 1
    return np.where(ranks <= DEPTH, 1 / np.log2(1 + ranks), 0.0)
