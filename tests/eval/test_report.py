"""What a run prints: every figure in the JSON, every loss among the worst."""

import io
import json
from collections.abc import Callable
from pathlib import Path

import pytest
from rich.console import Console

from eval.asking.run import Run, run_questions
from eval.sets.questions import Question, QuotedGold
from eval.telling.report import print_run, print_worst, to_json
from rag.types import Answer, Citation, Document

FATHER = "Father was seldom asked about."


@pytest.fixture
def run(
    documents: dict[str, Document],
    folder: Path,
    cite: Callable[..., Citation],
    answer: Callable[..., Answer],
) -> Run:
    """Three questions, one of them answered in full, one for nothing, one rightly refused."""
    dads = QuotedGold("elm.txt", "finding", FATHER, "Findings")
    police = QuotedGold("elm.txt", "recommendation", "record each visit", "POLICE 1)")
    replies = {
        "dads?": answer(cite(1, FATHER)),
        "police?": answer(cite(1, FATHER)),
        "cost?": answer(status="refused", reason="not_stated"),
    }
    reasons = frozenset({"not_stated"})
    questions = [
        Question("q1", ("dads?",), "list", answerable=True, gold=(dads,), reference=""),
        Question("q2", ("police?",), "list", answerable=True, gold=(police,), reference=""),
        Question("q3", ("cost?",), "cost", False, (), "", reasons),  # noqa: FBT003
    ]
    return run_questions(
        questions,
        ask=lambda turns: replies[turns[-1]],
        search=lambda _question: None,
        documents=documents,
        folder=folder,
    )


def test_json_has_figures_types_controls_and_rows(run: Run) -> None:
    told = json.loads(json.dumps(to_json(run)))
    assert told["figures"]["gold recall in 250 words"]["value"] == (1 + 0) / 2
    assert told["figures"]["gold recall in 250 words"]["n"] == 2
    assert told["figures"]["refusal balanced accuracy"]["value"] == (1 + 1) / 2
    assert told["types"]["list"]["label right"]["n"] == 1
    assert told["controls"]["always refuse"]["refusal balanced accuracy"]["value"] == (0 + 1) / 2
    assert [row["id"] for row in told["questions"]] == ["q1", "q2", "q3"]
    assert told["length"] == {"median": 5.0, "mean": (5 + 5) / 2}


def test_printed_page_shows_figures_and_the_worst_only(run: Run) -> None:
    page = io.StringIO()
    console = Console(file=page, width=160)
    print_run(console, run)
    assert "gold recall in 250 words" in page.getvalue()
    assert "always refuse" in page.getvalue()
    page.truncate(0)
    print_worst(console, run)
    assert "q2 list: police?" in page.getvalue()
    assert "missed elm, POLICE 1): record each visit" in page.getvalue()
    assert "q1" not in page.getvalue()
