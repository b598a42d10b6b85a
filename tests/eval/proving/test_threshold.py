"""The threshold of the support scorer: chosen by hand, judged on what it was not set on."""

import tomllib

import numpy as np
import pytest

from eval.proving import fitting, threshold
from eval.proving.features import FEATURES
from eval.proving.label_agreement import load_labelled, score_labelled
from eval.proving.setting import describe
from eval.proving.support import WEIGHTS
from eval.proving.threshold import (
    FILE,
    choose_threshold,
    fingerprint_of_labels,
    fingerprint_of_weights,
    judge_unseen,
)
from eval.proving.weighing import Fitted

SCORES = np.array([0.9, 0.8, 0.7, 0.4, 0.2])


def test_it_lies_half_way_where_both_labels_are_judged_best() -> None:
    assert choose_threshold(SCORES, np.array([True, True, True, False, False])) == (0.7 + 0.4) / 2
    assert choose_threshold(SCORES, np.array([True, False, False, False, False])) == pytest.approx(
        (0.9 + 0.8) / 2
    )


def test_of_two_equal_places_it_is_the_lower() -> None:
    """The cuts at .35 and .15 judge one claim wrongly, that at .25 two."""
    scores, supported = np.array([0.4, 0.3, 0.2, 0.1]), np.array([True, False, True, False])
    assert choose_threshold(scores, supported) == pytest.approx((0.2 + 0.1) / 2)


def test_no_claim_has_a_say_in_its_own_threshold() -> None:
    """Claims of which each source has the label turned round: what is learned from the others
    always misleads, while a threshold that had seen them would do better."""
    chance = np.random.default_rng(3)
    scores, supported = chance.random(200), chance.random(200) < 0.5
    sources = [str(place // 2) for place in range(200)]
    seen = (scores >= choose_threshold(scores, supported)) == supported
    unseen = judge_unseen(scores, supported, sources) == supported
    assert unseen.mean() < seen.mean()
    assert unseen.mean() == pytest.approx(0.5, abs=0.1)


def test_the_kept_threshold_is_of_these_weights_and_labels() -> None:
    kept = tomllib.loads(FILE.read_text(encoding="utf-8"))
    assert 0 < kept["threshold"] < 1
    assert (kept["weights"], kept["labels"]) == (fingerprint_of_weights(), fingerprint_of_labels())


@pytest.mark.slow
def test_setting_it_again_gives_what_is_kept() -> None:
    found = describe(score_labelled(load_labelled()))
    kept = FILE.read_text(encoding="utf-8")
    assert [line for line in found.splitlines() if "threshold =" not in line] == [
        line for line in kept.splitlines() if "threshold =" not in line
    ]
    value = float(found.split("threshold = ")[1].split()[0])
    assert value == pytest.approx(tomllib.loads(kept)["threshold"], abs=0.005)


def test_fitting_the_weights_leaves_it_alone() -> None:
    text = fitting.describe(Fitted(0.0, np.zeros(len(FEATURES))), ["made"])
    assert "threshold" not in text
    assert threshold.FILE != WEIGHTS
