"""Paired differences against values worked out by hand."""

from typing import Any

import numpy as np
import pytest

from eval.measuring.figures import Cells, average
from eval.telling.paired import Difference, compare, correct, count_wins


def column(*values: float) -> Cells:
    return np.asarray(values, float)[:, None]


def compare_means(first: Cells, second: Cells) -> Difference:
    found = compare(first, second, average, [0] * len(first))
    assert found is not None
    return found


def test_the_interval_holds_the_difference_of_the_means() -> None:
    found = compare_means(column(0, 0.5, 1, 1), column(1, 0.5, 0.5, 1))
    assert found.value == pytest.approx((1 + 0 - 0.5 + 0) / 4)
    assert found.interval[0] <= found.value <= found.interval[1]


def test_wins_ties_and_losses_are_counted() -> None:
    assert count_wins(column(1, 0, -0.5, 0, 1e-12, 2)) == (2, 3, 1)


def test_p_is_exact_where_every_swap_can_be_tried() -> None:
    # Of the 2**5 ways to swap, two leave a difference as far from 0: all swapped, and none.
    assert compare_means(column(*[0] * 5), column(*[1] * 5)).p == pytest.approx(2 / 2**5)


def test_gains_that_cancel_but_for_rounding_have_p_1() -> None:
    found = compare_means(column(1 / 7, 4 / 7, 4 / 7, 4 / 7), column(0, 5 / 7, 2 / 7, 6 / 7))
    assert found.value == pytest.approx(0)
    assert found.p == 1.0


def test_no_difference_has_p_1() -> None:
    found = compare_means(column(0.3, 0.7), column(0.3, 0.7))
    assert (found.p, found.value, found.interval) == (1.0, 0.0, (0.0, 0.0))


def test_one_question_proves_nothing() -> None:
    found = compare_means(column(0.25), column(0.75))
    assert (found.p, found.value, found.interval) == (1.0, 0.5, (0.5, 0.5))


def test_drawing_is_the_same_every_time() -> None:
    a, b = column(*(n % 7 / 7 for n in range(60))), column(*(n % 5 / 5 for n in range(60)))
    assert compare_means(a, b) == compare_means(a, b)


def highest(cells: Cells) -> Any:
    return cells[..., 0].max(axis=-1)


def test_a_figure_that_is_no_mean_is_compared_by_swapping_rows() -> None:
    # Highest of either: a swap of any but all or none leaves no difference at all.
    most = compare(column(*[0.1] * 12), column(*[0.9] * 12), highest, [0] * 12)
    assert most is not None
    assert most.value == pytest.approx(0.8)
    assert most.p == pytest.approx(2 / 2**12)


def test_questions_of_a_kind_are_drawn_by_themselves() -> None:
    """One question is alone of its kind, so it is in every draw, and so is its difference."""
    first, second = column(0, 0, 0, 0), column(1, 0, 0, 0)
    found = compare(first, second, highest, ["alone", "b", "b", "b"])
    assert found is not None
    assert found.interval == (1.0, 1.0)


def test_a_figure_that_one_side_has_not_is_not_compared() -> None:
    def only_small(cells: Cells) -> Any:
        return np.where(highest(cells) > 0.5, np.nan, 0.5)

    assert compare(column(0.1), column(0.9), only_small, [0]) is None


def test_holm_steps_down_and_keeps_the_order() -> None:
    # Smallest three times, middle twice, largest once; none below the one before.
    assert correct([0.04, 0.01, 0.03]) == pytest.approx([0.06, 0.03, 0.06])
    assert correct([0.9, 0.8]) == [1.0, 1.0]
    assert correct([]) == []
