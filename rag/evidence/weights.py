"""How much each sign of an answer counts: fitted numbers, kept in weights.toml with how they were
fitted."""

import tomllib
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from importlib.resources import files


@dataclass(frozen=True, slots=True)
class Weights:
    passage: float
    """Of the passage's fused score in a sentence's score; the rest is how much of the question's
    topic the sentences carry."""
    dense: float
    """Of the cosine itself, which the fused score does not tell."""
    answers: float
    """Added where the sentences carry the kind of answer that is asked for."""
    kind: float
    """Factor of what the kind of a unit adds."""
    worth: float
    """Share of the best score below which evidence is left out."""
    support: float
    """Coverage plus .8 of the cosine below which a part of a list does not speak of what was
    asked."""
    speaks: float
    """Coverage, as a share of the best, from which evidence speaks of a theme."""
    clear: float
    """Best coverage from which it is told which reviews speak of a theme and which do not."""
    full: float
    """Chance from which a search answers."""
    partial: float
    """Chance from which it shows what comes nearest, and says that it is no more."""
    structural: float
    """Share of right answers among those that units, lists and cards give without a search."""
    chance: Mapping[str, float]
    """Of each sign of a chance, by its name, and the `constant`."""


def _load() -> Weights:
    text = files("rag.evidence").joinpath("weights.toml").read_text(encoding="utf-8")
    return Weights(**tomllib.loads(text))


_KEPT = _load()
_TRIED: ContextVar[Weights | None] = ContextVar("tried", default=None)


def weights() -> Weights:
    return _TRIED.get() or _KEPT


@contextmanager
def trying(tried: Weights) -> Iterator[None]:
    """Other weights for the questions asked inside, in this thread: to fit them."""
    token = _TRIED.set(tried)
    try:
        yield
    finally:
        _TRIED.reset(token)
