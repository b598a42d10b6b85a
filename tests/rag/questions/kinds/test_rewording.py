"""Wishes for a translation or for other words, and what is left to answer."""

import pytest

from rag.questions.kinds.rewording import without_rewording


@pytest.mark.parametrize(
    ("typed", "left"),
    [
        ("Can you translate finding 1 of Baby O into Polish?", "finding 1 of Baby O"),
        ("What went wrong for Child Q? Answer in Welsh.", "What went wrong for Child Q?"),
        ("Please answer in Welsh: what went wrong?", "what went wrong?"),
        ("what does finding 3 mean in plain english", "what does finding 3 mean"),
        ("what went wrong for child q, in simpler words", "what went wrong for child q"),
        ("in plain English, why did she die?", "why did she die?"),
        ("rephrase recommendation 3 of Baby M", "recommendation 3 of Baby M"),
        ("give me the recommendations in Urdu", "give me the recommendations"),
    ],
)
def test_the_rest_is_answered(typed: str, left: str) -> None:
    assert without_rewording(typed) == left


@pytest.mark.parametrize(
    "typed", ["reword it", "translate that into Polish", "say it in plain words", "answer in Welsh"]
)
def test_nothing_is_left_of_a_wish_for_what_was_answered_before(typed: str) -> None:
    assert without_rewording(typed) == ""


@pytest.mark.parametrize(
    "typed",
    [
        "did the worker speak to mum in Polish?",
        "should letters be in plain English?",
        "was the report translated into Welsh?",
        "what did they say in Welsh about it",
        "who translated for mum",
        "translate good morning into Polish",
        "is the word neglect in other reviews",
    ],
)
def test_questions_about_words_and_languages_are_left_as_they_are(typed: str) -> None:
    assert without_rewording(typed) == typed
