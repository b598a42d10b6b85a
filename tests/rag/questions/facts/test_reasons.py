"""The reason of what was done, and not only that it was done."""

import pytest

from rag.questions.facts.reasons import deed_asked, gives_reason


@pytest.mark.parametrize(
    ("question", "sentence"),
    [
        ("why did the parents part", "The parents parted because of the debts."),
        ("why did the parents part", "After a long quarrel, the parents parted."),
        ("why did the parents part", "The debts led to the parents parting."),
        ("why did the parents part", "His explanation was the debts."),
        ("why was the tenancy ended", "As a result of the arrears the tenancy was ended."),
        ("what caused the flood in the flat", "The flat was under a flood due to a burst pipe."),
        ("what was the reason for the move", "The family moved owing to the arrears."),
    ],
)
def test_a_reason_stands_beside_the_deed(question: str, sentence: str) -> None:
    deed = deed_asked(question)
    assert deed is not None
    assert gives_reason(deed, sentence)


@pytest.mark.parametrize(
    ("question", "sentence"),
    [
        ("why did the parents part", "The parents parted for over a year."),
        ("why were the curtains drawn", "He lay in the room with the curtains drawn all day."),
        ("why was he left alone in the car", "He died as the result of heat, left alone in a car."),
        (
            "why did the appeal of the aunt fail",
            "He came home, following a failed appeal by the aunt.",
        ),
    ],
)
def test_the_deed_alone_gives_none(question: str, sentence: str) -> None:
    deed = deed_asked(question)
    assert deed is not None
    assert not gives_reason(deed, sentence)


@pytest.mark.parametrize(
    "question",
    [
        "why does it matter that fathers are seen",
        "what were the findings",
        "why didn't the nursery ask",
        "why was it hard to see him",
        "what was the cause of death",
        "why should we use a chronology",
    ],
)
def test_what_asks_for_no_reason_of_a_deed(question: str) -> None:
    assert deed_asked(question) is None
