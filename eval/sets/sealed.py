"""Sets that nobody has looked into, so that their figures are of questions nobody tuned to.

A sealed set lies packed in `eval/held`, so that no search and no editor shows it by chance. It is
opened by `rag eval --frozen` alone, which tells totals. `journal.jsonl` beside it has a line each
time that a set was sealed, opened, or looked into: from then on it is used up.
"""

import gzip
import hashlib
import json
import subprocess
import zlib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, Literal

from eval.sets.parsing import parse_lines, parse_questions
from eval.sets.questions import Question
from rag.errors import ChangedQuestions, UnreadableFile

FOLDER = Path(__file__).parents[1] / "held"
JOURNAL = "journal.jsonl"
_ENDING = ".jsonl.gz"
Event = Literal["sealed", "opened", "used up"]


@dataclass(frozen=True, slots=True)
class Sealed:
    name: str
    questions: tuple[Question, ...]
    openings: int
    """Before this one."""
    used_up: str | None
    """Since when and why; None where nobody has looked into it."""


def sealed_names(folder: Path = FOLDER) -> list[str]:
    return sorted(path.name.removesuffix(_ENDING) for path in folder.glob(f"*{_ENDING}"))


def open_sealed(name: str, folder: Path = FOLDER) -> Sealed:
    """Raises UnreadableFile, or ChangedQuestions where it is not as it was sealed."""
    events, text = _events(name, folder), _unpack(name, folder)
    used = next((each for each in events if each["event"] == "used up"), None)
    opened = sum(each["event"] == "opened" for each in events)
    used_up = f"{used['on']}: {used['why']}" if used else None
    return Sealed(name, parse_lines(text, name), opened, used_up)


def seal(file: Path, why: str, folder: Path = FOLDER) -> str:
    """The name of the set. Raises UnreadableFile, BadBatchLine, or ChangedQuestions where a set of
    that name is sealed already."""
    questions, name = parse_questions(file), file.stem
    path = folder / f"{name}{_ENDING}"
    if path.exists():
        raise ChangedQuestions(
            f"A set {name} is sealed already: expected another name; rename {file.name}."
        )
    content = gzip.compress(file.read_bytes(), mtime=0)
    folder.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)
    sha = hashlib.sha256(content).hexdigest()
    log(name, "sealed", {"sha256": sha, "questions": len(questions), "why": why}, folder)
    return name


def unseal(name: str, to: Path, why: str, folder: Path = FOLDER) -> Path:
    """Writes the set where it can be read, and says that it is used up. Raises as `open_sealed`,
    and UnreadableFile where a file of that name is there."""
    text = _unpack(name, folder)
    path = to / f"{name}.jsonl"
    if path.exists():
        raise UnreadableFile(f"{path} is there already: expected a free name; move it away.")
    path.write_text(text, encoding="utf-8", newline="\n")
    log(name, "used up", {"why": why}, folder)
    return path


def log(name: str, event: Event, facts: Mapping[str, object], folder: Path = FOLDER) -> None:
    append(folder / JOURNAL, {"event": event, "set": name, **facts})


def append(path: Path, facts: Mapping[str, object]) -> None:
    """A line of a journal of what was done on purpose, with the day and the commit, which has a
    plus where files were changed since."""
    found = subprocess.run(
        ["git", "describe", "--always", "--dirty=+", "--abbrev=12", "--exclude=*"],  # noqa: S607
        cwd=Path(__file__).parent, capture_output=True, text=True, check=False,
    )  # fmt: skip
    commit = found.stdout.strip() or "unknown"
    line = {"on": datetime.now(UTC).date().isoformat(), "commit": commit, **facts}
    with path.open("a", encoding="utf-8", newline="\n") as journal:
        journal.write(json.dumps(line, ensure_ascii=False) + "\n")


def _events(name: str, folder: Path) -> list[dict[str, Any]]:
    """Of the set, oldest first."""
    path = folder / JOURNAL
    lines = path.read_text(encoding="utf-8").splitlines() if path.exists() else []
    return [event for event in map(json.loads, lines) if event["set"] == name]


def _unpack(name: str, folder: Path) -> str:
    path = folder / f"{name}{_ENDING}"
    try:
        content = path.read_bytes()
        text = gzip.decompress(content).decode("utf-8")
    except (OSError, EOFError, zlib.error, UnicodeDecodeError) as error:
        raise UnreadableFile(
            f"{name} cannot be opened as a sealed set ({error}): expected one of"
            f" {', '.join(sealed_names(folder)) or 'none, as nothing is sealed'}."
        ) from error
    sealed = [each["sha256"] for each in _events(name, folder) if each["event"] == "sealed"]
    if sealed[-1:] != [hashlib.sha256(content).hexdigest()]:
        raise ChangedQuestions(
            f"The sealed set {name} is not the one that was sealed: take the change back."
        )
    return text
