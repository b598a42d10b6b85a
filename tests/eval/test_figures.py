"""Figures of many rows: value, interval, n; the same in every run and order."""

import random
from typing import Any, get_args

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from made_rows import row

from eval.asking.systems import Kind
from eval.measuring.figures import (
    Cells,
    Measure,
    Row,
    average,
    bootstrap,
    divide,
    figure,
    figures,
    group_by_type,
    mean,
)
from eval.measuring.scoring import HEADLINE, MEASURES, measures_of

RECALL = mean("recall", "coverage")


def test_interval_holds_the_mean_and_is_repeatable() -> None:
    values = column([0.0] * 30 + [1.0] * 70)
    low, high = bootstrap(average, [values])
    assert low < 0.7 < high
    assert high - low == pytest.approx(2 * 1.96 * (0.7 * 0.3 / 100) ** 0.5, rel=0.1)
    assert (low, high) == bootstrap(average, [values])
    assert bootstrap(average, [column([1.0] * 5)]) == (1.0, 1.0)


def test_strata_are_resampled_each_by_itself() -> None:
    def total(cells: Cells) -> Any:
        return cells.sum(axis=(-2, -1))

    assert bootstrap(total, [column([1.0] * 3), column([2.0] * 4)]) == (11.0, 11.0)
    assert bootstrap(total, [column([1.0]), column([2.0] * 4), column([4.0])]) == (13.0, 13.0)


def test_resamples_that_say_nothing_are_left_out() -> None:
    def one(cells: Cells) -> Any:
        return np.where(cells[..., 0].any(axis=-1), 1.0, np.nan)

    assert bootstrap(one, [column([0.0, 1.0])]) == (1.0, 1.0)


def test_the_lines_of_a_kind_stay_together() -> None:
    one, other = divide(column([1.0, 2.0, 3.0]), ["b", "a", "b"])
    assert (one.tolist(), other.tolist()) == ([[1.0], [3.0]], [[2.0]])


@pytest.mark.parametrize("measure", MEASURES, ids=lambda measure: measure.name)
def test_many_sets_of_rows_are_folded_as_each_by_itself(measure: Measure) -> None:
    chance = np.random.default_rng(1)
    cells = np.stack(
        [chance.integers(0, 2, (3, 4, 9)), chance.integers(0, 11, (3, 4, 9)) / 10], axis=-1
    )
    for sets in (cells, cells[..., ::-1]):
        folded = measure.fold(sets)
        for at in np.ndindex(3, 4):
            assert folded[at] == pytest.approx(float(measure.fold(sets[at])), nan_ok=True)


def column(values: list[float]) -> Cells:
    return np.asarray(values).reshape(-1, 1)


def test_a_mean_counts_the_rows_that_have_the_value() -> None:
    found = figure(RECALL, [row(recall=1.0), row(recall=0.5), row(recall=None), row()])
    assert found is not None
    assert (found.value, found.n) == ((1 + 0.5) / 2, 2)
    assert figure(RECALL, [row()]) is None
    assert figure(RECALL, []) is None


def test_names_are_unique_and_the_headline_comes_first() -> None:
    assert len({measure.name for measure in MEASURES}) == len(MEASURES)
    assert MEASURES[0] is HEADLINE


def _rows() -> list[Row]:
    chance = random.Random(3)  # noqa: S311
    return [
        row(
            answerable=n % 3 > 0,
            near_miss=n % 6 == 0,
            status=chance.choice(["answered", "partial", "refused"]),
            confidence=chance.random(),
            words=chance.randrange(300),
            seconds=chance.random(),
            grounded_answers=chance.random() if n % 3 else None,
            vital_nuggets=chance.random() if n % 3 else None,
        )
        for n in range(60)
    ]


def test_calibration_is_told_of_the_system_alone() -> None:
    told = {kind: {each.family for each in measures_of(kind)} for kind in get_args(Kind)}
    assert told["system"] - told["control"] == {"calibration"} == told["system"] - told["baseline"]


def test_figures_are_the_same_twice() -> None:
    rows = _rows()
    assert figures(MEASURES, rows) == figures(MEASURES, rows)


@given(st.randoms(use_true_random=False))
def test_no_value_hangs_on_the_order_of_the_questions(chance: random.Random) -> None:
    rows = _rows()
    shuffled = chance.sample(rows, len(rows))
    for measure in MEASURES:
        one, other = measure.of(rows), measure.of(shuffled)
        assert (one is None) == (other is None)
        assert one is None or other is None or abs(one - other) < 1e-9


def test_types_keep_their_order() -> None:
    assert list(group_by_type([row(), row()])) == ["list"]
