"""Which questions ask who says nothing of something."""

import pytest

from rag.language.spans import blank
from rag.questions.documents.silent_reviews import find_silence


@pytest.mark.parametrize(
    "question",
    [
        "which reviews don't mention supervision",
        "which of the reviews say nothing about supervision",
        "is there any review that doesn't talk about supervision",
        "which ones leave out supervision",
        "which of them never mention supervision",
        "which reviews are silent on supervision",
        "any case without mention of supervision",
        "which review makes no reference to supervision",
    ],
)
def test_the_words_that_ask_it_are_no_topic(question: str) -> None:
    span = find_silence(question)
    assert span is not None
    assert blank(question, [span]).split()[-1] == "supervision"
    assert "mention" not in blank(question, [span])


@pytest.mark.parametrize(
    "question",
    [
        "which reviews mention supervision",
        "which agencies did not share what they knew",
        "what did nobody tell the school",
        "which recommendations were not met",
        "why did the reviews not mention supervision",
    ],
)
def test_what_somebody_did_not_do_is_another_question(question: str) -> None:
    assert find_silence(question) is None
