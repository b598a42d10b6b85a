"""Lines of a set in, questions out: the forms that other people's sets have, and broken lines."""

import json
from pathlib import Path
from typing import Any

import pytest

from eval.sets.opening import slice_set
from eval.sets.parsing import parse_lines, parse_questions
from eval.sets.questions import Question, QuotedGold
from rag.errors import BadBatchLine, UnreadableFile

SHARED = Path(__file__).parents[3] / "shared" / "eval"
LINE = {"id": "q1", "turns": ["who?"], "type": "who", "answerable": True, "gold": []}


def parse(**changes: Any) -> tuple[Question, ...]:
    return parse_lines(json.dumps(LINE | changes), "set.jsonl")


def test_gold_of_others_is_told_by_seed_and_label() -> None:
    gold = {"seed": "elm.pdf", "label": "Concern 6", "kind": "x", "quote": "had insufficient"}
    (question,) = parse(gold=[gold], note="any one; the count must be 6", file=["elm.pdf"])
    assert question.gold == (QuotedGold("elm.pdf", "x", "had insufficient", "Concern 6"),)
    assert question.any_one
    assert question.files == ("elm.pdf",)


def test_each_wording_of_an_intent_is_a_question() -> None:
    line = {
        "intent": "i1", "type": "count", "answerable": True,
        "wordings": ["how many?", ["Baby O", "how many?"]],
        "gold": [{"file": "o.txt", "phrase": "There was a lack", "or": ["was no tool"]}],
    }  # fmt: skip
    first, second = parse_lines(json.dumps(line), "set.jsonl")
    assert (first.id, second.id) == ("i1/1", "i1/2")
    assert (first.turns, second.turns) == (("how many?",), ("Baby O", "how many?"))
    assert first.intent == second.intent == "i1"
    (gold,) = first.gold
    assert isinstance(gold, QuotedGold)
    assert gold.alternatives == ("was no tool",)


def test_a_slice_has_an_intent_with_all_its_wordings() -> None:
    lines = [
        json.dumps({"intent": f"i{n}", "type": "x", "answerable": False, "gold": [],
                    "wordings": ["a", "b", "c", "d"]})
        for n in range(40)
    ]  # fmt: skip
    chosen = slice_set(parse_lines("\n".join(lines), "set.jsonl"))
    assert 0 < len(chosen) < 160
    assert len(chosen) == 4 * len({question.intent for question in chosen})


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ('{"id": "q1"}\n{broken', "set.jsonl, line 1"),
        (json.dumps(LINE) + "\n\n{broken", "set.jsonl, line 3"),
        (json.dumps(LINE) + "\n" + json.dumps(LINE), "line 2 has the id q1 of line 1"),
        (json.dumps(LINE | {"gold": [{"file": "a"}]}), "line 1 is not a question"),
        (json.dumps(LINE | {"gold": None}), "has no gold yet"),
    ],
)
def test_a_bad_line_is_named(text: str, told: str) -> None:
    with pytest.raises(BadBatchLine, match=told):
        parse_lines(text, "set.jsonl")


@pytest.mark.parametrize(
    ("name", "count"),
    [("questions-others", 60), ("paraphrases-dev", 160), ("questions-dev", 38)],
)
def test_the_shared_sets_are_read_as_they_are(name: str, count: int) -> None:
    if not SHARED.is_dir():
        pytest.skip(f"the shared sets are not at {SHARED}")
    assert len(parse_questions(SHARED / f"{name}.jsonl")) == count


def test_a_set_without_a_question_is_refused() -> None:
    with pytest.raises(UnreadableFile, match=r"empty\.jsonl holds no question: expected one JSON"):
        parse_lines("\n\n", "empty.jsonl")
