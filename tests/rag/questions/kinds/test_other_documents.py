"""Questions after the words of another document than a review."""

import pytest

from rag.questions.kinds.other_documents import other_document_asked, reports


@pytest.mark.parametrize(
    ("topic", "name"),
    [
        ("what does the harbour trust report recommend", "harbour trust report"),
        ("what's in the bruising protocol", "bruising protocol"),
        ("what did   the lighthouse study find", "lighthouse study"),
        ("harbour trust report - what did it recommend", "harbour trust report"),
        ("the lighthouse audit on boats, what did it show", "lighthouse audit"),
        ("the review - what did it recommend", None),
        ("what does the report recommend", None),
        ("what does the serious case review report say", None),
        ("what did the ofsted report find", None),
        ("what does the guidance cost", None),
        ("who wrote the bruising protocol", None),
    ],
)
def test_the_other_document(topic: str, name: str | None) -> None:
    assert other_document_asked(topic) == name


@pytest.mark.parametrize(
    ("sentence", "told"),
    [
        ("The protocol sets out that a doctor is called.", True),
        ("Both protocols require a call, and the protocol states when.", True),
        ("The protocol was not known on the ward.", False),
        ("The protocol was lost. It says much.", False),
    ],
)
def test_a_sentence_that_tells_what_it_says(sentence: str, told: bool) -> None:  # noqa: FBT001
    assert reports("bruising protocol", sentence) == told
