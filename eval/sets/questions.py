"""Question sets: a JSONL file in, questions with their gold sentences out.

A line is `{"id", "turns", "type", "answerable", "gold", "reference"}`, where an unanswerable
question may add `reason` (several acceptable ones joined by `|`) and any question `masked`: words
that no answer may repeat. Gold is printed in one of two ways: outside sets quote the sentence
(`{"file", "kind", "quote", "under"}`), our own name where it stands
(`{"document", "unit", "phrase"}`), because the project may not contain a review's sentences.
A question may have `nuggets`, `{"text", "vital"}` and the fields of a gold; where it has them,
`gold` may be left out and is then that of the vital nuggets. `near_miss` marks an unanswerable
question whose subject is in the library; without it, its type tells (eval/sets/grounds.py). `gold`
is null while it is still to be filled in, and an empty list where an answerable question is about
the library itself.
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from eval.sets.freezing import check_frozen
from eval.sets.grounds import is_near_miss
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
    of_nugget: bool = False
    """The phrase is what the document at hand says. Otherwise it is what the original says, and
    where its digest is held only the unit counts."""


Gold = QuotedGold | PlacedGold


@dataclass(frozen=True, slots=True)
class Nugget:
    """One thing that a good answer says."""

    text: str
    """In the set's own words, for people to read."""
    vital: bool
    """False: good to have ("okay")."""
    gold: Gold
    """Where it stands."""


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
    nuggets: tuple[Nugget, ...] = ()
    """Two to six; empty in a set that gives gold sentences only."""
    near_miss: bool = False


def load_questions(path: Path) -> tuple[Question, ...]:
    """In file order. Raises UnreadableFile, ChangedQuestions for a set of ours that is not as it
    was frozen, or BadBatchLine naming the first bad line."""
    check_frozen(path)
    return parse_questions(path)


def parse_questions(path: Path) -> tuple[Question, ...]:
    """The same without looking at the checksum."""
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
        nuggets = tuple(_parse_nugget(nugget) for nugget in fields.get("nuggets", ()))
        reasons = frozenset(filter(None, fields.get("reason", "").split("|")))
        answerable = bool(fields["answerable"])
        near = not answerable and is_near_miss(str(fields["type"]), reasons)
        return Question(
            id=str(fields["id"]),
            turns=tuple(fields["turns"]),
            type=str(fields["type"]),
            answerable=answerable,
            gold=_parse_golds(fields, place) or tuple(n.gold for n in nuggets if n.vital),
            reference=str(fields.get("reference", "")),
            reasons=reasons,
            masked=tuple(fields.get("masked", ())),
            nuggets=nuggets,
            near_miss=bool(fields.get("near_miss", near)),
        )
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        raise BadBatchLine(
            f"{place} is not a question ({error!r}): it needs id, turns, type, answerable and "
            "gold, each gold with file, kind, quote and under or with document, unit and phrase."
        ) from error


def _parse_golds(fields: Mapping[str, Any], place: str) -> tuple[Gold, ...]:
    """Empty where there are only nuggets."""
    if fields.get("nuggets"):
        return tuple(map(_parse_gold, fields.get("gold") or ()))
    if fields["gold"] is None:
        raise BadBatchLine(
            f"{place} has no gold yet: write two to six nuggets, each with text, vital, document, "
            "unit and phrase (rag outline FILE prints the units), or leave the line out."
        )
    return tuple(map(_parse_gold, fields["gold"]))


def _parse_nugget(nugget: Mapping[str, Any]) -> Nugget:
    gold = _parse_gold(nugget)
    if isinstance(gold, PlacedGold):
        gold = replace(gold, of_nugget=True)
    return Nugget(nugget["text"], bool(nugget["vital"]), gold)


def _parse_gold(gold: Mapping[str, Any]) -> Gold:
    if "quote" in gold:
        return QuotedGold(gold["file"], gold["kind"], gold["quote"], gold["under"])
    return PlacedGold(gold["document"], gold["unit"], gold["phrase"])
