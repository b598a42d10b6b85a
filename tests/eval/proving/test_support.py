"""The support scorer on claims of which anybody can tell, with the weights of the project."""

import numpy as np
import pytest
from fakes import KeywordEmbedding
from sklearn.linear_model import LogisticRegression
from sklearn.preprocessing import StandardScaler

from eval.proving.features import FEATURES
from eval.proving.support import (
    PENALTY,
    Claim,
    Measured,
    cross_fit,
    fit_weights,
    judge_unseen,
    load_weights,
    score_support,
)
from eval.proving.support_agreement import carry_over

EVIDENCE = ("The nurse visited five families in Leeds.", "No officer recorded the bruise.")


def scores(*texts: str) -> list[float]:
    claims = [Claim(text, EVIDENCE) for text in texts]
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
        return Claim(text, EVIDENCE).quotes_rightly

    assert quotes('"visited  five\nfamilies"')
    assert not quotes('"five visited families"')
    assert quotes('a so-called "purple" case')


def test_no_claims_no_scores() -> None:
    assert scores() == []


def test_no_weight_of_the_project_is_negative() -> None:
    assert load_weights().of.shape == (len(FEATURES),)
    assert load_weights().of.min() >= 0


@pytest.fixture
def measured() -> Measured:
    """The first feature tells, the second speaks against what it should speak for."""
    chance = np.random.default_rng(1)
    supported = np.arange(200) % 2 == 0
    rows = np.column_stack([supported, ~supported]) + chance.normal(0, 0.3, (200, 2))
    return Measured(rows, supported, tuple(str(place // 4) for place in range(200)))


def test_weights_are_bounded_below(measured: Measured) -> None:
    fitted = fit_weights([measured])
    assert fitted.of[0] > 0
    assert fitted.of[1] == 0


def test_weights_are_those_of_a_ridge_regression_in_which_sets_and_labels_count_the_same() -> None:
    """As scikit-learn finds them, where no weight comes to its bound."""
    chance = np.random.default_rng(2)
    sets = []
    for count, constant in ((900, 2.0), (300, -1.0)):
        rows = chance.random((count, 3)) * (1, 2, 3)
        told = rows @ (6.0, 2.0, 1.0) - 6 + constant
        sets.append(Measured(rows, chance.random(count) < 1 / (1 + np.exp(-told)), ()))
    rows = np.vstack([each.rows for each in sets])
    labels = np.concatenate([each.supported for each in sets])
    counts = [np.count_nonzero(of.supported == own) for of in sets for own in of.supported]
    model = LogisticRegression(C=1 / (2 * PENALTY), tol=1e-8)
    model.fit(
        StandardScaler().fit_transform(rows), labels, sample_weight=1 / (4 * np.array(counts))
    )
    expected = model.coef_[0] / rows.std(axis=0)
    found = fit_weights(sets)
    assert expected.min() > 0.2
    assert found.of == pytest.approx(expected, abs=1e-3)
    assert found.intercept == pytest.approx(
        model.intercept_[0] - expected @ rows.mean(axis=0), abs=1e-3
    )


def test_cross_fitting_tells_what_it_has_not_seen(measured: Measured) -> None:
    verdicts = cross_fit(measured) > 0
    assert np.mean(verdicts == measured.supported) > 0.8


def test_no_set_is_tested_with_weights_from_its_own_sources() -> None:
    """`twin` has the source of `own` and labels turned round: it must have no say."""
    rows = np.linspace(0, 1, 40)[:, None]
    supported = rows[:, 0] > 0.5
    names = tuple(map(str, range(40)))
    own = Measured(rows, supported, names)
    twin = Measured(1 - rows, supported, names)
    far = Measured(rows, supported, tuple(f"far {name}" for name in names))
    with_twin = carry_over("own", {"own": own, "twin": twin, "far": far})
    without = carry_over("own", {"own": own, "far": far})
    assert with_twin == pytest.approx(without)


def test_the_threshold_parts_what_can_be_parted() -> None:
    supported = np.arange(40) % 2 == 0
    scores = np.where(supported, 0.9, 0.7) + np.linspace(0, 0.05, 40)
    sources = [str(place // 2) for place in range(40)]
    assert np.array_equal(judge_unseen(scores, supported, sources), supported)


def test_no_claim_has_a_say_in_its_own_threshold() -> None:
    """Labels by chance: a threshold that had seen them would do better than a coin."""
    chance = np.random.default_rng(3)
    scores, supported = chance.random(400), chance.random(400) < 0.5
    unseen = judge_unseen(scores, supported, [str(place // 2) for place in range(400)])
    assert np.mean(unseen == supported) == pytest.approx(0.5, abs=0.05)
