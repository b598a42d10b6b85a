"""The chance that an answer is right is found on made-up questions, and other weights are tried."""

from dataclasses import fields, replace
from types import SimpleNamespace
from typing import cast

import pytest

from eval import fit as fitting
from eval.sets.questions import Question
from rag.evidence.chance import Signs
from rag.evidence.weights import trying, weights
from rag.index.library import Library

NO_SIGNS = Signs(**dict.fromkeys((field.name for field in fields(Signs)), 0.0))


def asked(id_: str, *, answerable: bool) -> Question:
    return Question(id_, (id_,), "fact", answerable, (), "")


def test_what_is_covered_can_be_answered(monkeypatch: pytest.MonkeyPatch) -> None:
    """Half of the questions are searched for; three of four others have an answer."""
    query = SimpleNamespace(reviews=SimpleNamespace(missing=()))
    monkeypatch.setattr(
        fitting, "understand_last", lambda _, turns: SimpleNamespace(typed=turns[0], **vars(query))
    )
    monkeypatch.setattr(
        fitting,
        "answer",
        lambda _, read: SimpleNamespace(
            status="answered", way="units" if read.typed[0] == "u" else "search"
        ),
    )
    monkeypatch.setattr(fitting, "answer_aside", lambda *_, **__: None)
    monkeypatch.setattr(
        fitting,
        "weigh",
        lambda _, read: replace(NO_SIGNS, covered=0.9 if read.typed[0] == "c" else 0.1),
    )
    questions = [
        *(asked(f"c{n}", answerable=True) for n in range(20)),
        *(asked(f"n{n}", answerable=False) for n in range(20)),
        *(asked(f"u{n}", answerable=n > 0) for n in range(4)),
    ]
    found = fitting.fit(cast(Library, None), questions)
    assert found.structural == 0.75
    assert found.chance["covered"] > 1 > abs(found.chance["near"])
    assert list(found.chance) == ["constant", *(field.name for field in fields(Signs))]
    assert replace(found, chance=weights().chance, structural=weights().structural) == weights()


def test_other_weights_hold_only_inside() -> None:
    kept = weights()
    with trying(replace(kept, worth=0.99)):
        assert weights().worth == 0.99
    assert weights() is kept
