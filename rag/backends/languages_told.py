"""A text in, how far its letters are those of English out (py3langid)."""

from collections.abc import Mapping
from functools import cache
from math import log
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from py3langid.langid import LanguageIdentifier

_ENGLISHES = ("en", "pcm")
"""Nigerian Pidgin has the letters of English."""
_NO_LANGUAGE = "zxx"
_LEAST = 1e-6
"""Probability that stands for none at all."""


def english_before_others(text: str) -> float:
    """Log of the probability of English over that of the likeliest other language, which may be
    no language at all: below 0 where another is likelier."""
    told = _probabilities(text)
    other = max(chance for name, chance in told.items() if name not in _ENGLISHES)
    return log(told["en"] + _LEAST) - log(other + _LEAST)


def is_no_language(text: str) -> bool:
    """Keys pressed at random are the likeliest."""
    told = _probabilities(text)
    return max(told, key=told.__getitem__) == _NO_LANGUAGE


def _probabilities(text: str) -> Mapping[str, float]:
    """By ISO code, of 140 languages."""
    return dict(_identifier().rank(text))


@cache
def _identifier() -> "LanguageIdentifier":
    # Here, as its model takes half a second that a plainly English question does not need.
    from py3langid.langid import MODEL_FILE, LanguageIdentifier

    return LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
