"""Messages that tell of danger, and those that only sound like it: files in, messages out."""

import tomllib
from dataclasses import dataclass
from pathlib import Path

from eval.sets.opening import load_questions

HERE = Path(__file__).parent
SETS = ("five-reviews.jsonl", "practitioners.jsonl")
"""Of real questions, the sets over the originals; those over the digests have no part in it."""
KINDS = ("child", "asker", "asker_harm")


@dataclass(frozen=True, slots=True)
class Message:
    turns: tuple[str, ...]
    danger: bool
    part: str
    """develop, held or check; cases, those that the rules were written from; questions."""


def load_messages() -> list[Message]:
    return [*_messages(), *_cases(), *_questions()]


def load_cases() -> dict[str, list[str]]:
    """What the rules were written from: by kind of concern, `by_meaning` and `practice`."""
    cases: dict[str, list[str]] = tomllib.loads((HERE / "cases.toml").read_text(encoding="utf-8"))
    return cases


def _messages() -> list[Message]:
    parts = tomllib.loads((HERE / "messages.toml").read_text(encoding="utf-8"))
    return [
        Message(tuple(text.split(" // ")), danger=name == "danger", part=part)
        for part, lists in parts.items()
        for name, texts in lists.items()
        for text in texts
    ]


def _cases() -> list[Message]:
    return [
        Message((text,), danger=name != "practice", part="cases")
        for name, texts in load_cases().items()
        for text in texts
    ]


def _questions() -> list[Message]:
    questions = [q for name in SETS for q in load_questions(HERE.parent / "questions" / name)]
    return [
        Message(q.turns, danger="live_concern" in q.reasons, part="questions") for q in questions
    ]
