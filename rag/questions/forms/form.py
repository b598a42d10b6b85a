"""What was found in a question in, the form and the scope of the answer that it wants out.

Two multinomial logistic regressions, fitted by `python -m eval.fit_form` on several libraries and
tried on one that was left out; the figures stand beside the weights."""

import tomllib
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from math import exp

from rag.trace import Chances

CONSTANT = "constant"
"""In place of a sign: what stands for a choice whatever the signs."""


@dataclass(frozen=True, slots=True)
class Form:
    """Of the answer wanted."""

    forms: Chances
    """unit, list, count, fact, yes_no, why, quote, summary, theme, compare, role, explain or
    library."""
    scopes: Chances
    """One document, several that are named or described, or all."""
    signs: frozenset[str] = frozenset()
    """What both were read from, see `form_signs`."""

    @property
    def name(self) -> str | None:
        """The likeliest form; None where none was read."""
        return self.forms[0][0] if self.forms else None

    @property
    def scope(self) -> str | None:
        return self.scopes[0][0] if self.scopes else None


NO_FORM = Form((), ())


def decide_form(signs: frozenset[str]) -> Form:
    return Form(_choose("forms", signs), _choose("scopes", signs), signs)


def _choose(name: str, signs: Collection[str]) -> Chances:
    fitted = load_weights(name)
    scores = {
        choice: exp(weights[CONSTANT] + sum(weights.get(sign, 0.0) for sign in signs))
        for choice, weights in fitted.items()
    }
    whole = sum(scores.values())
    chances = ((choice, score / whole) for choice, score in scores.items())
    return tuple(sorted(chances, key=lambda each: (-each[1], each[0])))


@cache
def load_weights(name: str) -> Mapping[str, Mapping[str, float]]:
    """By choice and sign; a sign that is not there weighs nothing."""
    path = files("rag.questions.forms").joinpath(f"{name}.toml")
    return tomllib.loads(path.read_text(encoding="utf-8"))
