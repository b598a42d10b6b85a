"""The page of sample answers."""

from pathlib import Path

import typer
from typer.testing import CliRunner

from eval import samples


def test_there_are_thirty_and_each_is_a_conversation() -> None:
    conversations = samples.load_conversations()
    assert len(conversations) == 30
    assert len(set(conversations)) == 30
    assert all(all(turn.strip() for turn in turns) for turns in conversations)
    assert any(len(turns) > 1 for turns in conversations)


def test_the_page_has_each_question_with_its_answer(tmp_path: Path) -> None:
    app = typer.Typer()
    app.command()(samples.main)
    root = Path(samples.__file__).parents[1]
    page = tmp_path / "page.md"
    ran = CliRunner().invoke(app, ["--corpus", str(root / "corpus"), "--out", str(page)])
    assert ran.exit_code == 0, ran.output
    text = page.read_text(encoding="utf-8")
    assert text.count("\n## ") == 30
    assert "call 999" in text
    assert "*refused off_topic, no words of a document*" in text
    assert "words of digests*" in text
    assert "quoted words" not in text, "the words of a digest are no quotation"
