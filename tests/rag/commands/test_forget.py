"""`rag forget`: asks first, and leaves nothing."""

import io
import json
import sys
from pathlib import Path

import pytest
from made_citations import ORIGINAL

from rag import cli
from rag.answer import Answer, Statement
from rag.history.store import History

ANSWER = Answer("Which rooms?", "answered", None, (Statement("Each.", (1,)),), (ORIGINAL,))


@pytest.fixture
def data(tmp_path: Path) -> Path:
    with History(tmp_path / "data" / "history") as history:
        history.conversations.begin("one", ANSWER)
    return tmp_path / "data"


def forget(monkeypatch: pytest.MonkeyPatch, data: Path, *flags: str) -> int:
    monkeypatch.setattr(sys, "argv", ["rag", "forget", "--data", str(data), *flags])
    with pytest.raises(SystemExit) as exit_:
        cli.main()
    return int(exit_.value.code or 0)


def count(data: Path) -> int:
    with History(data / "history") as history:
        return history.conversations.count()


@pytest.mark.parametrize(("typed", "left"), [("n", 1), ("y", 0)])
def test_it_asks_first(data: Path, monkeypatch: pytest.MonkeyPatch, typed: str, left: int) -> None:
    monkeypatch.setattr(sys, "stdin", io.StringIO(f"{typed}\n"))
    assert forget(monkeypatch, data) == left
    assert count(data) == left


def test_it_does_not_ask_when_told_so(
    data: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    assert forget(monkeypatch, data, "--yes", "--json") == 0
    kept = json.loads(capsys.readouterr().out)
    assert kept == {"forgotten": {"conversations": 1, "feedback": 0}}
    assert count(data) == 0
    assert forget(monkeypatch, data) == 0
    assert "no conversations" in capsys.readouterr().err
