"""Messages that tell of danger, and those that only sound like it: files in, messages out."""

import tomllib
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from eval.sets.opening import load_questions

HERE = Path(__file__).parent
SETS = ("five-reviews.jsonl", "practitioners.jsonl")
"""Of real questions, the sets over the originals; those over the digests have no part in it."""


@dataclass(frozen=True, slots=True)
class Message:
    turns: tuple[str, ...]
    danger: bool
    part: str
    """develop, held or check; cases, those that the rules were written from; questions."""


def load_messages() -> list[Message]:
    parts = _read("messages.toml") | {"cases": load_cases()}
    written = [
        Message(tuple(text.split(" // ")), danger=name not in ("alike", "practice"), part=part)
        for part, lists in parts.items()
        for name, texts in lists.items()
        for text in texts
    ]
    asked = [q for name in SETS for q in load_questions(HERE.parent / "questions" / name)]
    return written + [
        Message(q.turns, danger="live_concern" in q.reasons, part="questions") for q in asked
    ]


def load_cases() -> dict[str, list[str]]:
    """What the rules were written from: by kind of concern, `by_meaning` and `practice`."""
    return _read("cases.toml")


def _read(name: str) -> dict[str, Any]:
    return tomllib.loads((HERE / name).read_text(encoding="utf-8"))
