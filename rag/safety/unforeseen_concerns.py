"""What a person tells in, a concern that no list of words foresees out.

A logistic regression on the signs of `told` and the meaning of what is told, fitted by
`python -m eval.fit_telling`. Where the embedding model is missing, or is not the one that the
weights were fitted to, the signs alone decide, as well as they can."""

import logging
import re
import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from weakref import WeakKeyDictionary

import numpy as np
from numpy.typing import NDArray

from rag.errors import ModelUnavailable
from rag.index.library import Library
from rag.language.nearness import nearness
from rag.language.phrases import plain
from rag.safety.concerns import Concern, Kind
from rag.safety.danger_told import OTHERS, Told, read_told

PROBE = "Is somebody at risk now?"
"""Its vector tells whether the weights fit a model."""
_LOG = logging.getLogger(__name__)
_FITS: WeakKeyDictionary[Library, bool] = WeakKeyDictionary()
_KINDS: tuple[Kind, ...] = ("asker_harm", "asker", "child")
_DOING = re.compile(r" (?:i|im|ive|id|ill) ")
"""Without it nobody tells of what they do themselves: "she told me that her uncle ..."."""

Vector = NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class Weights:
    """Scores are log odds."""

    hint: float
    """Of the signs alone, from which the meaning is asked."""
    enough: float
    """Of the signs alone, from which they are a concern where no meaning can be asked."""
    alarm: float
    """Of signs and meaning, from which they are a concern."""
    words: Mapping[str, float]
    """Of each sign, by its name, and the `constant`, where the signs decide alone."""
    signs: Mapping[str, float]
    """The same beside the meaning."""
    meaning: Sequence[float]
    probe: Sequence[float]
    """The first numbers of the vector of PROBE."""


def read_telling(turns: Sequence[str], library: Library) -> Concern | None:
    """Of the last turn."""
    told, fitted = read_told(turns), weights()
    alone = score(told, fitted.words)
    if not told.hints or alone < fitted.hint:
        return None
    vector = _meaning(told.own, library)
    if vector is None:
        return Concern(_kind_by_signs(told), told.own) if alone >= fitted.enough else None
    if score(told, fitted.signs) + float(np.dot(fitted.meaning, vector)) < fitted.alarm:
        return None
    return Concern(_kind_by_meaning(told, library), told.own)


def score(told: Told, by_sign: Mapping[str, float]) -> float:
    return by_sign["constant"] + sum(by_sign[sign] for sign in told.signs)


@cache
def weights() -> Weights:
    text = files("rag.safety").joinpath("unforeseen_concerns.toml").read_text(encoding="utf-8")
    return Weights(**tomllib.loads(text))


def _meaning(text: str, library: Library) -> Vector | None:
    try:
        if library not in _FITS:
            _FITS[library] = _fits(_embed(PROBE, library))
        return _embed(text, library) if _FITS[library] else None
    except ModelUnavailable as error:
        _LOG.warning("Danger is read from words alone: %s", error)
        return None


def _embed(text: str, library: Library) -> Vector:
    return np.asarray(library.embedding.get_query_embedding(text), dtype=np.float32)


def _fits(vector: Vector) -> bool:
    probe = weights().probe
    return len(vector) == len(weights().meaning) and np.allclose(
        vector[: len(probe)], probe, atol=0.01
    )


def _kind_by_meaning(told: Told, library: Library) -> Kind:
    near = nearness(told.own, library, "concerns")
    kind = max(_KINDS, key=near.__getitem__)
    return "child" if kind == "asker_harm" and not _DOING.search(plain(told.own)) else kind


def _kind_by_signs(told: Told) -> Kind:
    despairs = {"despair", "asker"} <= told.signs and told.signs.isdisjoint(OTHERS)
    return "asker" if despairs else "child"
