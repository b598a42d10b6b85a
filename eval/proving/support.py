"""Is a sentence supported by its evidence? A first filter for what is said in other words.

Words in quotation marks are checked letter by letter, and a claim that misquotes gets 0. For the
rest, features of agreement (features.py) are weighed by a logistic regression whose weights are all
positive: no mismatch can ever raise a score. The filter finds what is off its source; it sees
little of a minimal edit within the source's own words (swapped roles, an antonym), so that nothing
may be called supported because of it alone. How far it agrees with people is measured by
`rag eval meta`; from which score on a claim counts as supported stands in threshold.toml.
"""

import re
import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from scipy.special import expit

from eval.proving.features import FEATURES, Values, count_features, find_nearest
from eval.sets.words import letters
from rag.backends import embeddings
from rag.reading.sentences import sentence_spans

WEIGHTS = Path(__file__).with_name("support.toml")

_QUOTATION = re.compile(r"“([^”]+ [^”]+)”|\"([^\"]+ [^\"]+)\"")
"""Of two words at least: a single one may be a so-called."""


def split_sentences(text: str) -> tuple[str, ...]:
    return tuple(text[start:end] for start, end in sentence_spans(text))


@dataclass(frozen=True, slots=True)
class Claim:
    text: str
    evidence: tuple[str, ...]
    """Sentences, in their order."""
    supported: bool | None = None
    """As somebody labelled it, "partly" being no; None where nobody did."""
    source: str = ""
    """Claims of one source are never split between fitting and testing."""

    @property
    def sentences(self) -> tuple[str, ...]:
        return split_sentences(self.text) or (self.text,)


@dataclass(frozen=True, slots=True)
class Weights:
    intercept: float
    of: Values
    """In the order of FEATURES, each >= 0."""

    def weigh(self, rows: Values) -> Values:
        """Logits of rows of features: 0 is as likely supported as not where both are as
        frequent."""
        return np.asarray(rows @ self.of + self.intercept)


def load_weights() -> Weights:
    fields = tomllib.loads(WEIGHTS.read_text(encoding="utf-8"))
    return Weights(fields["intercept"], np.array([fields["weights"][name] for name in FEATURES]))


def score_support(claims: Sequence[Claim], embedding: "embeddings.Embedding") -> Values:
    """0 to 1 for each claim, whatever its own label says; 0 for one that misquotes."""
    scores = expit(load_weights().weigh(measure_claims(claims, embedding)))
    return np.where([quotes_rightly(claim) for claim in claims], scores, 0.0)


def measure_claims(claims: Sequence[Claim], embedding: "embeddings.Embedding") -> Values:
    """Features, shape [claims, FEATURES]: each the mean over the claim's sentences."""
    vectors = _embed(claims, embedding)
    rows = [
        np.mean([_measure(one, claim.evidence, vectors) for one in claim.sentences], axis=0)
        for claim in claims
    ]
    return np.array(rows).reshape(len(claims), len(FEATURES))


def quotes_rightly(claim: Claim) -> bool:
    """Does everything in double quotation marks stand in the evidence, layout apart?"""
    evidence = letters(" ".join(claim.evidence))
    return all(letters(one or other) in evidence for one, other in _QUOTATION.findall(claim.text))


def _embed(claims: Sequence[Claim], embedding: "embeddings.Embedding") -> dict[str, Values]:
    """Vectors of the claims' sentences and of those of the evidence that are nearest to them."""
    texts = {
        text
        for claim in claims
        for one in claim.sentences
        for text in (one, *find_nearest(one, claim.evidence))
    }
    vectors = embeddings.embed_passages(embedding, sorted(texts))
    return dict(zip(sorted(texts), map(np.array, vectors), strict=True))


def _measure(sentence: str, evidence: tuple[str, ...], vectors: Mapping[str, Values]) -> Values:
    nearest = find_nearest(sentence, evidence)
    cosines = [float(vectors[sentence] @ vectors[near]) for near in nearest]
    return count_features(sentence, evidence, max(cosines, default=0.0))
