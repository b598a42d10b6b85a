"""A question set as it is asked: which of its questions, and whether they are frozen."""

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from eval.sets.freezing import FOLDER, check_frozen, is_frozen
from eval.sets.parsing import parse_questions
from eval.sets.parts import part_of
from eval.sets.questions import Question
from rag.errors import UnreadableFile

OWN = FOLDER / "digests.jsonl"
"""Asked where no other is named: over the bundled digests."""
ALL = "all"
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
    """`part` as in eval/sets/parts.py, or ALL. Raises UnreadableFile, BadBatchLine, and
    ChangedQuestions where a frozen set is not as it was."""
    questions = load_questions(path)
    chosen = tuple(each for each in questions if part in (ALL, part_of(each)))
    if not chosen:
        raise UnreadableFile(
            f"{path} has no question in its part {part}: expected some; add questions, or ask all"
            " parts."
        )
    return AskedQuestions(path.stem, part, chosen, is_frozen(path))


def slice_set(questions: Sequence[Question]) -> tuple[Question, ...]:
    """The same quarter of a set every time, by the questions' ids, an intent with all of its
    wordings; all where that is none."""
    chosen = (each for each in questions if not _digest(each.intent or each.id) % _EVERY)
    return tuple(chosen) or (*questions,)


def quarter_of(asked: AskedQuestions) -> AskedQuestions:
    part = f"a quarter of {asked.part}"
    return replace(asked, part=part, questions=slice_set(asked.questions))


def _digest(text: str) -> int:
    # Not the digest of the bare id, by which the parts are drawn.
    return int.from_bytes(hashlib.sha256(f"slice {text}".encode()).digest()[:8])
