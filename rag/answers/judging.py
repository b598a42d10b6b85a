"""What all answerers propose in, the one that is given out.

Each proposal is worth the sum of the weights of its signs, and the best is given. The weights are
those of a conditional logistic regression over pairs of proposals for one question (Bradley and
Terry 1952), fitted by `python -m eval.fit_judge` on several libraries and tried on one left out;
the figures stand in eval/README.md."""

import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import cache
from importlib.resources import files
from math import exp

from rag.answer import Answer
from rag.answers.signs import read_signs
from rag.questions.request import Request
from rag.trace import Proposed

MOST_TOLD = 3
"""Signs that are told of a proposal."""


def judge(request: Request, proposals: Sequence[Answer]) -> Answer:
    """The best of them, with all of them told; `proposals` as `propose` gives them."""
    signs = [read_signs(request, each, proposals[-1]) for each in proposals]
    values = [_value(each) for each in signs]
    whole = sum(map(exp, values))
    told = [
        _tell(proposal, exp(value) / whole, each)
        for proposal, value, each in zip(proposals, values, signs, strict=True)
    ]
    best = max(range(len(proposals)), key=values.__getitem__)
    ranked = sorted(told, key=lambda each: -each.chance)
    return replace(proposals[best], proposals=tuple(ranked))


def _value(signs: Mapping[str, float]) -> float:
    fitted = load_weights()
    return sum(fitted.get(sign, 0.0) * value for sign, value in signs.items())


def _tell(proposal: Answer, chance: float, signs: Mapping[str, float]) -> Proposed:
    fitted = load_weights()
    weighed = ((sign, fitted.get(sign, 0.0) * value) for sign, value in signs.items())
    most = sorted(weighed, key=lambda each: -abs(each[1]))[:MOST_TOLD]
    units = dict.fromkeys(f"{c.document}#{c.unit}" for c in proposal.citations)
    return Proposed(proposal.way or "", proposal.status, chance, tuple(most), tuple(units))


@cache
def load_weights() -> Mapping[str, float]:
    """By sign; a sign that is not there weighs nothing."""
    path = files("rag.answers").joinpath("judge.toml")
    return dict(tomllib.loads(path.read_text(encoding="utf-8"))["signs"])
