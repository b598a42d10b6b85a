"""Paired differences against values worked out by hand."""

import pytest

from eval.telling.paired import compare_figures, compare_means, correct


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


def test_a_figure_that_is_no_mean_is_compared_by_swapping_rows() -> None:
    first, second = [0.1] * 12, [0.9] * 12

    def highest(chosen: list[int], swapped: list[bool]) -> float:
        values = [(second if s else first)[n] for n, s in zip(chosen, swapped, strict=True)]
        return sum(values) / len(values)

    found = compare_figures(12, highest)  # type: ignore[arg-type]
    assert found is not None
    assert found.value == pytest.approx(0.8)
    assert found.interval == pytest.approx((0.8, 0.8))
    assert found.p < 0.01


def test_a_figure_that_one_side_has_not_is_not_compared() -> None:
    assert compare_figures(3, lambda _chosen, swapped: None if all(swapped) else 0.5) is None


def test_holm_steps_down_and_keeps_the_order() -> None:
    # Smallest three times, middle twice, largest once; none below the one before.
    assert correct([0.04, 0.01, 0.03]) == pytest.approx([0.06, 0.03, 0.06])
    assert correct([0.9, 0.8]) == [1.0, 1.0]
    assert correct([]) == []
