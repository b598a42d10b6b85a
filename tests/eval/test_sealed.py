"""Sealed sets: packed, logged at every opening, and used up once somebody looked into them."""

import json
from pathlib import Path

import pytest

from eval.sets.sealed import JOURNAL, log, open_sealed, seal, sealed_names, unseal
from rag.errors import ChangedQuestions, UnreadableFile

LINE = {"id": "q1", "turns": ["who?"], "type": "who", "answerable": False, "gold": []}


@pytest.fixture
def held(tmp_path: Path) -> Path:
    path = tmp_path / "unseen.jsonl"
    path.write_text(json.dumps(LINE) + "\n", encoding="utf-8")
    assert seal(path, "first", tmp_path / "held") == "unseen"
    return tmp_path / "held"


def test_a_sealed_set_is_opened_as_it_was(held: Path) -> None:
    assert sealed_names(held) == ["unseen"]
    sealed = open_sealed("unseen", held)
    assert [question.turns for question in sealed.questions] == [("who?",)]
    assert (sealed.openings, sealed.used_up) == (0, None)
    assert b"who?" not in (held / "unseen.jsonl.gz").read_bytes()


def test_openings_are_counted_from_the_journal(held: Path) -> None:
    log("unseen", "opened", {"commit": "abc"}, held)
    log("other", "opened", {"commit": "abc"}, held)
    assert open_sealed("unseen", held).openings == 1
    events = [json.loads(line) for line in (held / JOURNAL).read_text("utf-8").splitlines()]
    assert [each["event"] for each in events] == ["sealed", "opened", "opened"]
    assert events[0]["questions"] == 1


def test_a_set_that_was_looked_into_is_used_up(held: Path, tmp_path: Path) -> None:
    open_sets = tmp_path / "questions"
    open_sets.mkdir()
    written = unseal("unseen", open_sets, "its failures were read", held)
    assert json.loads(written.read_text("utf-8")) == LINE
    assert "its failures were read" in (open_sealed("unseen", held).used_up or "")
    with pytest.raises(UnreadableFile, match="is there already"):
        unseal("unseen", open_sets, "again", held)


def test_a_set_that_changed_is_refused(held: Path, tmp_path: Path) -> None:
    path = held / "unseen.jsonl.gz"
    other = tmp_path / "other.jsonl"
    other.write_text(json.dumps(LINE | {"id": "q2"}), encoding="utf-8")
    seal(other, "another", held)
    path.write_bytes((held / "other.jsonl.gz").read_bytes())
    with pytest.raises(ChangedQuestions, match="not the one that was sealed"):
        open_sealed("unseen", held)
    with pytest.raises(UnreadableFile, match="expected one of other, unseen"):
        open_sealed("none", held)


def test_nothing_is_sealed_twice(held: Path, tmp_path: Path) -> None:
    with pytest.raises(ChangedQuestions, match="sealed already"):
        seal(tmp_path / "unseen.jsonl", "again", held)


def test_the_projects_own_are_as_they_were_sealed() -> None:
    names = sealed_names()
    assert names
    for name in names:
        assert open_sealed(name).questions
