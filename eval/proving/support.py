"""Is a sentence supported by its evidence? A first filter for what is said in other words.

Words in quotation marks are checked letter by letter, and a claim that misquotes gets 0. For the
rest, features of agreement (features.py) are weighed by a logistic regression in which every set
counts the same, and in it the supported and the other claims. Its weights are bounded below by 0,
because every feature speaks for support by what it means: left free, features that go together get
weights of both signs that order minimal pairs worse and carry over worse from one set to another.
scikit-learn's regression knows no such bound, so SciPy minimises the loss.

The filter finds what is off its source; it sees little of a minimal edit within the source's own
words (swapped roles, an antonym), so that nothing may be called supported because of it alone. How
far it agrees with people is measured by `rag eval meta`.
"""

import re
import tomllib
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import minimize
from scipy.special import expit
from sklearn.model_selection import GroupKFold, StratifiedGroupKFold, cross_val_predict
from sklearn.tree import DecisionTreeClassifier
from sklearn.utils.class_weight import compute_sample_weight

from eval.measuring.figures import SEED, Sources
from eval.proving.features import FEATURES, Values, count_features, find_nearest
from eval.sets.words import letters
from rag.backends import embeddings
from rag.reading.sentences import sentence_spans

WEIGHTS = Path(__file__).with_name("support.toml")
PENALTY = 0.03
"""Of the squared weights of the standardised features, against the mean loss. From .0001 to .1 no
AUROC of the meta-evaluation moves by more than .02, so it was not searched for further."""
FOLDS = 5
Verdicts = NDArray[np.bool_]
_QUOTATION = re.compile(r"“([^”]+ [^”]+)”|\"([^\"]+ [^\"]+)\"")
"""Of two words at least: a single one may be a so-called."""


def split_sentences(text: str) -> tuple[str, ...]:
    return tuple(text[start:end] for start, end in sentence_spans(text))


@dataclass(frozen=True)
class Claim:
    text: str
    evidence: tuple[str, ...]
    """Sentences, in their order."""
    supported: bool | None = None
    """As somebody labelled it, "partly" being no; None where nobody did."""
    source: str = ""
    """Claims of one source are never split between fitting and testing."""

    @cached_property
    def sentences(self) -> tuple[str, ...]:
        return split_sentences(self.text) or (self.text,)

    @property
    def quotes_rightly(self) -> bool:
        """Does everything in double quotation marks stand in the evidence, layout apart?"""
        evidence = letters(" ".join(self.evidence))
        quoted = _QUOTATION.findall(self.text)
        return all(letters(one or other) in evidence for one, other in quoted)


@dataclass(frozen=True, slots=True)
class Measured:
    """Claims of one set, measured."""

    rows: Values
    """Shape [claims, FEATURES], each the mean over the claim's sentences."""
    supported: Verdicts
    sources: Sequence[str]


@dataclass(frozen=True, slots=True)
class Weights:
    intercept: float
    of: Values
    """In the order of FEATURES, each >= 0."""

    def weigh(self, rows: Values) -> Values:
        """Logits: 0 is as likely supported as not where both are as frequent."""
        return np.asarray(rows @ self.of + self.intercept)


def load_weights() -> Weights:
    fields = tomllib.loads(WEIGHTS.read_text(encoding="utf-8"))
    return Weights(fields["intercept"], np.array([fields["weights"][name] for name in FEATURES]))


def score_support(claims: Sequence[Claim], embedding: "embeddings.Embedding") -> Values:
    """0 to 1 for each claim, whatever its own label says; 0 for one that misquotes."""
    scores = expit(load_weights().weigh(measure_set(claims, embedding).rows))
    return np.where([claim.quotes_rightly for claim in claims], scores, 0.0)


def measure_set(claims: Sequence[Claim], embedding: "embeddings.Embedding") -> Measured:
    pairs = [(one, claim.evidence) for claim in claims for one in claim.sentences]
    texts = sorted({text for pair in pairs for text in (pair[0], *find_nearest(*pair))})
    vectors = dict(
        zip(texts, map(np.array, embeddings.embed_passages(embedding, texts)), strict=True)
    )

    def measure(sentence: str, evidence: tuple[str, ...]) -> Values:
        nearest = (vectors[near] for near in find_nearest(sentence, evidence))
        cosine = max((float(vectors[sentence] @ near) for near in nearest), default=0.0)
        return count_features(sentence, evidence, cosine)

    rows = [np.mean([measure(o, c.evidence) for o in c.sentences], axis=0) for c in claims]
    return Measured(
        np.array(rows).reshape(len(claims), len(FEATURES)),
        np.array([claim.supported for claim in claims], dtype=bool),
        [claim.source for claim in claims],
    )


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
        part = Measured(own.rows[kept], own.supported[kept], ())
        logits[left] = fit_weights([part, *others]).weigh(own.rows[left])
    return logits


def judge_unseen(scores: Values, supported: Verdicts, sources: Sources) -> Verdicts:
    """The verdict on each claim by the threshold that the claims of four fifths of the sources
    give, its own not among them: no threshold carries over from one set to another. It is the one
    split of a decision tree in which both labels count the same."""
    split = DecisionTreeClassifier(max_depth=1, class_weight="balanced", random_state=SEED)
    folds = StratifiedGroupKFold(FOLDS, shuffle=True, random_state=SEED)
    verdicts: Verdicts = cross_val_predict(
        split, scores[:, None], supported, groups=sources, cv=folds
    )
    return verdicts
