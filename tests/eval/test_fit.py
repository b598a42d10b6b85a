"""The fit climbs to the best weights of a measure that is known."""

from dataclasses import replace

from rich.console import Console

from eval.fit import climb
from rag.evidence.weights import Weights, trying, weights


def test_climbs_to_the_top_and_no_further() -> None:
    def measure(tried: Weights) -> float:
        return -abs(tried.passage - 0.4) - abs(tried.worth - weights().worth)

    start = replace(weights(), passage=0.8)
    found, score = climb(start, measure, Console(quiet=True))
    assert found.passage == 0.4
    assert found.worth == weights().worth
    assert score == measure(found)


def test_other_weights_hold_only_inside() -> None:
    kept = weights()
    with trying(replace(kept, worth=0.99)):
        assert weights().worth == 0.99
    assert weights() is kept
