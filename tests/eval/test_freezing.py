"""Our own sets cannot change unseen; sets of others are nobody's business."""

import json
import tomllib
from pathlib import Path

import pytest

from eval.sets import opening
from eval.sets.opening import (
    check_frozen,
    file_checksum,
    freeze,
    is_frozen,
    load_questions,
    part_of,
)
from eval.sets.questions import Question
from rag.errors import BadBatchLine, ChangedQuestions, UnreadableFile

LINE = json.dumps({"id": "1", "turns": ["why?"], "type": "why", "answerable": False, "gold": []})


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Stands for eval/questions."""
    own = tmp_path / "own"
    own.mkdir()
    monkeypatch.setattr(opening, "FOLDER", own)
    return own


@pytest.fixture
def frozen(folder: Path) -> Path:
    path = folder / "ours.jsonl"
    path.write_text(f"{LINE}\n", encoding="utf-8")
    freeze(path, why='The first "version"\\.')
    return path


def test_a_frozen_set_is_read(frozen: Path) -> None:
    assert is_frozen(frozen)
    assert [question.id for question in load_questions(frozen)] == ["1"]
    journal = tomllib.loads((frozen.parent / "frozen.toml").read_text(encoding="utf-8"))
    (entry,) = journal["frozen"]
    assert entry["why"] == 'The first "version"\\.'
    assert entry["questions"] == 1


@pytest.mark.parametrize("change", ["more", "less", "wording", "answerable"])
def test_a_set_that_changed_is_refused(frozen: Path, change: str) -> None:
    changed = {
        "more": f"{LINE}\n{LINE.replace('1', '2')}\n",
        "less": "",
        "wording": LINE.replace("why?", "Why?"),
        "answerable": LINE.replace("false", "true"),
    }
    before = file_checksum(frozen)
    frozen.write_text(changed[change], encoding="utf-8")
    with pytest.raises(ChangedQuestions, match="rag eval freeze") as raised:
        load_questions(frozen)
    assert "ours.jsonl" in str(raised.value)
    assert before[:12] in str(raised.value)
    assert file_checksum(frozen)[:12] in str(raised.value)


def test_freezing_again_accepts_the_change_and_keeps_the_old_entry(frozen: Path) -> None:
    frozen.write_text(LINE.replace("why?", "who?"), encoding="utf-8")
    freeze(frozen, why="Asks for a person now.")
    assert load_questions(frozen)[0].turns == ("who?",)
    journal = tomllib.loads((frozen.parent / "frozen.toml").read_text(encoding="utf-8"))
    assert [entry["file"] for entry in journal["frozen"]] == ["ours.jsonl", "ours.jsonl"]


def test_line_ends_of_another_system_are_no_change(frozen: Path) -> None:
    frozen.write_bytes(frozen.read_bytes().replace(b"\n", b"\r\n"))
    check_frozen(frozen)


def test_a_set_of_others_is_never_checked(folder: Path, tmp_path: Path, frozen: Path) -> None:
    for path in (tmp_path / "ours.jsonl", folder / "new.jsonl"):
        path.write_text(LINE.replace("why?", "who?"), encoding="utf-8")
        assert not is_frozen(path)
        assert load_questions(path)[0].turns == ("who?",)
        assert file_checksum(path) != file_checksum(frozen)


def test_only_a_sound_set_of_ours_is_frozen(folder: Path, tmp_path: Path) -> None:
    with pytest.raises(ChangedQuestions, match="only the sets in"):
        freeze(tmp_path / "elsewhere.jsonl", why="?")
    with pytest.raises(UnreadableFile):
        freeze(folder / "none.jsonl", why="?")
    broken = folder / "broken.jsonl"
    broken.write_text("{", encoding="utf-8")
    with pytest.raises(BadBatchLine):
        freeze(broken, why="?")
    assert not is_frozen(broken)


def test_parts_are_drawn_by_id_alone() -> None:
    def question(id_: str, turn: str = "?") -> Question:
        return Question(id_, (turn,), "who", answerable=True, gold=(), reference="")

    parts = [part_of(question(f"q{number}")) for number in range(2000)]
    assert 0.57 < parts.count("development") / len(parts) < 0.63
    assert part_of(question("q1", "other")) == parts[1]
    assert (parts[0], parts[1], parts[2]) == ("development", "test", "test")
