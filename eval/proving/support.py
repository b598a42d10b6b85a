"""Is a sentence supported by its evidence? A first filter for what is said in other words.

Words in quotation marks are checked letter by letter, and a claim that misquotes gets 0. For the
rest, features of agreement (features.py) are weighed by a logistic regression whose weights are all
positive: no mismatch can ever raise a score. The filter finds what is off its source; it sees
little of a minimal edit within the source's own words (swapped roles, an antonym), so that nothing
may be called supported because of it alone. How far it agrees with people is measured by
`python -m eval.proving.meta`, its weights are fitted by `python -m eval.proving.fitting`, and from
which score on a claim counts as supported is set by `python -m eval.proving.setting`.
"""

import re
import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray
from scipy.special import expit

from eval.proving.features import FEATURES, Compared, compare, count_features
from eval.proving.public_sets import Claim, split_sentences
from eval.sets.words import letters
from rag.backends.embeddings import embed_passages

if TYPE_CHECKING:
    from rag.backends.embeddings import Embedding

WEIGHTS = Path(__file__).with_name("support.toml")

_QUOTATION = re.compile(r"“([^”]+ [^”]+)”|\"([^\"]+ [^\"]+)\"")
"""Of two words at least: a single one may be a so-called."""


@dataclass(frozen=True, slots=True)
class Weights:
    intercept: float
    of: Mapping[str, float]
    """By feature, each >= 0."""


def load_weights(path: Path = WEIGHTS) -> Weights:
    fields = tomllib.loads(path.read_text(encoding="utf-8"))
    return Weights(fields["intercept"], fields["weights"])


def score_support(
    claims: Sequence[Claim], embedding: "Embedding", weights: Weights | None = None
) -> NDArray[np.float64]:
    """0 to 1 for each claim, whatever its own label says; 0 for one that misquotes."""
    weights = weights or load_weights()
    rows = measure_claims(claims, embedding)
    scores = expit(rows @ [weights.of[name] for name in FEATURES] + weights.intercept)
    faithful: NDArray[np.float64] = np.where([quotes_rightly(claim) for claim in claims], scores, 0)
    return faithful


def measure_claims(claims: Sequence[Claim], embedding: "Embedding") -> NDArray[np.float64]:
    """Features, shape [claims, FEATURES]: each the mean over the claim's sentences."""
    sentences = [split_sentences(claim.text) or (claim.text,) for claim in claims]
    compared = [
        [compare(sentence, claim.evidence) for sentence in parts]
        for claim, parts in zip(claims, sentences, strict=True)
    ]
    texts = {
        text
        for claim, parts, each in zip(claims, sentences, compared, strict=True)
        for sentence, one in zip(parts, each, strict=True)
        for text in (sentence, *(claim.evidence[place] for place in one.nearest))
    }
    vectors = _embed(sorted(texts), embedding)
    rows = [
        np.mean(
            [
                count_features(one, _cosine(sentence, claim, one, vectors))
                for sentence, one in zip(parts, each, strict=True)
            ],
            axis=0,
        )
        for claim, parts, each in zip(claims, sentences, compared, strict=True)
    ]
    return np.array(rows).reshape(len(claims), len(FEATURES))


def quotes_rightly(claim: Claim) -> bool:
    """Does everything in double quotation marks stand in the evidence, layout apart?"""
    evidence = letters(" ".join(claim.evidence))
    return all(letters(one or other) in evidence for one, other in _QUOTATION.findall(claim.text))


def _embed(texts: Sequence[str], embedding: "Embedding") -> dict[str, NDArray[np.float64]]:
    vectors = embed_passages(embedding, texts) if texts else []
    return dict(zip(texts, map(np.array, vectors), strict=True))


def _cosine(
    sentence: str, claim: Claim, compared: Compared, vectors: Mapping[str, NDArray[np.float64]]
) -> float:
    own = vectors[sentence]
    near = (vectors[claim.evidence[place]] for place in compared.nearest)
    return max((float(own @ other) for other in near), default=0.0)
