"""A question set as it is asked: which of its questions, and whether they are frozen.

A system may be tuned on the development part; the test part only tells how good it has become."""

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Literal

from eval.sets.freezing import FOLDER, check_frozen, is_frozen
from eval.sets.parsing import parse_questions
from eval.sets.questions import Question
from rag.errors import UnreadableFile

OWN = FOLDER / "digests.jsonl"
"""Asked where no other is named: over the bundled digests."""
ALL = "all"
DEVELOPMENT = 0.6
"""Share of the questions, about; the rest is for the test."""
_EVERY = 4
"""Of a slice: one question in so many."""


@dataclass(frozen=True, slots=True)
class AskedQuestions:
    name: str
    part: str
    questions: tuple[Question, ...]
    frozen: bool
    """The set has a checksum of its own, and met it."""


def load_questions(path: Path) -> tuple[Question, ...]:
    """In file order. Raises UnreadableFile, ChangedQuestions for a set of ours that is not as it
    was frozen, or BadBatchLine naming the first bad line."""
    check_frozen(path)
    return parse_questions(path)


def open_set(path: Path = OWN, part: str = ALL) -> AskedQuestions:
    """`part` is development, test or ALL. Raises UnreadableFile, BadBatchLine, and
    ChangedQuestions where a frozen set is not as it was."""
    questions = load_questions(path)
    chosen = tuple(each for each in questions if part in (ALL, part_of(each)))
    if not chosen:
        raise UnreadableFile(
            f"{path} has no question in its part {part}: expected some; add questions, or ask all"
            " parts."
        )
    return AskedQuestions(path.stem, part, chosen, is_frozen(path))


def part_of(question: Question) -> Literal["development", "test"]:
    """By its id alone: a question stays in its part whatever is added to its set or reworded."""
    return "development" if _draw(question.id) / 2**64 < DEVELOPMENT else "test"


def slice_set(questions: Sequence[Question]) -> tuple[Question, ...]:
    """The same quarter of a set every time, by the questions' ids, an intent with all of its
    wordings; all where that is none."""
    # Not by the bare id, by which the parts are drawn.
    chosen = (each for each in questions if not _draw(f"slice {each.intent or each.id}") % _EVERY)
    return tuple(chosen) or (*questions,)


def quarter_of(asked: AskedQuestions) -> AskedQuestions:
    quarter = slice_set(asked.questions)
    return replace(asked, part=f"a quarter of {asked.part}", questions=quarter)


def _draw(text: str) -> int:
    """Below 2**64, the same every time."""
    return int.from_bytes(hashlib.sha256(text.encode()).digest()[:8])
