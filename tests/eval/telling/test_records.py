"""The file of a run: small, whole, and read by the window as it was written."""

import json
from dataclasses import replace
from pathlib import Path

import pytest
from made_runs import answered, record, refused

from eval.measuring.headline import GROUNDED
from eval.measuring.rows import Shown
from eval.telling.records import read_record, to_json, trim, trim_figures, write_record
from rag.errors import UnreadableFile
from ui.run_files import read_runs

QUESTIONS = 350
LARGEST = 250_000
"""Bytes, of as many questions."""
SAID = tuple(
    Shown("child-zed-learning-bulletin", f"unit-{n}", f"Finding {n}", f"{n} " + "word " * 40)
    for n in range(320)
)
RUN = record(
    [
        answered("q1", 0.25, shown=SAID[:2]),
        answered("q2", 0.5, shown=SAID[1:3]),
        refused("r1"),
    ]
)


def test_a_record_is_read_as_it_was_written(tmp_path: Path) -> None:
    assert read_record(write_record(RUN, tmp_path / "runs")) == RUN


def test_the_window_reads_the_same(tmp_path: Path) -> None:
    write_record(RUN, tmp_path)
    [found], broken = read_runs(tmp_path)
    assert broken == ()
    assert found.gains == RUN.gains
    assert {name: each.value for name, each in found.figures.items()} == {
        name: each.value for name, each in RUN.figures.items()
    }
    for told, row in zip(found.rows, RUN.rows, strict=True):
        assert (told.question, told.values, told.missed) == (row.question, row.values, row.missed)
        assert [each.quote for each in told.shown] == [each.quote for each in row.shown]


def test_names_and_quotations_stand_in_the_file_once() -> None:
    text = json.dumps(to_json(RUN))
    assert text.count(SAID[1].quote) == 1
    assert to_json(RUN)["rows"]["shown"] == [[0, 1], [1, 2], []]
    assert to_json(RUN)["rows"]["values"][GROUNDED] == [0.25, 0.5, None]


def test_a_run_of_many_questions_is_small(tmp_path: Path) -> None:
    """As many as our own set has, each with as many values, types and systems as there are."""
    values = {f"measure {n}": round(1 / (n + 1), 6) for n in range(21)}
    rows = [
        answered(f"q{n:03}", 1 / 3, shown=SAID[n % 300 :][:2], values={GROUNDED: 0.5, **values})
        for n in range(QUESTIONS)
    ]
    made = record(trim(rows))
    figures = trim_figures(made.figures)
    types = {f"unanswerable type {n}": figures for n in range(28)}
    full = replace(made, figures=figures, types=types, others=made.others * 11)
    assert write_record(full, tmp_path).stat().st_size < LARGEST


def test_a_set_without_questions_is_kept_too(tmp_path: Path) -> None:
    empty = replace(RUN, rows=(), gains={})
    assert read_record(write_record(empty, tmp_path)) == empty


@pytest.mark.parametrize("text", ["", "{}", '{"id": 3}', "[]", '{"measures": [], "rows": 3}'])
def test_a_file_that_is_no_run_is_refused(tmp_path: Path, text: str) -> None:
    path = tmp_path / "run.json"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(UnreadableFile, match="cannot be read as a run"):
        read_record(path)
    assert read_runs(tmp_path) == ((), ("run.json",))
