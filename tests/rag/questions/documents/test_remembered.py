"""What the asker remembers of the reviews is no topic."""

import pytest

from rag.questions.documents.remembered import without_memory


@pytest.mark.parametrize(
    ("typed", "asked"),
    [
        (
            "can I ask for the minutes? thought one of the reviews said something on it",
            "can I ask for the minutes",
        ),
        (
            "is there a rule about burns, im sure i read that in one of these reports",
            "is there a rule about burns",
        ),
        (
            "should the dentist be asked (i think one of the reviews covered this)",
            "should the dentist be asked",
        ),
    ],
)
def test_it_is_left_out(typed: str, asked: str) -> None:
    assert without_memory(typed) == asked


@pytest.mark.parametrize(
    "typed",
    [
        "what do the reviews say about dentists",
        "which review did I read about burns",
        "what did people think of the review",
        "i think one of the reviews said something about dentists",
        "i read one of the reviews",
    ],
)
def test_a_topic_stays(typed: str) -> None:
    assert without_memory(typed) == typed
