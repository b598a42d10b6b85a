"""From which score of the support scorer on a claim counts as supported.

A threshold does not carry over from one set of sentences to another, so it is set on our own
labelled ones, by `python -m eval.proving.setting`: where the balanced accuracy is highest. How good
it is is told of other sentences than it was set on. threshold.toml says, beside it, which weights
and which labels it belongs to; with others a test fails until it is set anew.
"""

import hashlib
from collections.abc import Iterable, Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from sklearn.model_selection import StratifiedGroupKFold

from eval.measuring.intervals import SEED
from eval.proving.intervals import Values, balanced_accuracy
from eval.proving.passes import PASSES
from eval.proving.sentences import SENTENCES
from eval.proving.support import WEIGHTS

FILE = Path(__file__).with_name("threshold.toml")
FOLDS = 5
_DECIMALS = 4


def choose_threshold(scores: Values, supported: NDArray[np.bool_]) -> float:
    """Half-way between two scores, where the balanced accuracy is highest; of several such places
    the middle one, the lower of two. Not of labels that are all alike."""
    steps = np.unique(scores)
    halves = (steps[1:] + steps[:-1]) / 2
    found = np.array([balanced_accuracy(scores >= half, supported) for half in halves])
    best = np.flatnonzero(found >= found.max() - 1e-12)
    return round(float(halves[best[(len(best) - 1) // 2]]), _DECIMALS)


def judge_unseen(
    scores: Values, supported: NDArray[np.bool_], sources: Sequence[str]
) -> NDArray[np.bool_]:
    """The verdict on each claim by the threshold that the claims of four fifths of the sources
    give, its own not among them."""
    verdicts = np.zeros(len(scores), dtype=bool)
    folds = StratifiedGroupKFold(FOLDS, shuffle=True, random_state=SEED)
    for kept, left in folds.split(scores, supported, sources):
        verdicts[left] = scores[left] >= choose_threshold(scores[kept], supported[kept])
    return verdicts


def fingerprint(paths: Iterable[Path]) -> str:
    """SHA-256, hexadecimal, line ends as on Unix."""
    content = b"\n".join(path.read_bytes().replace(b"\r\n", b"\n") for path in paths)
    return hashlib.sha256(content).hexdigest()


def fingerprint_of_weights() -> str:
    return fingerprint([WEIGHTS])


def fingerprint_of_labels() -> str:
    return fingerprint([SENTENCES, *PASSES])
