"""`rag eval` as it is typed, over a small library of its own."""

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from chat_server import Asked, Sent, in_turn, serving
from fakes import KeywordEmbedding

from eval.commands import frozen
from eval.judging.aspects import ASPECTS
from eval.measuring.scoring import HEADLINE
from eval.proving import labelled
from eval.sets.parsing import parse_questions
from eval.sets.sealed import Sealed
from eval.telling.records import read_record
from rag import cli, wiring
from ui.run_files import read_runs

BULLETIN = """# Learning bulletin: Child Zed

## Findings

- The father of the child was never met by any of the professionals.
- A bruise was seen at the nursery and nobody wrote it down.
"""
QUESTIONS = [
    {"id": "q1", "turns": ["what was found about the father of Child Zed?"], "type": "factual",
     "answerable": True, "nuggets": [
        {"text": "nobody met him", "vital": True, "document": "child-zed-learning-bulletin",
         "unit": "findings-item-1", "phrase": "never met"},
        {"text": "of the professionals", "vital": False, "document": "child-zed-learning-bulletin",
         "unit": "findings-item-1", "phrase": "any of the professionals"}]},
    {"id": "q2", "turns": ["who won the cup final in 1966?"], "type": "off_topic",
     "answerable": False, "gold": [], "reason": "off_topic"},
]  # fmt: skip


@pytest.fixture
def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("RAG_DATA", str(tmp_path / "data"))
    monkeypatch.setattr(wiring, "open_embedding", lambda _: KeywordEmbedding())
    (tmp_path / "corpus").mkdir()
    (tmp_path / "corpus" / "zed.md").write_text(BULLETIN, encoding="utf-8")
    lines = "\n".join(json.dumps(each) for each in QUESTIONS)
    (tmp_path / "set.jsonl").write_text(lines, encoding="utf-8")
    return tmp_path


def rag(monkeypatch: pytest.MonkeyPatch, *arguments: str) -> int:
    monkeypatch.setattr(sys, "argv", ["rag", *arguments])
    with pytest.raises(SystemExit) as ended:
        cli.main()
    return int(ended.value.code or 0)


def evaluate(monkeypatch: pytest.MonkeyPatch, *more: str) -> int:
    flags = ("--set", "set.jsonl", "--corpus", "corpus", *more)
    return rag(monkeypatch, "eval", *flags)


def test_a_run_is_printed_and_kept_where_the_window_finds_it(
    place: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    assert evaluate(monkeypatch) == 0
    told = capsys.readouterr()
    assert HEADLINE.name in told.out
    assert "always refuse" in told.out
    runs, broken = read_runs(place / "data" / "runs")
    assert broken == ()
    assert runs[0].figures[HEADLINE.name].value == 1.0
    assert [row.question for row in runs[0].rows] == ["q1", "q2"]
    page = place / "data" / "runs" / f"{runs[0].id}.html"
    assert "1.000" in page.read_text(encoding="utf-8")
    assert {path.name for path in (place / "data").iterdir()} == {"runs"}
    assert rag(monkeypatch, "eval", "compare", runs[0].id, runs[0].id) == 0
    assert "0 questions were answered otherwise" in capsys.readouterr().out


def test_two_runs_of_one_commit_agree_and_can_be_compared(
    place: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    told: list[Any] = []
    for folder in ("one", "two"):
        assert evaluate(monkeypatch, "--out", folder, "--json") == 0
        told.append(json.loads(capsys.readouterr().out))
    costs = {"time and memory"}
    kept = [measure["name"] for measure in told[0]["measures"] if measure["family"] not in costs]
    for name in kept:
        assert told[0]["figures"].get(name) == told[1]["figures"].get(name), name
    for part in ("set", "corpus", "index", "models", "code", "packages"):
        assert told[0][part] == told[1][part]
    files = [str(next((place / folder).glob("*.json.gz"))) for folder in ("one", "two")]
    assert rag(monkeypatch, "eval", "compare", *files, "--json") == 0
    compared = json.loads(capsys.readouterr().out)
    assert compared["changed"] == []
    assert compared["cautions"] == []


@pytest.mark.slow
def test_a_language_model_is_asked_where_one_is_named_and_told_beside_its_scores(
    place: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def script(asked: Asked) -> Sent:
        return Sent(json.dumps({"verdict": "full" if "evidence" in asked.material else "no"}))

    monkeypatch.setattr(labelled, "load_labelled", tuple)
    with serving(script) as server:
        assert evaluate(monkeypatch, "--out", "without") == 0
        assert server.asked == []
        plain = capsys.readouterr().out
        assert evaluate(monkeypatch, "--out", "with", "--judge", server.spec) == 0
    told = capsys.readouterr()
    assert "judged" not in plain
    assert f"goes to {server.host}" in told.err
    assert told.out.count(f"made-up/judge-1 at {server.host}") == len(ASPECTS)
    assert told.out.count("no labels") == len(ASPECTS)
    for aspect in ASPECTS:
        assert aspect.sha256 in told.out
    runs = [read_record(next((place / name).glob("*.json.gz"))) for name in ("without", "with")]
    assert runs[0].judged is None
    support, alone = runs[1].judged.scores if runs[1].judged else ()
    assert support.figure is not None
    assert alone.figure is not None
    assert (support.figure.value, alone.figure.value) == (1, 0)
    kept = [each.name for each in runs[0].measures if each.family != "time and memory"]
    for name in kept:
        assert runs[0].figures.get(name) == runs[1].figures.get(name), name


def test_of_a_sealed_set_totals_alone_are_told_and_the_opening_is_logged(
    place: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    logged: list[tuple[Any, ...]] = []
    sealed = Sealed("unseen", parse_questions(place / "set.jsonl"), openings=1, used_up=None)
    monkeypatch.setattr(frozen, "sealed_names", lambda: ["unseen"])
    monkeypatch.setattr(frozen, "open_sealed", lambda _: sealed)
    monkeypatch.setattr(frozen, "log", lambda *facts: logged.append(facts))
    assert rag(monkeypatch, "eval", "--frozen", "--corpus", "corpus", "--json") == 0
    told = capsys.readouterr()
    [record] = json.loads(told.out)["frozen"]
    assert record["figures"][HEADLINE.name]["value"] == 1.0
    assert not any(record[part] for part in ("rows", "gains", "types", "beside_by_type"))
    assert "who won the cup" not in told.out
    assert "opened 1 time before" in told.err
    [(name, event, facts)] = logged
    assert (name, event, facts["asked"]) == ("unseen", "opened", 2)


@pytest.mark.slow
@pytest.mark.usefixtures("place")
def test_a_language_model_that_refuses_costs_no_run(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    with serving(in_turn(Sent(b"{}", 401))) as server:
        assert evaluate(monkeypatch, "--out", "kept", "--judge", server.spec) == 1
    told = capsys.readouterr()
    assert HEADLINE.name in told.out
    assert "No scores: The language model made-up/judge-1" in " ".join(told.out.split())
    assert "HTTP 401" in told.err
    record = read_record(next(Path("kept").glob("*.json.gz")))
    assert record.judged
    assert record.judged.scores == ()


@pytest.mark.usefixtures("place")
def test_a_language_model_that_nobody_can_find_is_refused_before_anything_is_asked(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    assert evaluate(monkeypatch, "--judge", "gpt") == 1
    assert "openai-like:MODEL@URL" in capsys.readouterr().err
    assert not Path("data").exists()


@pytest.mark.usefixtures("place")
def test_a_set_that_the_corpus_does_not_hold_is_one_clear_error(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    assert rag(monkeypatch, "eval", "--set", "set.jsonl", "--fast") == 1
    assert "child-zed-learning-bulletin" in capsys.readouterr().err


@pytest.mark.usefixtures("place")
def test_a_run_that_is_not_there_is_one_clear_error(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    assert rag(monkeypatch, "eval", "compare", "a.json", "b.json") == 1
    assert "a.json cannot be read as a run" in capsys.readouterr().err


@pytest.mark.parametrize("named", [(), ("20261103-aa",)])
def test_comparing_without_two_names_tells_the_runs_that_are_there(
    place: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    named: tuple[str, ...],
) -> None:
    (place / "data" / "runs").mkdir(parents=True)
    for name in ("20261103-aa", "20261109-bb"):
        (place / "data" / "runs" / f"{name}.json.gz").touch()
    assert rag(monkeypatch, "eval", "compare", *named) == 2
    told = " ".join(capsys.readouterr().err.replace("│", " ").split())
    assert "expected two runs" in told
    assert told.index("20261109-bb") < told.index("20261103-aa")


def test_a_run_that_asks_no_judge_loads_neither_judges_nor_proofs() -> None:
    code = (
        "import sys, eval.running.run; print(*sorted(m for m in sys.modules if m[:5] == 'eval.'))"
    )
    root = Path(__file__).parents[2]
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=root, capture_output=True, text=True, check=True
    )
    loaded = done.stdout.split()
    assert "eval.telling.records" in loaded
    assert [name for name in loaded if name.startswith(("eval.judging", "eval.proving"))] == []


def test_the_commands_are_listed_without_loading_what_they_need() -> None:
    code = (
        "import sys; from rag.cli import main; sys.argv = ['rag', '--help']\n"
        "try: main()\n"
        "except SystemExit: print([m for m in ('numpy', 'scipy', 'pydantic') if m in sys.modules])"
    )
    root = Path(__file__).parents[2]
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=root, capture_output=True, text=True, check=True
    )
    assert "Measure how good the answers are" in done.stdout
    assert done.stdout.strip().endswith("[]")
