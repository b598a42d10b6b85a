"""What the system makes of a question, in one line: status, reason, way, cited units. No words of
a review."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

from pydantic import TypeAdapter

from rag.errors import UnreadableFile
from rag.types import Answer


@dataclass(frozen=True, slots=True)
class Line:
    question: str
    """Id in its set."""
    status: str
    reason: str | None
    way: str | None
    """Of answering, by the name of the step."""
    cited: tuple[str, ...]
    """`document#unit`, in the order of the citations, each once."""

    def told(self) -> str:
        why = f", {self.reason}" if self.reason else ""
        return f"{self.status}{why} by {self.way}: {', '.join(self.cited) or 'nothing cited'}"


_ADAPTER = TypeAdapter(Line)


@dataclass(frozen=True, slots=True)
class Difference:
    question: str
    before: Line | None
    """None: the question is new in its set."""
    after: Line | None
    """None: it is no longer asked."""


def line_of(question: str, answer: Answer) -> Line:
    cited = dict.fromkeys(f"{each.document}#{each.unit}" for each in answer.citations)
    return Line(question, answer.status, answer.reason, answer.way, tuple(cited))


def differences(before: Mapping[str, Line], after: Mapping[str, Line]) -> list[Difference]:
    """In the order of the questions asked now, those that are gone last."""
    return [
        Difference(question, before.get(question), after.get(question))
        for question in {**after, **before}
        if before.get(question) != after.get(question)
    ]


def read_lines(path: Path) -> dict[str, Line]:
    """By question; none where nothing was kept yet. Raises UnreadableFile."""
    if not path.exists():
        return {}
    try:
        lines = map(_ADAPTER.validate_json, path.read_bytes().splitlines())
        return {each.question: each for each in lines}
    except (OSError, ValueError) as error:
        raise UnreadableFile(
            f"{path} cannot be read as a net ({error!r}): take the change to it back."
        ) from error


def write_lines(path: Path, lines: Sequence[Line]) -> None:
    text = "".join(json.dumps(asdict(line), ensure_ascii=False) + "\n" for line in lines)
    path.write_text(text, encoding="utf-8", newline="\n")
