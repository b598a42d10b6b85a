"""The support scorer on claims of which anybody can tell, with the weights of the project."""

import numpy as np
import pytest
from fakes import KeywordEmbedding

from eval.proving.features import FEATURES
from eval.proving.public_sets import Claim
from eval.proving.support import load_weights, quotes_rightly, score_support
from eval.proving.weighing import Labelled, cross_fit, fit_weights

EVIDENCE = ("The nurse visited five families in Leeds.", "No officer recorded the bruise.")


def scores(*texts: str) -> list[float]:
    claims = [Claim(text, EVIDENCE, supported=True, source="") for text in texts]
    return [float(score) for score in score_support(claims, KeywordEmbedding())]


def test_scores_fall_with_every_mismatch() -> None:
    right, number, invented = scores(
        "The nurse visited five families in Leeds.",
        "The nurse visited six families in Leeds.",
        "A judge praised the school for its choir.",
    )
    assert right > 0.7
    assert right > number > invented
    assert invented < 0.1


def test_a_turned_negation_scores_lower() -> None:
    right, turned = scores("No officer recorded the bruise.", "An officer recorded the bruise.")
    assert turned < right


def test_a_misquotation_scores_nothing() -> None:
    right, wrong = scores(
        "It says “visited five families” in Leeds.", "It says “visited six families” in Leeds."
    )
    assert wrong == 0.0 < right


def test_quotations_are_compared_layout_apart() -> None:
    def quotes(text: str) -> bool:
        return quotes_rightly(Claim(text, EVIDENCE, supported=True, source=""))

    assert quotes('"visited  five\nfamilies"')
    assert not quotes('"five visited families"')
    assert quotes('a so-called "purple" case')


def test_no_claims_no_scores() -> None:
    assert scores() == []


def test_no_weight_of_the_project_is_negative() -> None:
    weights = load_weights()
    assert set(weights.of) == set(FEATURES)
    assert min(weights.of.values()) >= 0


@pytest.fixture
def labelled() -> Labelled:
    """The first feature tells, the second speaks against what it should speak for."""
    chance = np.random.default_rng(1)
    supported = np.arange(200) % 2 == 0
    rows = np.column_stack([supported, ~supported]) + chance.normal(0, 0.3, (200, 2))
    return Labelled(rows, supported, tuple(str(place // 4) for place in range(200)))


def test_weights_are_bounded_below(labelled: Labelled) -> None:
    fitted = fit_weights([labelled])
    assert fitted.weights[0] > 0
    assert fitted.weights[1] == 0


def test_cross_fitting_tells_what_it_has_not_seen(labelled: Labelled) -> None:
    verdicts = cross_fit(labelled) > 0
    assert np.mean(verdicts == labelled.supported) > 0.8
