import pytest

from rag.questions.kinds.done_about_it import asks_advice, asks_response


@pytest.mark.parametrize(
    "text",
    [
        "what is the partnership doing about it", "what has been done", "what are they changing",
        "how are they responding", "what did they promise", "what have they put in place",
        "what will the board do about that", "has anything changed", "is that sorted now",
        "how did the council respond", "has this been put right", "whats being done",
        "anything been done about it", "how are they going to tackle that",
    ],
)  # fmt: skip
def test_the_response_is_asked_for(text: str) -> None:
    assert asks_response(text)


@pytest.mark.parametrize(
    "text",
    [
        "what did professionals do wrong", "what should have been done", "what went wrong",
        "what could they have done differently", "what does it say", "who was told",
        "what did they do at the time",
    ],
)  # fmt: skip
def test_what_was_done_in_the_case_is_no_response(text: str) -> None:
    assert not asks_response(text)


@pytest.mark.parametrize(
    "text",
    ["what should we do about it", "what are we supposed to do", "whats the learning",
     "how should staff respond", "what can i do"],
)  # fmt: skip
def test_advice_is_asked_for(text: str) -> None:
    assert asks_advice(text)


@pytest.mark.parametrize(
    "text", ["what should they have done", "what happened", "what did they do"]
)
def test_what_was_to_be_done_then_is_no_advice(text: str) -> None:
    assert not asks_advice(text)
