"""The sets that the project carries: well formed, free of the reviews' sentences, resolvable."""

from pathlib import Path

import pytest

from eval.sets.questions import PlacedGold, Question, load_questions
from eval.sets.targets import find_target
from rag.documents.document import read_document
from rag.documents.register import load_register
from rag.types import Document

ROOT = Path(__file__).resolve().parents[2]
ORIGINALS = ROOT.parent / "shared" / "reviews"
SETS = sorted((ROOT / "eval" / "questions").glob("*.jsonl"))
REASONS = {
    "live_concern",
    "personal_data",
    "off_topic",
    "not_in_library",
    "no_such_unit",
    "ambiguous",
    "not_stated",
}
MOST_WORDS = 6


@pytest.fixture(scope="module", params=SETS, ids=lambda path: path.stem)
def questions(request: pytest.FixtureRequest) -> tuple[Question, ...]:
    return load_questions(request.param)


@pytest.fixture(scope="module")
def originals() -> list[Document]:
    if not ORIGINALS.is_dir():
        pytest.skip(f"the original reviews are not at {ORIGINALS}")
    register = load_register(ROOT / "corpus")
    return [read_document(path, register) for path in sorted(ORIGINALS.glob("*.txt"))]


def test_ids_and_conversations_are_unique(questions: tuple[Question, ...]) -> None:
    assert len({question.id for question in questions}) == len(questions)
    assert len({question.turns for question in questions}) == len(questions)


def test_a_quarter_cannot_be_answered_and_says_why(questions: tuple[Question, ...]) -> None:
    others = [question for question in questions if not question.answerable]
    assert 4 * len(others) >= len(questions)
    assert all(question.reasons and question.reasons <= REASONS for question in others)
    assert not any(question.gold for question in others)


def test_no_sentence_of_a_review_stands_in_a_set(questions: tuple[Question, ...]) -> None:
    for question in questions:
        for gold in question.gold:
            assert isinstance(gold, PlacedGold)
            assert len(gold.phrase.split()) <= MOST_WORDS


def test_every_gold_stands_in_the_originals(
    questions: tuple[Question, ...], originals: list[Document]
) -> None:
    for question in questions:
        for gold in question.gold:
            assert find_target(gold, originals).words
