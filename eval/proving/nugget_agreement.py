"""Does the nugget measure find the answer more complete that people find more complete?

As the authors of RAGChecker compare (data/meta_evaluation/meta_eval.py of their repository): the
difference of the two answers' scores against the label of each of the two people, 560 labels of 280
comparisons. Nuggets are the sentences of the reference answer. That the question's words are left
out was decided on this very set, among few choices; the figure with them stands beside.
"""

from collections.abc import Callable, Sequence

import numpy as np

from eval.measuring.nuggets import nugget_recall, nugget_words
from eval.proving.agreements import Agreement
from eval.proving.intervals import Places, Values, pearson, resample, spearman
from eval.proving.public_sets import Comparison, split_sentences

Correlate = Callable[[Values, Values], float]


def compare_nuggets(comparisons: Sequence[Comparison]) -> tuple[Agreement, ...]:
    scores = {
        "nuggets": np.array([_difference(each, _coverage) for each in comparisons]),
        "nuggets with the question's words": np.array(
            [_difference(each, _plain_coverage) for each in comparisons]
        ),
        "length": np.array([_difference(each, _length) for each in comparisons]),
        "RAGChecker's model": np.array([each.model for each in comparisons]),
    }
    labels = np.array([each.completeness for each in comparisons], dtype=float)
    found = [
        _agreement(f"RAGChecker, {name}, {called}", correlate, differences, labels)
        for name, differences in scores.items()
        for called, correlate in (("Pearson", pearson), ("Spearman", spearman))
    ]
    return (*found, _between_people(labels))


def _agreement(name: str, correlate: Correlate, differences: Values, labels: Values) -> Agreement:
    def measure(places: Places) -> float:
        return correlate(np.repeat(differences[places], 2), labels[places].ravel())

    everything = np.arange(len(differences))
    interval = resample(measure, [str(place) for place in everything])
    return Agreement(name, len(differences), measure(everything), interval)


def _between_people(labels: Values) -> Agreement:
    def measure(places: Places) -> float:
        return pearson(labels[places, 0], labels[places, 1])

    everything = np.arange(len(labels))
    interval = resample(measure, [str(place) for place in everything])
    return Agreement("RAGChecker, two people, Pearson", len(labels), measure(everything), interval)


def _difference(each: Comparison, score: Callable[[Comparison, str], float]) -> float:
    first, second = each.answers
    return score(each, second) - score(each, first)


def _coverage(each: Comparison, answer: str) -> float:
    return _mean_recall(each.reference, answer, each.question)


def _plain_coverage(each: Comparison, answer: str) -> float:
    return _mean_recall(each.reference, answer, "")


def _length(_each: Comparison, answer: str) -> float:
    """The logarithm: twice as long counts the same for short and long answers."""
    return float(np.log1p(len(answer.split())))


def _mean_recall(reference: str, answer: str, asked: str) -> float:
    nuggets = [
        words
        for line in reference.splitlines()
        for sentence in split_sentences(line)
        if (words := nugget_words(sentence))
    ]
    said, known = nugget_words(answer), nugget_words(asked)
    return float(np.mean([nugget_recall(words, said, known) for words in nuggets] or [0.0]))
