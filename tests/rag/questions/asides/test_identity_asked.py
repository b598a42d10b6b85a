"""Guesses whom a pseudonym stands for."""

import pytest

from rag.questions.asides.identity_asked import read_identity


def _holds(stem: str) -> bool:
    return stem in {"anyshir", "rigg"}


@pytest.mark.parametrize(
    "question",
    [
        "was child Q Zelda Quimbly?",
        "Child K is Zelda Quimbly isn't she",
        "I think baby o is really Zelda Quimbly",
        "is Zelda Quimbly Child Q",
        "her real name is Zelda Quimbly, child q",
    ],
)
def test_a_guess(question: str) -> None:
    assert read_identity(question).is_wanted(_holds)


@pytest.mark.parametrize(
    "question",
    [
        "is Child Q Anyshire County Council's review",
        "is Child K County Lines related",
        "what does Child Q say",
        "was Child K seen by Children's Social Care",
        "is baby o in the library",
        "who is Gill Rigg",
    ],
)
def test_no_guess(question: str) -> None:
    assert not read_identity(question).is_wanted(_holds)
