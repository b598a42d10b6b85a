"""Question sets: a JSONL file in, questions with their gold sentences out.

A line is `{"id", "turns", "type", "answerable", "gold", "reference"}`, where an unanswerable
question may add `reason` (several acceptable ones joined by `|`) and any question `masked`: words
that no answer may repeat. Gold is printed in one of two ways: outside sets quote the sentence
(`{"file", "kind", "quote", "under"}`), our own name where it stands
(`{"document", "unit", "phrase"}`), because the project may not contain a review's sentences.
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from rag.errors import BadBatchLine, UnreadableFile


@dataclass(frozen=True, slots=True)
class QuotedGold:
    file: str
    """Name of the source file, without its folder."""
    kind: str
    quote: str
    under: str
    """Printed heading or label that the quote stands under; empty where it has none."""


@dataclass(frozen=True, slots=True)
class PlacedGold:
    document: str
    unit: str
    phrase: str
    """A few words that stand in the gold sentence and in no other of its unit."""


Gold = QuotedGold | PlacedGold


@dataclass(frozen=True, slots=True)
class Question:
    id: str
    turns: tuple[str, ...]
    type: str
    answerable: bool
    gold: tuple[Gold, ...]
    """Empty for an answerable question about the library itself."""
    reference: str
    reasons: frozenset[str] = frozenset()
    """Acceptable reasons of a refusal; empty where the set names none."""
    masked: tuple[str, ...] = ()


def load_questions(path: Path) -> tuple[Question, ...]:
    """In file order. Raises UnreadableFile, or BadBatchLine naming the first bad line."""
    try:
        lines = path.read_text(encoding="utf-8").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        raise UnreadableFile(f"{path} cannot be read as a question set: {error}.") from error
    return tuple(
        _parse_question(line, f"{path.name}, line {number}")
        for number, line in enumerate(lines, 1)
        if line.strip()
    )


def _parse_question(line: str, place: str) -> Question:
    try:
        fields = json.loads(line)
        return Question(
            id=str(fields["id"]),
            turns=tuple(fields["turns"]),
            type=str(fields["type"]),
            answerable=bool(fields["answerable"]),
            gold=tuple(_parse_gold(gold) for gold in fields["gold"]),
            reference=str(fields.get("reference", "")),
            reasons=frozenset(filter(None, fields.get("reason", "").split("|"))),
            masked=tuple(fields.get("masked", ())),
        )
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        raise BadBatchLine(
            f"{place} is not a question ({error!r}): it needs id, turns, type, answerable and "
            "gold, each gold with file, kind, quote and under or with document, unit and phrase."
        ) from error


def _parse_gold(gold: Mapping[str, Any]) -> Gold:
    if "quote" in gold:
        return QuotedGold(gold["file"], gold["kind"], gold["quote"], gold["under"])
    return PlacedGold(gold["document"], gold["unit"], gold["phrase"])
