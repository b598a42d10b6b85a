"""The numbers of the support scorer: its weights, and from which score on a claim is supported.

The weights are of a logistic regression in which every set counts the same, and in it the supported
and the other claims count the same. They are bounded below by 0, because every feature speaks for
support by what it means: left free, features that go together get weights of both signs that order
minimal pairs worse and carry over worse from one set to another. scikit-learn's regression knows no
such bound, so SciPy minimises the loss.

A threshold does not carry over from one set to another, so it is set on our own labelled
statements, where the balanced accuracy is highest. threshold.toml says, beside it, which weights
and which labels it belongs to; with others a test fails until it is set anew.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from scipy.optimize import minimize
from scipy.special import expit
from sklearn.metrics import balanced_accuracy_score
from sklearn.model_selection import GroupKFold, StratifiedGroupKFold
from sklearn.utils.class_weight import compute_sample_weight

from eval.measuring.figures import SEED
from eval.proving.agreements import Sources, Verdicts
from eval.proving.features import Values
from eval.proving.support import Claim, Weights, measure_claims
from rag.backends import embeddings

PENALTY = 0.03
"""Of the squared weights of the standardised features, against the mean loss. From .0001 to .1 no
AUROC of the meta-evaluation moves by more than .02, so it was not searched for further."""
FOLDS = 5


@dataclass(frozen=True, slots=True)
class Measured:
    """Claims of one set, measured."""

    rows: Values
    """Shape [claims, features]."""
    supported: Verdicts
    sources: tuple[str, ...]


def measure_set(claims: Sequence[Claim], embedding: "embeddings.Embedding") -> Measured:
    supported = np.array([claim.supported for claim in claims], dtype=bool)
    sources = tuple(claim.source for claim in claims)
    return Measured(measure_claims(claims, embedding), supported, sources)


def fit_weights(sets: Sequence[Measured]) -> Weights:
    rows = np.vstack([each.rows for each in sets])
    labels = np.concatenate([each.supported for each in sets]).astype(float)
    groups = np.concatenate([2 * place + each.supported for place, each in enumerate(sets)])
    share = compute_sample_weight("balanced", groups) / len(groups)
    middle, spread = rows.mean(axis=0), rows.std(axis=0) + 1e-9
    scaled = (rows - middle) / spread

    def loss(tried: Values) -> tuple[float, Values]:
        logits = scaled @ tried[1:] + tried[0]
        over = share * (expit(logits) - labels)
        value = share @ (np.logaddexp(0, logits) - labels * logits)
        penalty, slope = PENALTY * tried[1:] @ tried[1:], 2 * PENALTY * tried[1:]
        return float(value + penalty), np.concatenate([[over.sum()], scaled.T @ over + slope])

    bounds = [(None, None), *[(0, None)] * rows.shape[1]]
    start = np.zeros(rows.shape[1] + 1)
    found = minimize(loss, start, jac=True, method="L-BFGS-B", bounds=bounds).x
    weights = found[1:] / spread
    return Weights(float(found[0] - weights @ middle), weights)


def cross_fit(own: Measured, others: Sequence[Measured] = ()) -> Values:
    """Logits of `own`, each from weights fitted without its source: on the other folds of `own`
    and all of `others`."""
    logits = np.zeros(len(own.supported))
    for kept, left in GroupKFold(FOLDS).split(own.rows, own.supported, own.sources):
        part = Measured(own.rows[kept], own.supported[kept], tuple(own.sources[i] for i in kept))
        logits[left] = fit_weights([part, *others]).weigh(own.rows[left])
    return logits


def choose_threshold(scores: Values, supported: Verdicts) -> float:
    """Half-way between two scores, where the balanced accuracy is highest; of several such places
    the middle one, the lower of two. Four decimals."""
    steps = np.unique(scores)
    halves = (steps[1:] + steps[:-1]) / 2
    found = np.array([balanced_accuracy_score(supported, scores >= half) for half in halves])
    best = np.flatnonzero(found >= found.max() - 1e-12)
    return round(float(halves[best[(len(best) - 1) // 2]]), 4)


def judge_unseen(scores: Values, supported: Verdicts, sources: Sources) -> Verdicts:
    """The verdict on each claim by the threshold that the claims of four fifths of the sources
    give, its own not among them."""
    verdicts = np.zeros(len(scores), dtype=bool)
    folds = StratifiedGroupKFold(FOLDS, shuffle=True, random_state=SEED)
    for kept, left in folds.split(scores, supported, sources):
        verdicts[left] = scores[left] >= choose_threshold(scores[kept], supported[kept])
    return verdicts
