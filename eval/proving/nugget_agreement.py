"""Does the nugget measure find the answer more complete that people find more complete?

As the authors of RAGChecker compare (data/meta_evaluation/meta_eval.py of their repository; Ru and
others, 2024, Apache-2.0): the difference of the two answers' scores against the label of each of
the two people, 560 labels of 280 comparisons. Nuggets are the sentences of the reference answer.
That the question's words are left out was decided on this very set, among few choices; the figure
with them stands beside.
"""

import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import numpy as np
from scipy.stats import pearsonr, spearmanr

from eval.measuring.figures import Figure, agree
from eval.proving.features import Values
from eval.proving.labelled import read
from eval.proving.support import split_sentences
from eval.sets.words import nugget_recall, nugget_words

Line = Mapping[str, Any]
"""Two answers to a question, judged by one person or by RAGChecker, as the files have it."""


def compare_nuggets(bench: Path) -> Iterator[Figure]:
    """Of RAGChecker the claim recall that it finds with Llama-3-70B. Raises UnreadableFile."""
    people = read(bench / "ragchecker" / "human_labeled_data.json", json.loads)
    model = read(bench / "ragchecker" / "baseline_ragchecker.json", json.loads)
    # The two people's lines of a comparison stand one after the other.
    labels = np.array([line["completeness_label"] for line in people], float).reshape(-1, 2)
    ours = [_score(line, "model2") - _score(line, "model1") for line in people[::2]]
    published = [_published(line, "model2") - _published(line, "model1") for line in model]
    names = ("nuggets", "nuggets with the question's words", "length", "RAGChecker's model")
    for name, differences in zip(names, np.column_stack([ours, published]).T, strict=True):
        twice = np.column_stack([differences, differences])
        yield _correlate(f"{name}, Pearson", pearsonr, twice, labels)
        yield _correlate(f"{name}, Spearman", spearmanr, twice, labels)
    yield _correlate("two people, Pearson", pearsonr, labels[:, 0], labels[:, 1])


def _correlate(name: str, correlation: Any, ones: Values, others: Values) -> Figure:
    def measure(some: Values, same: Values) -> float:
        return float(correlation(some.ravel(), same.ravel()).statistic)

    comparisons = [str(place) for place in range(len(ones))]
    return agree(f"RAGChecker, {name}", measure, comparisons, ones, others)


def _published(line: Line, answer: str) -> float:
    return float(line[answer]["ragchecker"]["completeness_label"])


def _score(line: Line, answer: str) -> Values:
    """Mean recall of the nuggets, the same with the question's words, and the logarithm of the
    length, by which twice as long counts the same for short and long answers."""
    said = line[answer]["response"]
    nuggets = [
        words
        for reference in line["gt_answer"].splitlines()
        for sentence in split_sentences(reference)
        if (words := nugget_words(sentence))
    ]
    means = [
        np.mean([nugget_recall(n, nugget_words(said), nugget_words(asked)) for n in nuggets] or 0)
        for asked in (line["query"], "")
    ]
    return np.array([*means, np.log1p(len(said.split()))])
