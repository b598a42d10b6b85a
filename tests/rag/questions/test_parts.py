"""Messages that hold several questions, and those that hold one, however long."""

import pytest

from rag.questions.parts import MOST, split_message


@pytest.mark.parametrize(
    ("message", "parts"),
    [
        ("How long was she in hospital and how long in care?",
         ("How long was she in hospital", "how long in care?")),
        ("Was Child W on a plan? If so, when did it start?",
         ("Was Child W on a plan?", "If so, when did it start?")),
        ("when did Child W die and also what did he die of",
         ("when did Child W die", "what did he die of")),
        ("What happened to Child W? What was said of health and who was told about it?",
         ("What happened to Child W?", "What was said of health", "who was told about it?")),
        ("Did anyone see the father? Did the GP share information?",
         ("Did anyone see the father?", "Did the GP share information?")),
        ("I'm a health visitor. What should I do about bruises? And what about weighing?",
         ("I'm a health visitor. What should I do about bruises?", "And what about weighing?")),
        ("I am a trainer. Which concerns were raised, and who was told to reply? Thanks.",
         ("I am a trainer. Which concerns were raised", "who was told to reply? Thanks.")),
        ("who was the coroner and when was the inquest opened",
         ("who was the coroner", "when was the inquest opened")),
    ],
)  # fmt: skip
def test_each_question_is_a_part(message: str, parts: tuple[str, ...]) -> None:
    assert split_message(message) == parts


@pytest.mark.parametrize(
    "message",
    [
        "What went wrong and why?",
        "What did the review say about who was told and when it was shared?",
        "When he was born, what did the midwife do?",
        "What were the findings and the recommendations for the police?",
        "Hi, can you help? I need the findings of Child W",
        "Who should do recommendation 3 and by when?",
        "how often should supervision happen, weekly? monthly?",
        "How do Baby V and Child W differ? What does each say about fathers?",
        "which reviews mention dogs and what do they say about it?",
        "Child W fathers",
        "",
    ],
)
def test_one_question_stays_whole(message: str) -> None:
    assert split_message(message) == (message,)


def test_a_comma_parts_what_has_a_topic_of_its_own() -> None:
    assert split_message("what was found at home, how many children in care were there") == (
        "what was found at home",
        "how many children in care were there",
    )
    assert len(split_message("who do I tell about a bruise, what number is it")) == 1


def test_a_message_of_very_many_questions_is_parted_so_far() -> None:
    message = " ".join(f"Who saw the father in week {n}?" for n in range(30))
    parts = split_message(message)
    assert len(parts) == MOST
    assert " ".join(parts) == message
