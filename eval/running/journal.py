"""What of a run is measured so far, on disk as it is measured: one JSON line a question.

A run that is stopped, or killed, goes on where it was. The journal is gone when the run is kept."""

import json
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import asdict, dataclass
from functools import cache
from pathlib import Path
from typing import IO, Any, Self

from pydantic import TypeAdapter

from eval.measuring.figures import Row
from eval.measuring.scoring import Rows
from rag.errors import NotComparable, UnreadableFile

_SUFFIX = ".unfinished.jsonl"


@dataclass(frozen=True, slots=True)
class Head:
    """First line of a journal."""

    run: str
    """Id of the run."""
    made: str
    """ISO, UTC: when it began."""
    measures: Mapping[str, str]
    """What decides whether it can be gone on with: fingerprints by name."""


class Journal:
    """Open until the run ends."""

    def __init__(self, path: Path | None, head: Head, measured: dict[str, Rows]) -> None:
        """`path` None keeps nothing. Raises UnreadableFile where the file cannot be written."""
        self.head = head
        self.measured = measured
        """By question id."""
        self.fault: UnreadableFile | None = None
        """Why no more is kept, as where the disk is full; what is measured stays in memory."""
        self._path = path
        self._file = _open(path) if path else None

    @classmethod
    def begin(cls, folder: Path | None, head: Head) -> Self:
        """`folder` None keeps nothing. Raises UnreadableFile where nothing can be written there."""
        journal = cls(folder / f"{head.run}{_SUFFIX}" if folder else None, head, {})
        journal._write(asdict(head))
        if journal.fault:
            raise journal.fault
        return journal

    @classmethod
    def go_on(cls, folder: Path, measures: Mapping[str, str]) -> Self:
        """The newest that measured the same questions; a last line that was cut off is measured
        again.

        Raises UnreadableFile where there is none, NotComparable where something else than the
        questions is not as it was."""
        path, head, measured = _newest(folder, measures["questions"])
        changed = sorted(name for name in measures if measures[name] != head.measures.get(name))
        if changed:
            raise NotComparable(
                f"The run {head.run} cannot go on: {', '.join(changed)} changed since it was"
                " stopped, and its figures would be of two things; run it anew without --resume."
            )
        return cls(path, head, measured)

    def add(self, question: str, rows: Rows) -> None:
        self.measured[question] = rows
        self._write({"question": question, "rows": _adapter().dump_python(rows, mode="json")})

    def close(self, *, finished: bool) -> None:
        if self._file is None or self._path is None:
            return
        # A full disk is met once more on closing, and was told.
        with suppress(OSError):
            self._file.close()
        if finished:
            self._path.unlink(missing_ok=True)

    def _write(self, line: dict[str, Any]) -> None:
        if self._file is None or self._path is None or self.fault:
            return
        try:
            self._file.write(json.dumps(line, ensure_ascii=False, separators=(",", ":")) + "\n")
            self._file.flush()
        except OSError as error:
            self.fault = _unwritable(self._path, error)


def _open(path: Path) -> IO[str]:
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        return path.open("a", encoding="utf-8", newline="\n")
    except OSError as error:
        raise _unwritable(path, error) from error


def _unwritable(path: Path, error: OSError) -> UnreadableFile:
    return UnreadableFile(
        f"{path} cannot be written ({error.strerror}), so that the run could not be kept: free"
        " some space, or name another folder with --out."
    )


def _newest(folder: Path, questions: str) -> tuple[Path, Head, dict[str, Rows]]:
    for path in sorted(folder.glob(f"*{_SUFFIX}"), reverse=True):
        head, measured = _read(path)
        if head.measures.get("questions") == questions:
            return path, head, measured
    raise UnreadableFile(
        f"No run over these questions was stopped in {folder}: expected a file *{_SUFFIX}; leave"
        " --resume out, or name the folder of that run with --out."
    )


def _read(path: Path) -> tuple[Head, dict[str, Rows]]:
    """Cuts off a last line that was not written to its end."""
    try:
        content = path.read_bytes()
        whole = content[: content.rfind(b"\n") + 1]
        if whole != content:
            path.write_bytes(whole)
        first, *lines = map(json.loads, whole.splitlines())
        measured = {line["question"]: _adapter().validate_python(line["rows"]) for line in lines}
        return Head(**first), measured
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise UnreadableFile(
            f"{path} cannot be read as a stopped run ({error!r}): delete it, and run without"
            " --resume."
        ) from error


@cache
def _adapter() -> TypeAdapter[dict[str, Row]]:
    return TypeAdapter(dict[str, Row])
