"""A nugget's recall by stemmed words, worked out by hand."""

import pytest

from eval.sets.words import nugget_recall, nugget_words


@pytest.mark.parametrize(
    ("answer", "recall"),
    [
        ("Visits were recorded by no officer.", 3 / 3),
        ("An officer visited.", 2 / 3),
        ("Nothing was said of it.", 0 / 3),
        ("", 0 / 3),
    ],
)
def test_counts_the_stems_that_the_answer_has(answer: str, recall: float) -> None:
    assert nugget_words("Officers recording a visit") == {"offic", "record", "visit"}
    nugget = nugget_words("Officers recording a visit")
    assert nugget_recall(nugget, nugget_words(answer)) == pytest.approx(recall)


def test_a_repeated_answer_says_no_more() -> None:
    nugget, answer = nugget_words("Officers recording a visit"), "An officer visited. "
    once = nugget_recall(nugget, nugget_words(answer))
    assert nugget_recall(nugget, nugget_words(answer * 3)) == once


def test_words_of_the_question_earn_nothing() -> None:
    nugget, asked = nugget_words("Officers recording a visit"), nugget_words("Who recorded it?")
    assert nugget_recall(nugget, nugget_words("It was recorded."), asked) == 0.0
    assert nugget_recall(nugget, nugget_words("An officer."), asked) == pytest.approx(1 / 2)


def test_a_nugget_made_of_the_question_alone_counts_all_its_words() -> None:
    nugget = nugget_words("Officers recording")
    assert nugget_recall(nugget, nugget_words("An officer."), nugget) == pytest.approx(1 / 2)


def test_a_nugget_without_words_is_not_met() -> None:
    assert nugget_recall(nugget_words("of the"), nugget_words("of the")) == 0.0


def test_negations_are_words() -> None:
    assert "not" in nugget_words("It was not recorded")
