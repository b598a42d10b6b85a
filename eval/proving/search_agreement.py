"""Does the search bring the right paragraph of XQuAD first, by words, vectors and both?

XQuAD's English (Artetxe and others, 2020, CC BY-SA): 1,190 questions over 240 paragraphs.
"""

import json
from collections.abc import Iterator, Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from scipy.stats import rankdata
from sklearn.preprocessing import minmax_scale

from eval.measuring.figures import Figure, agree
from eval.proving.features import Values
from eval.proving.labelled import read
from rag.backends import embeddings
from rag.backends.lexical import Lexical
from rag.index.retrieval import WEIGHT
from rag.types import Passage

RANK_OFFSET = 60
"""Of reciprocal rank fusion (Cormack, Clarke and Büttcher 2009)."""


def compare_search(bench: Path, embedding: "embeddings.Embedding | None") -> Iterator[Figure]:
    """Without an embedding the search by words alone. Raises UnreadableFile."""
    articles = read(bench / "xquad" / "xquad.en.json", json.loads)["data"]
    paragraphs = [paragraph for article in articles for paragraph in article["paragraphs"]]
    passages = [paragraph["context"] for paragraph in paragraphs]
    questions = [asked["question"] for paragraph in paragraphs for asked in paragraph["qas"]]
    right = np.repeat(np.arange(len(paragraphs)), [len(each["qas"]) for each in paragraphs])
    scores = {"BM25": _score_words(questions, passages)}
    if embedding:
        asked = np.array([embedding.get_query_embedding(each) for each in questions])
        vectors = asked @ np.array(embeddings.embed_passages(embedding, passages)).T
        scores |= _with_vectors(scores["BM25"], vectors)
    for name, each in scores.items():
        gains = discounted_gain(each, right)
        yield agree(f"XQuAD, {name}, nDCG@10", np.mean, list(map(str, right)), gains)


def discounted_gain(scores: Values, relevant: NDArray[np.int64]) -> Values:
    """nDCG@10 of each question, with `scores` of shape [questions, passages] and the place of the
    one relevant passage: 1 / log2(1 + its rank), or 0 behind rank 10. Ties stand in the order of
    the passages, which is what the tool does with them."""
    ranks = rankdata(-scores, method="ordinal", axis=1)[np.arange(len(scores)), relevant]
    return np.where(ranks <= 10, 1 / np.log2(1 + ranks), 0.0)


def _score_words(questions: Sequence[str], passages: Sequence[str]) -> Values:
    """0 where the search does not bring the passage."""
    named = zip(map(str, range(len(passages))), passages, strict=True)
    index = Lexical.build([Passage(n, "xquad", "", 0, len(text), text, "") for n, text in named])
    scores = np.zeros((len(questions), len(passages)))
    for row, question in enumerate(questions):
        for name, score in index.query(question, len(passages)):
            scores[row, int(name)] = score
    return scores


def _with_vectors(words: Values, vectors: Values) -> dict[str, Values]:
    near, like = minmax_scale(vectors, axis=1), minmax_scale(words, axis=1)
    by_rank = [1 / (RANK_OFFSET + rankdata(-scores, axis=1)) for scores in (words, vectors)]
    return {
        "dense": vectors,
        "RRF": by_rank[0] + by_rank[1],
        "convex, half and half": (near + like) / 2,
        "convex, as the tool weighs": WEIGHT * near + (1 - WEIGHT) * like,
    }
