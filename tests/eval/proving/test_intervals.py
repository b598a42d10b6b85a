"""Measures of agreement, worked out as arithmetic."""

import math

import numpy as np
import pytest

from eval.proving.intervals import area_under_curve, balanced_accuracy, resample, share_won


def test_area_is_the_share_of_pairs_in_order() -> None:
    scores, positive = np.array([3.0, 1.0, 2.0, 1.0]), np.array([True, True, False, False])
    assert area_under_curve(scores, positive) == pytest.approx((1 + 1 + 0 + 0.5) / 4)
    assert math.isnan(area_under_curve(scores, np.ones(4, bool)))


def test_balanced_accuracy_weighs_both_labels_alike() -> None:
    labels, verdicts = np.array([True, False, False, False]), np.array([True, True, True, False])
    assert balanced_accuracy(verdicts, labels) == pytest.approx((1 / 1 + 1 / 3) / 2)


def test_ties_are_half_won() -> None:
    assert share_won(np.array([1.0, -1.0, 0.0])) == pytest.approx((1 + 0 + 0.5) / 3)


def test_sources_are_drawn_whole() -> None:
    """Two sources of one value each: the mean of a draw is 0, 1/2 or 1."""
    values = np.array([0.0] * 50 + [1.0] * 50)
    sources = ["a"] * 50 + ["b"] * 50
    assert resample(lambda places: float(values[places].mean()), sources) == (0.0, 1.0)


def test_two_runs_agree() -> None:
    values = np.random.default_rng(2).random(40)
    sources = [str(place) for place in range(40)]

    def mean(places: np.ndarray) -> float:
        return float(values[places].mean())

    assert resample(mean, sources) == resample(mean, sources)
