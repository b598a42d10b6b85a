"""The net: what changed is shown, line by line, and kept only with a reason."""

import json
from dataclasses import replace
from pathlib import Path

import pytest
import typer
from made_libraries import NOTHING, open_faked, review, write

from eval.commands.nets import net
from eval.net import casting
from eval.net.casting import differences, line_of, read_lines, write_lines
from rag.assistant import ask
from rag.errors import NothingIndexed, UnreadableFile
from rag.index.indexing import sync
from rag.settings import Settings

FIRST = '{"question": "q1", "status": "answered", "way": "search", "cited": ["elm#u1"]}'
OTHER = '{"question": "q2", "status": "refused", "way": "mention", "cited": []}'


def test_what_is_kept_is_read_again(tmp_path: Path) -> None:
    path = tmp_path / "net.jsonl"
    assert read_lines(path) == {}
    write_lines(path, {"q1": FIRST, "q2": OTHER})
    assert read_lines(path) == {"q1": FIRST, "q2": OTHER}
    path.write_text("{broken\n", encoding="utf-8")
    with pytest.raises(UnreadableFile, match="take the change to it back"):
        read_lines(path)


def test_differences_are_found_and_told_in_the_order_of_the_questions() -> None:
    moved = FIRST.replace("search", "listed")
    found = differences({"q1": FIRST, "q2": OTHER}, {"q1": moved, "q3": FIRST})
    assert found == [(FIRST, moved), (None, FIRST), (OTHER, None)]
    assert differences({"q1": FIRST}, {"q1": FIRST}) == []


def test_a_line_has_the_way_and_no_words(tmp_path: Path) -> None:
    with open_faked(tmp_path / "data") as library:
        corpus = write(tmp_path / "corpus", a=review("A dog was seen.", title="Child A"))
        sync(library, corpus, register=NOTHING)
        asked = ("Was a dog seen?", "What are the findings of Child A?", "help")
        lines = [json.loads(line_of("q1", ask(library, [question]))) for question in asked]
    assert [line["way"] for line in lines] == ["search", "listed", "aside"]
    assert [*lines[0]] == ["question", "status", "reason", "way", "cited"]
    assert lines[0]["cited"]
    assert all("#" in cited and " " not in cited for cited in lines[0]["cited"])


def test_a_net_that_is_not_there_is_an_error() -> None:
    with pytest.raises(typer.BadParameter, match="no net over typo: expected digests"):
        net(Settings.load(), only=["typo"])


def test_asking_nothing_is_an_error(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    gone = replace(casting.NETTED[0], folders=(tmp_path / "gone",))
    monkeypatch.setattr(casting, "NETTED", (gone,))
    with pytest.raises(NothingIndexed, match="No question was asked"):
        net(Settings.load())
