"""Paired differences against values worked out by hand."""

import numpy as np
import pytest
from numpy.typing import NDArray

from eval.telling.paired import compare_figures, compare_means, correct

Cells = NDArray[np.float64]


def test_a_mean_difference_counts_wins_ties_and_losses() -> None:
    found = compare_means([0, 0.5, 1, 1], [1, 0.5, 0.5, 1])
    assert found.value == pytest.approx((1 + 0 - 0.5 + 0) / 4)
    assert (found.wins, found.ties, found.losses) == (1, 2, 1)
    assert found.interval[0] <= found.value <= found.interval[1]


def test_where_less_is_better_a_fall_wins() -> None:
    found = compare_means([1, 1], [0, 1], higher_is_better=False)
    assert (found.wins, found.ties, found.losses) == (1, 1, 0)
    assert found.value == -0.5


def test_p_is_exact_where_every_swap_can_be_tried() -> None:
    # Of the 2**5 ways to swap, two leave a difference as far from 0: all swapped, and none.
    assert compare_means([0] * 5, [1] * 5).p == pytest.approx(2 / 2**5)


def test_no_difference_has_p_1() -> None:
    found = compare_means([0.3, 0.7], [0.3, 0.7])
    assert (found.p, found.value, found.interval) == (1.0, 0.0, (0.0, 0.0))


def test_drawing_is_the_same_every_time() -> None:
    a, b = [n % 7 / 7 for n in range(60)], [n % 5 / 5 for n in range(60)]
    assert compare_means(a, b) == compare_means(a, b)


def highest(cells: Cells) -> float:
    return float(cells.max())


def column(*values: float) -> Cells:
    return np.asarray(values, float)[:, None]


def test_a_figure_that_is_no_mean_is_compared_by_swapping_rows() -> None:
    found = compare_figures(column(*[0.1] * 12), column(*[0.9] * 12), np.mean)
    assert found is not None
    assert found.value == pytest.approx(0.8)
    assert found.interval == pytest.approx((0.8, 0.8))
    assert found.p < 0.01
    # Highest of either: a swap of any but all or none leaves no difference at all.
    most = compare_figures(column(*[0.1] * 12), column(*[0.9] * 12), highest)
    assert most is not None
    assert most.value == pytest.approx(0.8)
    assert most.p < 0.01


def test_questions_of_a_kind_are_drawn_by_themselves() -> None:
    """One question is alone of its kind, so it is in every draw, and so is its difference."""
    first, second = column(0, 0, 0, 0), column(1, 0, 0, 0)
    found = compare_figures(first, second, highest, kinds=["alone", "b", "b", "b"])
    assert found is not None
    assert found.interval == (1.0, 1.0)


def test_a_figure_that_one_side_has_not_is_not_compared() -> None:
    def only_small(cells: Cells) -> float | None:
        return None if cells.max() > 0.5 else 0.5

    assert compare_figures(column(0.1), column(0.9), only_small) is None


def test_holm_steps_down_and_keeps_the_order() -> None:
    # Smallest three times, middle twice, largest once; none below the one before.
    assert correct([0.04, 0.01, 0.03]) == pytest.approx([0.06, 0.03, 0.06])
    assert correct([0.9, 0.8]) == [1.0, 1.0]
    assert correct([]) == []
