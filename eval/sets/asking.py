"""A question set as it is asked: which questions, of what name, and whether they are frozen."""

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from eval.sets.questions import Question, load_questions

FOLDER = Path(__file__).parents[1] / "questions"
OWN = FOLDER / "digests.jsonl"
_EVERY = 4
"""Of a slice: one question in so many."""


@dataclass(frozen=True, slots=True)
class AskedQuestions:
    name: str
    questions: tuple[Question, ...]
    frozen: bool


def open_set(path: Path | None, part: str) -> AskedQuestions:
    """Our own where there is no path. Raises UnreadableFile, BadBatchLine."""
    chosen = path or OWN
    questions = load_questions(chosen)
    return AskedQuestions(chosen.stem, questions, frozen=False)


def slice_set(questions: Sequence[Question]) -> tuple[Question, ...]:
    """The same quarter of a set every time, chosen by the questions' ids."""
    return tuple(question for question in questions if not _digest(question.id) % _EVERY)


def _digest(text: str) -> int:
    return int.from_bytes(hashlib.sha256(text.encode()).digest()[:8])
