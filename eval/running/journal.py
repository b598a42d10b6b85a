"""What of a run is measured so far, on disk as it is measured: one JSON line a question.

A run that is stopped, or killed, goes on where it was. The journal goes when the run is kept."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any

from pydantic import TypeAdapter

from eval.measuring.figures import Row
from eval.measuring.scoring import Rows
from rag.errors import NotComparable, UnreadableFile

_SUFFIX = ".unfinished.jsonl"


@dataclass(slots=True)
class Journal:
    head: Mapping[str, str]
    """First line: `run`, its id; `made`, ISO, UTC, when it began; and fingerprints of what decides
    whether it can be gone on with, among them that of the `questions`."""
    path: Path | None
    """None: nothing is kept, or no more."""
    measured: dict[str, Rows] = field(default_factory=dict)
    """By question id."""

    def add(self, question: str, rows: Rows) -> None:
        """Raises UnreadableFile where the line cannot be written; the rows are there even so."""
        self.measured[question] = rows
        self.write({"question": question, "rows": _adapter().dump_python(rows, mode="json")})

    def write(self, line: Mapping[str, Any]) -> None:
        """Raises UnreadableFile."""
        if self.path is None:
            return
        try:
            self.path.parent.mkdir(parents=True, exist_ok=True)
            with self.path.open("a", encoding="utf-8", newline="\n") as file:
                file.write(json.dumps(line, ensure_ascii=False, separators=(",", ":")) + "\n")
        except OSError as error:
            raise UnreadableFile(
                f"{self.path} cannot be written ({error.strerror}): free some space, or name"
                " another folder with --out."
            ) from error


def delete_journal(folder: Path, run: str) -> None:
    """Of the run with that id, which is kept."""
    _place(folder, run).unlink(missing_ok=True)


def begin(folder: Path | None, head: Mapping[str, str]) -> Journal:
    """`folder` None keeps nothing. Raises UnreadableFile where nothing can be written there."""
    journal = Journal(head, _place(folder, head["run"]) if folder else None)
    journal.write(head)
    return journal


def go_on(folder: Path, head: Mapping[str, str]) -> Journal:
    """The newest that measured the same questions; a last line that was cut off is measured again.

    Raises UnreadableFile where there is none, NotComparable where something else than the
    questions is not as it was."""
    journals = map(_read, sorted(folder.glob(f"*{_SUFFIX}"), reverse=True))
    found = next((j for j in journals if j.head.get("questions") == head["questions"]), None)
    if found is None:
        raise UnreadableFile(
            f"No run over these questions was stopped in {folder}: expected a file *{_SUFFIX};"
            " leave --resume out, or name the folder of that run with --out."
        )
    names = sorted(head.keys() - {"run", "made"})
    if changed := [name for name in names if head[name] != found.head.get(name)]:
        raise NotComparable(
            f"The run {found.head['run']} cannot go on: {', '.join(changed)} changed since it was"
            " stopped, and its figures would be of two things; run it anew without --resume."
        )
    return found


def _place(folder: Path, run: str) -> Path:
    return folder / f"{run}{_SUFFIX}"


def _read(path: Path) -> Journal:
    """Cuts off a last line that was not written to its end."""
    try:
        content = path.read_bytes()
        whole = content[: content.rfind(b"\n") + 1]
        if whole != content:
            path.write_bytes(whole)
        head, *lines = map(json.loads, whole.splitlines())
        measured = {line["question"]: _adapter().validate_python(line["rows"]) for line in lines}
        return Journal({**head}, path, measured)
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise UnreadableFile(
            f"{path} cannot be read as a stopped run ({error!r}): delete it, and run without"
            " --resume."
        ) from error


@cache
def _adapter() -> TypeAdapter[dict[str, Row]]:
    return TypeAdapter(dict[str, Row])
