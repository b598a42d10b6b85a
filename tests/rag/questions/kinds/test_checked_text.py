"""Messages that bring a text to be checked, and those that only tell or ask something."""

import pytest

from rag.questions.kinds.checked_text import on_one_line, own_words, read_checked
from rag.questions.parts import split_message

FIRST, SECOND = "Child W was born early.", "She was seen by nobody."
TEXT = f"{FIRST} {SECOND}"


@pytest.mark.parametrize(
    "message",
    [
        f"Is this consistent with the review? '{TEXT}'",
        f'Could you tell me whether the following is accurate? "{TEXT}"',
        f"Please check this paragraph against the Child W review: {TEXT}",
        f"Have I got this right: {TEXT}",
        f"Fact-check this against the bulletin. {TEXT}",
        f"true or false: {TEXT} Thanks!",
        f"{TEXT} Does the Child W review support this?",
        f"I wrote this for our board. {TEXT} Does it match the review?",
        f"Any mistakes in this? “{TEXT}”",
        f"Which of these statements about Child W are true? {TEXT}",
        f"Hi, would you go through my summary of Child W and flag errors? {TEXT}",
    ],
)
def test_each_sentence_of_the_text_is_a_claim(message: str) -> None:
    checked = read_checked(message)
    assert checked is not None
    assert checked.claims == (FIRST, SECOND)
    assert FIRST not in checked.asking


@pytest.mark.parametrize(
    "message",
    [
        "Is it right that the children were never seen alone?",
        "Is that right?",
        "The review says that the school shared information. Is that correct?",
        "I have a mother who keeps me at the door. The dad has moved in. Is that right?",
        "We work with a family who drink. Is this consistent with neglect?",
        "Is this right: my family missed three visits and the dad is back.",
        "A mother refuses visits. What is the right response to this?",
        "The nurse noticed bruises. Does the Child W review say that this should be reported?",
        "What does finding 1 of Child W say? And what does finding 2 say?",
        "What does the review say about fathers? And what was found of the school?",
    ],
)
def test_a_question_or_a_case_of_ones_own_is_no_text_to_check(message: str) -> None:
    assert read_checked(message) is None


def test_a_text_to_be_checked_is_one_question() -> None:
    message = f"Is this right? {TEXT} Who was told?"
    assert split_message(message) == (message,)
    checked = read_checked(message)
    assert checked is not None
    assert checked.claims == (FIRST, SECOND)


def test_lines_without_a_sign_are_claims() -> None:
    typed = "Does this match the Child W review\n- She was born early\n- She was seen by nobody\n"
    checked = read_checked(on_one_line(typed))
    assert checked is not None
    assert checked.claims == ("She was born early.", "She was seen by nobody")


def test_lines_of_another_message_are_only_joined() -> None:
    assert on_one_line("What was found\nof the  school?") == "What was found of the school?"


def test_the_words_of_a_text_about_a_review_are_not_the_askers() -> None:
    assert own_words(f"Is this in line with the review? '{TEXT}'", ()) is not None
    assert own_words("Fact-check: the boy next door is hurt every night.", ()) is None
