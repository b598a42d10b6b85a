"""Two made-up runs compared: what is refused, what is warned of, what changed."""

from dataclasses import replace

import pytest
from made_runs import answered, record, refused

from eval.measuring.headline import GROUNDED, SCORE
from eval.measuring.scoring import MEASURES
from eval.telling.comparing import compare_runs
from rag.errors import NotComparable

BEFORE = [answered("q1", 0.5), answered("q2", 0.5), answered("q3", 1.0), refused("q4")]
AFTER = [answered("q1", 0.9), answered("q2", 0.5), answered("q3", 0.2), refused("q4")]


def test_runs_over_other_questions_are_refused() -> None:
    with pytest.raises(NotComparable, match="only runs over the same questions"):
        compare_runs(record(BEFORE), record(BEFORE, questions="bb"), MEASURES)


def test_a_mean_is_compared_question_by_question() -> None:
    found = compare_runs(record(BEFORE), record(AFTER), MEASURES)
    grounded = next(each for each in found.measures if each.measure == GROUNDED)
    assert (grounded.first, grounded.second) == pytest.approx((2 / 3, 1.6 / 3))
    assert grounded.difference.value == pytest.approx((0.4 + 0 - 0.8) / 3)
    assert (grounded.difference.wins, grounded.difference.ties) == (1, 1)
    assert grounded.n == 3


def test_a_figure_of_all_questions_is_compared_too() -> None:
    found = compare_runs(record(BEFORE), record(AFTER), MEASURES)
    score = next(each for each in found.measures if each.measure == SCORE)
    # Harmonic means of the answers' mean and of 1, the share refused.
    first, second = 2 / 3, 1.6 / 3
    assert score.first == pytest.approx(2 * first / (first + 1))
    assert score.difference.value == pytest.approx(2 * second / (second + 1) - score.first)


def test_changed_questions_come_losses_first_and_the_others_not_at_all() -> None:
    found = compare_runs(record(BEFORE), record(AFTER), MEASURES)
    assert [each.question for each in found.changed] == ["q3", "q1"]
    assert found.changed[0].measures == (GROUNDED,)


def test_a_run_and_itself_have_no_difference() -> None:
    found = compare_runs(record(BEFORE), record(BEFORE), MEASURES)
    assert found.changed == ()
    assert found.cautions == ()
    assert {each.difference.p for each in found.measures} == {1.0}


def test_another_corpus_and_other_packages_are_told() -> None:
    other = replace(record(AFTER), corpus={"sha256": "x"}, packages={"numpy": "3"})
    cautions = compare_runs(record(BEFORE), other, MEASURES).cautions
    assert cautions == ("Not the same in both: corpus.", "Versions differ of numpy.")
