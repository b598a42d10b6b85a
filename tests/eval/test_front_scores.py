"""What counts as found and as wrong in front matter."""

import json
from dataclasses import replace
from pathlib import Path

import pytest
from builders import build_document
from typer.testing import CliRunner

from eval import front_scores
from eval.front_scores import read_front_gold, score_front
from rag.errors import BadSettings
from rag.types import Unit


def units(*values: tuple[str, str]) -> list[Unit]:
    document = build_document(
        [("detail", f"Detail {n}", text) for n, (_, text) in enumerate(values)]
    )
    return [replace(u, key=key) for u, (key, _) in zip(document.units, values, strict=True)]


def test_a_value_is_found_with_few_words_around_it() -> None:
    gold = {"author": ["Jane Green"], "area": ["Kent", "Kent County Council"]}
    given = units(("author", "Author: JANE  Green, Reviewer"), ("area", "Kent"))
    counts, remarks = score_front(gold, {}, given)
    assert counts == {"keys": 2, "right": 2, "given": 2, "wrong": 0}
    assert remarks == ()


def test_a_value_in_many_words_or_of_another_key_is_wrong() -> None:
    long = "Jane Green was asked by the board to write this report in the spring of that year"
    counts, remarks = score_front(
        {"author": ["Jane Green"]}, {}, units(("author", long), ("chair", "Jane Green"))
    )
    assert (counts["right"], counts["wrong"]) == (0, 2)
    assert [remark.split()[0] for remark in remarks] == ["missed", "wrong", "wrong"]


def test_part_of_a_word_is_not_the_value() -> None:
    assert score_front({"area": ["Kent"]}, {}, units(("area", "Kentish Town")))[0]["right"] == 0


def test_an_optional_value_is_neither_missed_nor_wrong() -> None:
    optional = {"publisher": ["Ofsted"]}
    assert score_front({}, optional, units(("publisher", "Ofsted")))[0]["wrong"] == 0
    assert score_front({}, optional, [])[0]["keys"] == 0


def test_a_file_without_front_matter_is_told(tmp_path: Path) -> None:
    path = tmp_path / "a.json"
    path.write_text('{"file": "a.txt"}', encoding="utf-8")
    with pytest.raises(BadSettings, match=r"a\.json has no gold front matter"):
        read_front_gold(path)


def test_the_command_scores_a_folder(tmp_path: Path) -> None:
    text = "Review of Child Z\n\nAuthor: Jane Green\n\nIntroduction\n\nThis is what we learned."
    (tmp_path / "a.txt").write_text(text, encoding="utf-8")
    gold = {"file": "a.txt", "front": {"author": ["Jane Green"], "area": ["Kent"]}}
    (tmp_path / "a.json").write_text(json.dumps(gold), encoding="utf-8")
    app = front_scores.typer.Typer()
    app.command()(front_scores.main)
    done = CliRunner().invoke(app, [str(tmp_path), str(tmp_path), "--show"])
    assert done.exit_code == 0
    assert done.output.splitlines()[-1].split() == ["all", "2", "1", "1", "0"]
    assert "missed  area: Kent" in done.output
