"""The page of runs: empty, over time, and from a figure to its questions."""

import gzip
import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest
import streamlit as st
from window import page, shown

from ui import run_chart
from ui.run_files import Figure, read_runs

HEADLINE = "useful <answers>"


@pytest.fixture
def runs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("RAG_DATA", str(tmp_path / "data"))
    st.cache_resource.clear()
    folder = tmp_path / "data" / "runs"
    folder.mkdir(parents=True)
    return folder


def keep(
    folder: Path, day: int, *, questions: str = "aa", rows: Sequence[Any] = (), planned: int = 2
) -> str:
    identity = f"202611{day:02}T100000Z-abc"
    figure = {"value": day / 100, "interval": [0.0, 0.5], "n": 2}
    run = {
        "id": identity,
        "made": f"2026-11-{day:02}T10:00:00Z",
        "headline": HEADLINE,
        "set": {
            "name": "own",
            "part": "all",
            "sha256": questions,
            "questions": 2,
            "planned": planned,
            "left_out": ["1 because its document is not held (ash.txt)"],
            "frozen": True,
        },
        "corpus": {"sha256": "cc", "documents": 5},
        "code": {"rag": f"{day}{day}", "eval": "ee"},
        "measures": [{"name": HEADLINE, "family": "headline", "higher_is_better": True}],
        "figures": {HEADLINE: figure},
        "rows": rows,
        "gains": {each["question"]: 0.5 for each in rows},
    }
    (folder / f"{identity}.json.gz").write_bytes(gzip.compress(json.dumps(run).encode()))
    return identity


def row(identity: str, value: float, turn: str = "what of fathers?") -> dict[str, Any]:
    return {
        "question": identity, "turns": [turn], "type": "list", "answerable": True,
        "near_miss": False, "status": "answered", "reason": None, "confidence": 0.5,
        "values": {HEADLINE: value}, "words": 2, "seconds": 0.01,
        "shown": [
            {"document": "elm", "unit": "u1", "label": "Finding <1>", "quote": "Nobody <asked>."}
        ],
        "missed": ["that <nobody> rang"],
    }  # fmt: skip


@pytest.mark.usefixtures("runs")
def test_without_a_run_the_page_says_how_to_make_one() -> None:
    assert "rag eval" in page("runs").info[0].value


def test_files_that_are_no_runs_are_named_and_the_rest_is_shown(runs: Path) -> None:
    keep(runs, 3)
    (runs / "torn.json.gz").write_bytes(gzip.compress(b'{"id": ')[:-3])
    (runs / "older.json").write_text("{}", encoding="utf-8")
    opened = page("runs")
    told = opened.warning[0].value.replace("\\", "")
    assert "older.json, torn.json.gz" in told
    assert "Run of 2026-11-03 10:00" in shown(opened)


def test_runs_are_read_newest_first(runs: Path) -> None:
    old, new = keep(runs, 3), keep(runs, 9)
    found, broken = read_runs(runs)
    assert [run.id for run in found] == [new, old]
    assert broken == ()


def test_a_run_that_was_stopped_is_shown_as_a_part(runs: Path) -> None:
    keep(runs, 1, planned=9)
    window = page("runs")
    assert "stopped after 2 of 9 questions" in window.warning[0].value
    assert any("ash.txt" in caption.value.replace("\\", "") for caption in window.caption)


def test_runs_over_other_questions_are_kept_apart(runs: Path) -> None:
    keep(runs, 3)
    other = keep(runs, 9, questions="bb")
    opened = page("runs", run=other)
    assert len(opened.selectbox[0].options) == 2
    assert opened.selectbox[0].value[2] == "bb"


def test_a_figure_leads_to_a_question_with_what_was_shown_and_missed(runs: Path) -> None:
    run = keep(runs, 3, rows=[row("q1", 1.0), row("q2", 0.2)])
    opened = page("runs", run=run, measure=HEADLINE, question="q2")
    told = shown(opened)
    assert "Nobody &lt;asked&gt;." in told
    assert "that &lt;nobody&gt; rang" in told
    assert "Finding &lt;1&gt;" in told
    assert "<asked>" not in told
    opened.button[0].click().run()
    assert "question" not in opened.query_params


@pytest.mark.parametrize("address", [{"run": "x"}, {"measure": "x"}, {"question": "<b>"}])
def test_an_address_of_nothing_shows_the_newest_run(runs: Path, address: dict[str, str]) -> None:
    keep(runs, 3, rows=[row("q1", 1.0)])
    assert "Run of 2026-11-03 10:00" in shown(page("runs", **address))


def test_the_chart_has_a_dot_a_run_and_escapes_names() -> None:
    figures = [(f"day {n}", Figure(value=n / 10, interval=(0, 0.9), n=4)) for n in range(3)]
    drawn = run_chart.draw("<b>", figures)
    assert drawn.count("<circle") == 3
    assert "<b>" not in drawn
    assert "from 0.000 at first to 0.200 at last" in drawn
