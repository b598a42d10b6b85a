"""A thumbs-down becomes a line of a set of one's own, never of a frozen one."""

import json
from dataclasses import replace
from pathlib import Path

import pytest
import typer
from made_citations import ORIGINAL

from eval.sets import opening
from eval.sets.adding import add, add_question, ids_in, list_complaints
from eval.sets.opening import load_questions
from rag.answer import Answer
from rag.errors import BadBatchLine, ChangedQuestions, UnreadableFile
from rag.history.feedback import Opinion
from rag.history.store import History
from rag.settings import Settings
from rag.wiring import open_history

FIRST = Answer("Which rooms?", "answered", None, (), (ORIGINAL,))
SECOND = replace(FIRST, question="And who on [telephone number]?")
THIRD = replace(FIRST, question="When?")


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    """Of a data folder with two thumbs down and one up."""
    made = Settings.load(corpus=tmp_path / "corpus", data=tmp_path / "data")
    with open_history(made) as history:
        _fill(history)
    return made


def _fill(history: History) -> None:
    begun = history.conversations.begin("one", FIRST)
    history.conversations.append(begun, SECOND)
    history.conversations.append(begun, THIRD)
    history.feedback.give(begun, 1, Opinion("down", "missed something"), SECOND, {})
    history.feedback.give(begun, 2, Opinion("up"), THIRD, {})
    other = history.conversations.begin("two", THIRD)
    history.feedback.give(other, 0, Opinion("down"), THIRD, {})


def test_the_conversation_up_to_the_answer_is_listed(settings: Settings) -> None:
    with open_history(settings) as history:
        complaints = list_complaints(history)
    by_turns = {complaint.turns: complaint.reason for complaint in complaints}
    assert by_turns == {
        (FIRST.question, SECOND.question): "missed something",
        (THIRD.question,): None,
    }


def test_a_complaint_is_added_once(settings: Settings, tmp_path: Path) -> None:
    path = tmp_path / "mine" / "set.jsonl"
    with open_history(settings) as history:
        one, two = list_complaints(history)
        add_question(one, path, answerable=False)
        path.write_text(path.read_text(encoding="utf-8").rstrip(), encoding="utf-8")
        assert list_complaints(history, without=ids_in(path)) == [two]
        add_question(two, path, answerable=False)
        assert list_complaints(history, without=ids_in(path)) == []
    first, second = load_questions(path)
    assert {first.turns, second.turns} == {one.turns, two.turns}
    assert first.type == "feedback"
    assert not first.answerable


def test_an_answerable_one_waits_for_its_gold(settings: Settings, tmp_path: Path) -> None:
    path = tmp_path / "set.jsonl"
    with open_history(settings) as history:
        complaint = list_complaints(history)[0]
    add_question(complaint, path, answerable=True)
    line = json.loads(path.read_text(encoding="utf-8"))
    assert line["complaint"] == complaint.reason
    assert "rag outline" in line["to fill in"]
    with pytest.raises(BadBatchLine, match="line 1 has no gold yet"):
        load_questions(path)
    nugget = {"text": "a", "vital": True, "document": "oak", "unit": "x", "phrase": "y"}
    path.write_text(json.dumps(line | {"nuggets": [nugget]}), encoding="utf-8")
    assert len(load_questions(path)[0].gold) == 1


def test_a_frozen_set_takes_none(
    settings: Settings, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(opening, "FOLDER", tmp_path)
    path = tmp_path / "ours.jsonl"
    line = '{"id": "q1", "turns": ["?"], "type": "fact", "answerable": false, "gold": []}\n'
    path.write_text(line, encoding="utf-8")
    opening.freeze(path, why="New.")
    with open_history(settings) as history:
        complaint = list_complaints(history)[0]
    with pytest.raises(ChangedQuestions, match="takes no question"):
        add_question(complaint, path, answerable=False)
    assert path.read_text(encoding="utf-8") == line


def test_what_is_no_set_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "set.jsonl"
    path.write_text("[]", encoding="utf-8")
    with pytest.raises(UnreadableFile, match="an id on each line"):
        ids_in(path)


def test_the_command_lists_then_adds(
    settings: Settings, capsys: pytest.CaptureFixture[str]
) -> None:
    add(settings, json=True)
    listed = json.loads(capsys.readouterr().out)["complaints"]
    assert len(listed) == 2
    add(settings, listed[0]["id"], answerable=False)
    add(settings, json=True)
    assert len(json.loads(capsys.readouterr().out)["complaints"]) == 1
    add(settings)
    assert listed[1]["id"] in capsys.readouterr().out
    assert load_questions(settings.data / "questions.jsonl")[0].id == listed[0]["id"]


def test_the_command_wants_a_judgement_and_an_id_that_is_there(settings: Settings) -> None:
    with pytest.raises(typer.BadParameter, match="no thumbs-down"):
        add(settings, "f0", answerable=True)
    with open_history(settings) as history:
        complaint = list_complaints(history)[0]
    with pytest.raises(typer.BadParameter, match="--answerable or --unanswerable"):
        add(settings, complaint.id)
