"""The weights of the judge are found again on made-up proposals."""

from pathlib import Path
from types import SimpleNamespace
from typing import cast

import numpy as np
import pytest

from eval.fit_judge import OF_WAY, Example, best, fit, how_right, is_of_way
from eval.measuring.goals import Goals
from eval.sets.questions import Question
from rag.answer import Answer


def make_examples(count: int, seed: int) -> list[Example]:
    """Two proposals each; the one with more of "good" is right, whatever "noise" has."""
    chance = np.random.default_rng(seed)
    examples = []
    for good, noise in zip(chance.random((count, 2)), chance.random((count, 2)), strict=True):
        signs = tuple({"good": g, "noise": n} for g, n in zip(good, noise, strict=True))
        right = (1.0, 0.0) if good[0] > good[1] else (0.0, 1.0)
        examples.append(Example(Path("made"), signs, right))
    return examples


def test_what_decides_is_found_and_what_does_not_weighs_little() -> None:
    weights = fit(make_examples(400, seed=3))
    assert weights["good"] > 3
    assert abs(weights.get("noise", 0.0)) < 0.1 * weights["good"]


def test_proposals_that_are_equally_right_teach_nothing() -> None:
    examples = make_examples(200, seed=4)
    even = [Example(e.library, ({"good": 1.0}, {"good": 0.0}), (0.5, 0.5)) for e in examples]
    assert fit([*examples, *even]) == pytest.approx(fit(examples))


def test_the_best_has_the_most_weight() -> None:
    example = Example(Path("made"), ({"a": 1.0}, {"b": 1.0}, {}), (0.0, 1.0, 0.0))
    assert best(example, {"a": 0.2, "b": 0.5}) == 1
    assert best(example, {"a": -1.0, "b": -1.0}) == 2


@pytest.mark.parametrize(("status", "right"), [("refused", 1.0), ("partial", 0.5), ("answered", 0)])
def test_what_cannot_be_answered_is_right_where_it_is_turned_away(
    status: str, right: float
) -> None:
    question = Question("q", ("q",), "fact", answerable=False, gold=(), reference="")
    answer = cast(Answer, SimpleNamespace(status=status))
    assert how_right(question, cast(Goals, None), {}, answer) == right


def test_a_question_known_by_its_way_counts_half() -> None:
    answer = cast(Answer, SimpleNamespace(way="listed"))
    assert (is_of_way("listed", answer), is_of_way("units", answer)) == (OF_WAY, 0.0)
