"""Figures of many rows: value, interval, n; the same in every run and order."""

import random

from hypothesis import given
from hypothesis import strategies as st
from made_rows import row

from eval.measuring.figures import figure, figures, group_by_type, mean
from eval.measuring.intervals import bootstrap, bootstrap_mean
from eval.measuring.measures import BY_NAME, HEADLINE, MEASURES
from eval.measuring.rows import Row

RECALL = mean("recall", "coverage")


def test_interval_holds_the_mean_and_is_repeatable() -> None:
    values = [0.0] * 30 + [1.0] * 70
    low, high = bootstrap_mean(values)
    assert low < sum(values) / len(values) < high
    assert (low, high) == bootstrap_mean(values)
    assert bootstrap_mean([1.0] * 5) == (1.0, 1.0)


def test_strata_are_resampled_each_by_itself() -> None:
    assert bootstrap(sum, [[1.0] * 3, [2.0] * 4]) == (11.0, 11.0)


def test_resamples_that_say_nothing_are_left_out() -> None:
    low, high = bootstrap(lambda drawn: None if sum(drawn) == 0 else 1.0, [[0.0, 1.0]])
    assert (low, high) == (1.0, 1.0)


def test_a_mean_counts_the_rows_that_have_the_value() -> None:
    found = figure(RECALL, [row(recall=1.0), row(recall=0.5), row(recall=None), row()])
    assert found is not None
    assert (found.value, found.n) == ((1 + 0.5) / 2, 2)
    assert figure(RECALL, [row()]) is None
    assert figure(RECALL, []) is None


def test_names_are_unique_and_the_headline_comes_first() -> None:
    assert len(BY_NAME) == len(MEASURES)
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


def test_figures_are_the_same_twice() -> None:
    rows = _rows()
    assert figures(MEASURES, rows) == figures(MEASURES, rows)


@given(st.randoms(use_true_random=False))
def test_no_value_hangs_on_the_order_of_the_questions(chance: random.Random) -> None:
    rows = _rows()
    shuffled = chance.sample(rows, len(rows))
    for measure in MEASURES:
        one, other = (
            measure.of([each for each in some if measure.applies(each)])
            if any(measure.applies(each) for each in some)
            else None
            for some in (rows, shuffled)
        )
        assert (one is None) == (other is None)
        assert one is None or other is None or abs(one - other) < 1e-9


def test_types_keep_their_order() -> None:
    assert list(group_by_type([row(), row()])) == ["list"]
