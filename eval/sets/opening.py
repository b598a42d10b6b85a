"""A question set as it is asked: which of its questions, and whether it is what it was when it was
frozen.

`eval/questions/frozen.toml` is a journal: one table each time that a set of ours was frozen, with
the reason. The last one of a set counts. Sets that it does not name are never checked. A system may
be tuned on the development part; the test part only tells how good it has become.
"""

import hashlib
import json
import tomllib
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, Literal

from eval.sets.parsing import parse_questions, read_set
from eval.sets.questions import Question
from rag.errors import ChangedQuestions, UnreadableFile

FOLDER = Path(__file__).parents[1] / "questions"
JOURNAL = "frozen.toml"
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


def file_checksum(path: Path) -> str:
    """SHA-256 of the file with its line ends as on Unix, hexadecimal. Raises UnreadableFile."""
    return hashlib.sha256(read_set(path).encode()).hexdigest()


def is_frozen(path: Path) -> bool:
    """Whether the file is one of our own sets that was frozen; an equal copy elsewhere is not."""
    return _frozen(path) is not None


def check_frozen(path: Path) -> None:
    """Raises ChangedQuestions where one of our own sets is not as it was frozen. Nothing happens
    for a set of others."""
    frozen = _frozen(path)
    if frozen and (found := file_checksum(path)) != frozen["sha256"]:
        raise ChangedQuestions(
            f"The question set {path.name} has changed since {frozen['on']}: its checksum is "
            f"{found[:12]}…, expected was {frozen['sha256'][:12]}…; take the change back, or "
            f'say why it is right: rag eval freeze {path} --why "…".'
        )


def freeze(file: Path, why: str) -> None:
    """`why`: what was changed, and the reason. Raises ChangedQuestions where the set is none of
    ours, UnreadableFile."""
    if not _is_ours(file):
        raise ChangedQuestions(
            f"{file} cannot be frozen: only the sets in {FOLDER} are; move it there, or run it "
            "with --set as it is."
        )
    fields = {
        "file": file.name, "sha256": file_checksum(file), "questions": len(parse_questions(file)),
        "on": datetime.now(UTC).date().isoformat(), "why": why,
    }  # fmt: skip
    # A JSON text or number is one in TOML as well.
    lines = [f"{key} = {json.dumps(value, ensure_ascii=False)}" for key, value in fields.items()]
    with (FOLDER / JOURNAL).open("a", encoding="utf-8", newline="\n") as journal:
        journal.write("\n".join(["", "[[frozen]]", *lines, ""]))


def _draw(text: str) -> int:
    """Below 2**64, the same every time."""
    return int.from_bytes(hashlib.sha256(text.encode()).digest()[:8])


def _is_ours(path: Path) -> bool:
    return path.resolve().parent == FOLDER.resolve()


def _frozen(path: Path) -> dict[str, Any] | None:
    """The last entry of the journal for the file."""
    journal = FOLDER / JOURNAL
    if not _is_ours(path) or not journal.exists():
        return None
    entries = tomllib.loads(journal.read_text(encoding="utf-8")).get("frozen", [])
    return next((entry for entry in reversed(entries) if entry["file"] == path.name), None)
