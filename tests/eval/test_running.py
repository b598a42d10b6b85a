"""Runs that are stopped, killed or short of disk: nothing measured is lost, nothing is mixed."""

import errno
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from fakes import KeywordEmbedding
from made_libraries import review, write

from eval.asking.all_systems import NAME, Beside
from eval.asking.baselines import HYBRID
from eval.commands.kept import keep
from eval.measuring.coverage import GOLD_RECALL
from eval.running import run as running
from eval.running.progress import Watch, tell_seconds, watched
from eval.running.run import Plan, run
from eval.sets.opening import AskedQuestions
from eval.sets.questions import Question, QuotedGold
from eval.telling.records import Record
from rag import wiring
from rag.errors import NotComparable, UnreadableFile
from rag.settings import Settings

DOG = "The dog was known to all agencies."


def ask(n: int, *, answerable: bool = True) -> Question:
    gold = (QuotedGold("child-a.md", "finding", DOG, ""),) if answerable else ()
    return Question(f"q{n}", (f"{n}: was the dog known?",), f"type {n % 2}", answerable, gold, "")


QUESTIONS = (*(ask(n) for n in range(5)), ask(5, answerable=False))


class Stopping(Watch):
    """Ctrl-C once so many questions are answered."""

    def __init__(self, after: int) -> None:
        super().__init__()
        self.after = after
        self.told: list[int] = []

    def asked(self, done: int, total: int) -> None:
        assert done <= total
        self.told.append(done)
        if len(self.told) == self.after:
            raise KeyboardInterrupt


@pytest.fixture
def plan(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Plan:
    monkeypatch.setattr(wiring, "open_embedding", lambda _: KeywordEmbedding())
    return Plan(
        AskedQuestions("own", "all", QUESTIONS, frozen=False),
        corpus=write(tmp_path / "corpus", child_a=review(DOG, title="Child A")),
        data=None,
        settings=Settings(data=tmp_path / "data"),
        beside=Beside(baselines=(HYBRID,), controls=False),
        kept_in=tmp_path / "runs",
    )


def unfinished(plan: Plan) -> list[Path]:
    assert plan.kept_in
    return [*plan.kept_in.glob("*.unfinished.jsonl")]


def run_and_keep(plan: Plan, watch: Watch | None = None) -> Record:
    assert plan.kept_in
    record = run(plan, watch)
    keep(record, plan.kept_in)
    return record


def measured(record: Record) -> list[tuple[str, Any, Any]]:
    return [(row.question, row.shown, row.values.get(GOLD_RECALL)) for row in record.rows]


def test_a_run_tells_ours_beside_the_hybrid(plan: Plan) -> None:
    record = run_and_keep(plan)
    assert not record.is_partial
    assert {each.name for each in record.others} == {HYBRID}
    assert GOLD_RECALL in {each.measure for each in record.beside_hybrid}
    assert {*record.beside_by_type} == {"type 0", "type 1"}
    assert unfinished(plan) == []


def test_a_run_that_is_stopped_tells_what_it_has_and_goes_on(plan: Plan) -> None:
    whole = run_and_keep(plan)
    stopped = run_and_keep(plan, Stopping(after=3))
    assert stopped.is_partial
    assert (stopped.set.questions, stopped.set.planned) == (3, 6)
    assert measured(stopped) == measured(whole)[:3]
    going_on = Stopping(after=99)
    resumed = run_and_keep(replace(plan, resume=True), going_on)
    assert going_on.told == [4, 5, 6]
    assert resumed.id == stopped.id
    assert measured(resumed) == measured(whole)
    assert unfinished(plan) == []


def test_nothing_measured_is_told_as_such(plan: Plan) -> None:
    class AtOnce(Watch):
        def stage(self, what: str) -> None:
            raise KeyboardInterrupt(what)

    with pytest.raises(KeyboardInterrupt):
        run(plan, AtOnce())


def test_a_line_that_was_cut_off_is_measured_again(plan: Plan) -> None:
    run(plan, Stopping(after=3))
    (path,) = unfinished(plan)
    path.write_bytes(path.read_bytes()[:-40])
    going_on = Stopping(after=99)
    run(replace(plan, resume=True), going_on)
    assert going_on.told == [3, 4, 5, 6]


def test_only_the_same_can_be_gone_on_with(plan: Plan) -> None:
    with pytest.raises(UnreadableFile, match="No run over these questions was stopped"):
        run(replace(plan, resume=True))
    run(plan, Stopping(after=2))
    fewer = replace(plan.asked, questions=QUESTIONS[:2])
    with pytest.raises(UnreadableFile, match="No run over these questions"):
        run(replace(plan, asked=fewer, resume=True))
    with pytest.raises(NotComparable, match="systems asked changed"):
        run(replace(plan, beside=Beside(baselines=(HYBRID,)), resume=True))
    assert plan.corpus
    (plan.corpus / "more.md").write_text(review("A cat.", title="Child B"), encoding="utf-8")
    with pytest.raises(NotComparable, match="corpus changed"):
        run(replace(plan, resume=True))


def test_a_full_disk_ends_no_run(
    plan: Plan, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    opened, lines = Path.open, list[Path]()

    def fill(path: Path, mode: str = "r", **named: Any) -> Any:
        """Room for the head and one question."""
        lines.extend([path] * (mode == "a"))
        if len(lines) > 2:
            raise OSError(errno.ENOSPC, "No space left on device")
        return opened(path, mode, **named)

    monkeypatch.setattr(Path, "open", fill)
    record = run(plan)
    assert len(record.rows) == 6
    assert capsys.readouterr().err.count("No space left on device") == 1
    monkeypatch.undo()
    assert plan.kept_in
    assert len(unfinished(plan)) == 1
    keep(record, plan.kept_in)
    assert unfinished(plan) == []


def test_processes_share_the_questions(plan: Plan, monkeypatch: pytest.MonkeyPatch) -> None:
    """The pool itself is tried with the real model, in test_repeatable.py."""
    calls: list[int] = []

    def here(open_: Any, work: Any, items: Any, *, processes: int) -> Any:
        calls.append(processes)
        opened = open_()
        return [work(opened, item) for item in reversed(items)]

    monkeypatch.setattr(running, "spread", here)
    monkeypatch.setattr(running, "FEW", 2)
    done = run(replace(plan, processes=2))
    assert calls == [2]
    assert [row.question for row in done.rows] == [each.id for each in QUESTIONS]
    assert all(row.seconds > 0 for row in done.rows if row.question != NAME)


def test_the_first_word_is_said_at_once(capsys: pytest.CaptureFixture[str]) -> None:
    with watched(240) as watch:
        assert "preparing the library, then about 2 min" in capsys.readouterr().err
        watch.preparing(2.5, 10, "elm.pdf")
        watch.asked(240, 240)
    assert "question 240 of 240" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("seconds", "told"), [(0.2, "about 1 s"), (89, "about 89 s"), (200, "about 3 min")]
)
def test_times_are_told_in_words(seconds: float, told: str) -> None:
    assert tell_seconds(seconds) == told
