"""Refusals, confidence and calibration, worked out by hand."""

from dataclasses import replace

import pytest
from made_gold import DADS, FATHER, Cite, Make
from made_rows import question, row, score

from eval.measuring import refusal
from eval.measuring.calibration import BRIER, ECE, came_out, reliability
from eval.measuring.figures import Row, figures
from eval.measuring.held import Held
from eval.measuring.refusal import AUROC_NEAR, AUROC_OUT, balanced_accuracy, credit
from eval.sets.questions import Question, is_near_miss


def test_partial_is_half_on_both_sides(held: Held, cite: Cite, answer: Make) -> None:
    asked, unasked = question(DADS), question()
    told, half = answer(cite(1, FATHER)), answer(cite(1, FATHER), status="partial")
    silent = answer(status="refused")
    earned = [credit(score(asked, each, held)) for each in (told, half, silent)]
    assert earned == [1, 1 / 2, 0]
    assert [credit(score(unasked, each, held)) for each in (told, half, silent)] == [0, 1 / 2, 1]
    rows = [
        score(*pair, held)
        for pair in ((asked, told), (asked, half), (unasked, silent), (unasked, told))
    ]
    balanced = figures(refusal.MEASURES, rows)[refusal.BALANCED]
    assert balanced.value == ((1 + 1 / 2) / 2 + (1 + 0) / 2) / 2
    assert balanced.n == 4
    assert balanced_accuracy(rows[:2]) is None


def test_near_misses_stand_apart(held: Held, answer: Make) -> None:
    near, out = question(near_miss=True), question()
    danger = question(reasons=frozenset({"live_concern"}))
    silent = answer(status="refused")
    rows = [score(near, answer(), held), score(out, silent, held), score(danger, silent, held)]
    names = (refusal.REFUSED_NEAR, refusal.REFUSED_OUT, refusal.REFUSED_OTHER)
    found = figures(refusal.MEASURES, rows)
    assert {name: (found[name].value, found[name].n) for name in names} == {
        refusal.REFUSED_NEAR: (0, 1),
        refusal.REFUSED_OUT: (1, 1),
        refusal.REFUSED_OTHER: (1, 1),
    }
    assert [AUROC_OUT.applies(each) for each in rows] == [False, True, False]
    assert [AUROC_NEAR.applies(each) for each in rows] == [True, False, False]


@pytest.mark.parametrize(
    ("kind", "reasons", "near"),
    [
        ("unanswerable_near_miss", "not_stated personal_data", True),
        ("unanswerable_false_premise", "", True),
        ("unanswerable_no_unit", "no_such_unit", True),
        ("unanswerable_follow_up", "not_stated", True),
        ("unanswerable_follow_up", "off_topic", False),
        ("unanswerable_other_review", "not_in_library", False),
        ("unanswerable_absent_theme", "not_stated", False),
    ],
)
def test_without_a_flag_the_type_tells_a_near_miss(kind: str, reasons: str, near: bool) -> None:  # noqa: FBT001
    assert is_near_miss(kind, reasons.split()) is near


def test_reason_is_right_when_the_set_accepts_it(held: Held, answer: Make) -> None:
    def right(asked: Question, reason: str) -> float | None:
        told = answer(status="refused", reason=reason)
        return score(asked, told, held).values[refusal.REASON]

    unasked = question(reasons=frozenset({"not_stated", "no_such_unit"}))
    assert right(unasked, "no_such_unit") == 1.0
    assert right(unasked, "off_topic") == 0.0
    assert right(question(), "off_topic") is None


def test_masked_words_are_nowhere_in_the_answer(held: Held, answer: Make) -> None:
    asked = question(DADS, masked=("07700 900123",))
    kept = replace(answer(), question="my number is 07700 900123")
    assert score(asked, answer(), held).values[refusal.MASKED] == 1.0
    assert score(asked, kept, held).values[refusal.MASKED] == 0.0


def test_auroc_is_the_share_of_pairs_in_the_right_order() -> None:
    sure = [row(confidence=value) for value in (0.9, 0.5, 0.4)]
    unsure = [row(answerable=False, confidence=value) for value in (0.5, 0.1)]
    assert AUROC_OUT.of([*sure, *unsure]) == (2 + 1.5 + 1) / (3 * 2)
    assert AUROC_OUT.of(sure) is None
    near = [row(answerable=False, near_miss=True, confidence=0.45)]
    assert AUROC_NEAR.of([*sure, *unsure, *near]) == 2 / 3
    assert AUROC_OUT.of([*sure, *unsure, *near]) == AUROC_OUT.of([*sure, *unsure])


def test_without_confidence_the_status_speaks() -> None:
    silent = [row(status="refused"), row(answerable=False, status="refused")]
    telling = [row(status="answered"), row(answerable=False, status="partial")]
    assert AUROC_OUT.of(silent) == 1 / 2
    assert AUROC_OUT.of(telling) == 1.0


@pytest.mark.parametrize(
    ("given", "right"),
    [
        (row(vital_nuggets=0.5), 1),
        (row(vital_nuggets=0.0), 0),
        (row(status="refused", vital_nuggets=0.0), 1),
        (row(answerable=False), 0),
        (row(answerable=False, status="refused"), 0),
        (row(vital_nuggets=None), None),
    ],
)
def test_what_came_out_is_whether_it_could_be_answered_and_was(
    given: Row, right: float | None
) -> None:
    assert came_out(given) == right


def test_calibration_by_hand() -> None:
    rows = [
        row(confidence=0.95, vital_nuggets=1.0),
        row(confidence=0.92, vital_nuggets=0.0),
        row(confidence=0.2, status="refused", answerable=False),
        row(confidence=None, vital_nuggets=1.0),
    ]
    low, high = reliability(rows)
    assert (low.low, low.high, low.n, low.right) == (0.2, 0.3, 1, 0.0)
    assert (high.n, high.right) == (2, 1 / 2)
    assert ECE.of(rows) == pytest.approx((0.2 + 2 * ((0.95 + 0.92) / 2 - 0.5)) / 3)
    squares = (0.05**2 + 0.92**2 + 0.2**2) / 3
    assert BRIER.of(rows) == pytest.approx(squares)


def test_no_confidence_no_calibration() -> None:
    rows = [row(vital_nuggets=1.0)]
    assert (BRIER.of(rows), ECE.of(rows)) == (None, None)
    assert reliability(rows) == ()
