"""Conversations and feedback: kept, found by their own browser alone, and forgotten."""

import stat
import sys
from dataclasses import replace
from pathlib import Path

import pytest
from made_citations import ORIGINAL

from rag.answer import Answer, Statement
from rag.errors import StoreUnavailable
from rag.history.feedback import Opinion
from rag.history.store import History

ANSWER = Answer(
    "Which rooms?", "answered", None, (Statement(ORIGINAL.quote, (1,), verbatim=True),), (ORIGINAL,)
)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "history"


def test_answers_come_back_as_they_were(folder: Path) -> None:
    second = replace(ANSWER, question="And then?", suggestions=("Why?",))
    with History(folder) as history:
        begun = history.conversations.begin("one", ANSWER)
        history.conversations.append(begun, second)
    with History(folder) as history:
        found = history.conversations.find(begun.id, "one")
        assert found is not None
        assert found.title == "Which rooms?"
        assert history.conversations.answers(found) == (ANSWER, second)
        assert history.conversations.find(begun.id, "other") is None
        assert history.conversations.of_browser("other") == ()


def test_the_last_conversation_changed_is_listed_first(folder: Path) -> None:
    with History(folder) as history:
        first = history.conversations.begin("one", ANSWER)
        second = history.conversations.begin("one", ANSWER)
        assert first.id != second.id
        history.conversations.append(first, ANSWER)
        listed = [each.id for each in history.conversations.of_browser("one")]
    assert listed == [first.id, second.id]


def test_a_deleted_conversation_takes_its_feedback_along(folder: Path) -> None:
    with History(folder) as history:
        begun = history.conversations.begin("one", ANSWER)
        history.feedback.give(begun, 0, Opinion("down", "unsafe"), ANSWER, {"llm": "none"})
        (row,) = history.feedback.all()
        assert "Officers should look" in "".join(map(str, row))
        assert row[0] == begun.id
        history.conversations.delete(begun)
        assert history.feedback.count() == 0
        history.feedback.give(begun, 0, Opinion("up"), ANSWER, {})
        history.conversations.append(begun, ANSWER)
        assert (history.feedback.count(), history.conversations.count()) == (0, 0)


def test_nothing_is_left_in_the_files_of_what_was_forgotten(folder: Path) -> None:
    with History(folder) as history:
        history.conversations.begin("one", replace(ANSWER, question="Zebra crossing?"))
        history.forget()
        left = b"".join(path.read_bytes() for path in folder.iterdir())
        assert b"Zebra" not in left
        assert history.conversations.count() == 0


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such rights")
def test_only_the_owner_may_read_it(folder: Path) -> None:
    with History(folder):
        assert stat.S_IMODE(folder.stat().st_mode) == 0o700


def test_an_answer_of_another_version_is_told(folder: Path) -> None:
    with History(folder) as history:
        begun = history.conversations.begin("one", ANSWER)
        history._database.query('UPDATE turns SET answer = \'{"question": "Which?"}\'')
        (answer,) = history.conversations.answers(begun)
    assert answer.question == "Which?"
    assert "another version" in answer.text


def test_a_damaged_file_is_told_in_one_sentence(folder: Path) -> None:
    folder.mkdir()
    (folder / "history.sqlite3").write_bytes(b"\xff" * 4096)
    with pytest.raises(StoreUnavailable, match="history"):
        History(folder)
