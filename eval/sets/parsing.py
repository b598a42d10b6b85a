"""A JSONL file in, the questions of a set out.

A line is one question, or one intent in several wordings, each of which becomes a question.
eval/README.md lists the fields. Gold is words that stand in a file (`file` or `seed`, with `quote`
or `phrase`) or a place in a document (`document`, `unit`, `phrase`); nuggets have such places, and
where they stand `gold` may be left out. It is null while it is still to be filled in, and an empty
list where an answerable question is about the library itself.
"""

import json
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from eval.sets.questions import Gold, Nugget, PlacedGold, Question, QuotedGold, is_near_miss
from rag.errors import BadBatchLine, UnreadableFile

_ANY_ONE = "any one"
"""How a note of others' sets says that one gold sentence is enough."""

Fields = Mapping[str, Any]


def parse_questions(path: Path) -> tuple[Question, ...]:
    """In file order. Raises UnreadableFile, or BadBatchLine naming the first bad line."""
    return parse_lines(read_set(path), path.name)


def read_set(path: Path) -> str:
    """With line ends as on Unix. Raises UnreadableFile."""
    try:
        return path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise UnreadableFile(
            f"{path} cannot be read as a question set ({error}): expected JSON lines in UTF-8;"
            " name another file."
        ) from error


def parse_lines(text: str, name: str) -> tuple[Question, ...]:
    """The same of a set's text; `name` stands in errors."""
    # Not splitlines: a line separator inside a JSON text ends no line.
    lines = [(n, line) for n, line in enumerate(text.split("\n"), 1) if line.strip()]
    questions = tuple(each for n, line in lines for each in _parse_line(line, name, n))
    _check_ids(questions, name)
    if not questions:
        raise UnreadableFile(
            f"{name} holds no question: expected one JSON object on each line; write some, or name"
            " another file."
        )
    return questions


def _check_ids(questions: Sequence[Question], name: str) -> None:
    first: dict[str, int] = {}
    for each in questions:
        if each.id in first:
            raise BadBatchLine(
                f"{name}, line {each.line} has the id {each.id} of line {first[each.id]}: expected"
                " ids that occur once; give one of them another."
            )
        first[each.id] = each.line


def _parse_line(line: str, name: str, number: int) -> list[Question]:
    place = f"{name}, line {number}"
    try:
        fields = json.loads(line)
        turns = [[each] if isinstance(each, str) else each for each in fields.get("wordings", ())]
        wordings = [
            {"id": f"{fields['intent']}/{nth}", "turns": each} for nth, each in enumerate(turns, 1)
        ]
        return [_parse_question({**fields, **each}, place, number) for each in wordings or [{}]]
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        raise BadBatchLine(
            f"{place} is not a question ({error!r}): it needs id and turns, or intent and"
            " wordings; type, answerable and gold, each gold with file and quote or phrase, or"
            " with document, unit and phrase."
        ) from error


def _parse_question(fields: Fields, place: str, number: int) -> Question:
    nuggets = tuple(
        Nugget(each["text"], bool(each["vital"]), _parse_gold(each, of_nugget=True))
        for each in fields.get("nuggets", ())
    )
    reasons = frozenset(filter(None, fields.get("reason", "").split("|")))
    answerable = bool(fields["answerable"])
    near = not answerable and is_near_miss(str(fields["type"]), reasons)
    return Question(
        id=str(fields["id"]), turns=tuple(fields["turns"]), type=str(fields["type"]),
        answerable=answerable, reasons=reasons, nuggets=nuggets, line=number,
        gold=_parse_golds(fields, place) or tuple(n.gold for n in nuggets if n.vital),
        reference=str(fields.get("reference", "")),
        masked=tuple(fields.get("masked", ())),
        near_miss=bool(fields.get("near_miss", near)),
        files=tuple(fields.get("files") or fields.get("file") or ()),
        any_one=bool(fields.get("any_one", str(fields.get("note", "")).startswith(_ANY_ONE))),
        intent=str(fields["intent"]) if "intent" in fields else None,
    )  # fmt: skip


def _parse_golds(fields: Fields, place: str) -> tuple[Gold, ...]:
    """Empty where there are only nuggets."""
    golds = fields.get("gold") or () if fields.get("nuggets") else fields["gold"]
    if golds is None:
        raise BadBatchLine(
            f"{place} has no gold yet: write two to six nuggets, each with text, vital, document, "
            "unit and phrase (rag outline FILE prints the units), or leave the line out."
        )
    return tuple(map(_parse_gold, golds))


def _parse_gold(gold: Fields, *, of_nugget: bool = False) -> Gold:
    if "document" in gold:
        return PlacedGold(gold["document"], gold["unit"], gold["phrase"], of_nugget)
    return QuotedGold(
        file=gold["seed"] if "seed" in gold else gold["file"],
        kind=str(gold.get("kind", "")),
        quote=gold["quote"] if "quote" in gold else gold["phrase"],
        under=str(gold.get("under") or gold.get("label") or ""),
        alternatives=tuple(gold.get("or", ())),
    )
