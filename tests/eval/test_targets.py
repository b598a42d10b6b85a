"""Where the gold of a question stands: whatever the layout, and nowhere else."""

import json
from dataclasses import replace
from pathlib import Path

import pytest
from made_gold import FATHER, FINDING

from eval.sets.opening import load_questions
from eval.sets.questions import PlacedGold, QuotedGold
from eval.sets.targets import find_target
from eval.sets.words import split_words
from rag.errors import BadBatchLine, UnknownDocument, UnknownUnit
from rag.types import Document


def nugget(phrase: str, unit: str = "findings-item-1", document: str = "oak") -> PlacedGold:
    return PlacedGold(document, unit, phrase, of_nugget=True)


@pytest.mark.parametrize("phrase", ["a chronology", "A  “Chronology”", "nobody KEPT a chronology"])
def test_a_phrase_is_found_whatever_its_layout(phrase: str, documents: dict[str, Document]) -> None:
    target = find_target(nugget(phrase), documents.values())
    assert (target.document, target.unit) == ("oak", "findings-item-1")
    assert target.wordings == (split_words(FINDING),)


def test_a_quotation_counts_by_its_words(documents: dict[str, Document]) -> None:
    quoted = QuotedGold("elm.txt", "finding", FATHER, "Findings")
    target = find_target(quoted, documents.values())
    assert (target.document, target.unit) == ("elm", None)
    assert target.wordings[0] == split_words(FATHER)


def test_the_title_of_the_document_is_no_heading(documents: dict[str, Document]) -> None:
    title = documents["elm"].record.title
    quoted = QuotedGold("elm.txt", "finding", FATHER, f" {title.upper()}")
    assert find_target(quoted, documents.values()).under == ""
    assert find_target(replace(quoted, under="Findings"), documents.values()).under == "Findings"


@pytest.mark.parametrize(
    ("phrase", "unit", "told"),
    [
        ("a diary", "findings-item-1", "found in 0"),
        ("father", "findings-item-1", "found in 0"),
        ("a chronology", "findings-item-9", "has no such unit"),
        ("", "findings-item-1", "found in 0"),
    ],
)
def test_what_is_not_there_is_refused(
    phrase: str, unit: str, told: str, documents: dict[str, Document]
) -> None:
    with pytest.raises(UnknownUnit, match=told):
        find_target(nugget(phrase, unit), documents.values())


def test_a_phrase_of_two_sentences_is_refused(documents: dict[str, Document]) -> None:
    oak = documents["oak"]
    units = tuple(replace(unit, text=f"{unit.text} Nobody kept count.") for unit in oak.units)
    with pytest.raises(UnknownUnit, match="found in 2"):
        find_target(nugget("nobody kept"), [replace(oak, units=units)])


def test_an_unknown_document_is_refused(documents: dict[str, Document]) -> None:
    with pytest.raises(UnknownDocument, match="beech"):
        find_target(nugget("a chronology", document="beech"), documents.values())


def test_in_a_digest_words_count_for_a_nugget_and_the_unit_for_gold_of_the_original(
    documents: dict[str, Document],
) -> None:
    gold = nugget("a chronology")
    assert find_target(gold, documents.values()).wordings == (split_words(FINDING),)
    of_original = PlacedGold("oak", gold.unit, "words of the original")
    assert find_target(of_original, documents.values()).wordings == ()


def test_gold_of_a_question_is_that_of_its_vital_nuggets(tmp_path: Path) -> None:
    path = tmp_path / "set.jsonl"
    place = {"document": "oak", "unit": "findings-item-1"}
    line = {
        "id": "1", "turns": ["?"], "type": "who", "answerable": True,
        "nuggets": [
            {"text": "a", "vital": True, "phrase": "kept", **place},
            {"text": "b", "vital": False, "phrase": "visits", **place},
        ],
    }  # fmt: skip
    path.write_text(json.dumps(line), encoding="utf-8")
    (question,) = load_questions(path)
    assert question.gold == (question.nuggets[0].gold,)


def test_gold_still_to_be_filled_in_is_named_by_its_line(tmp_path: Path) -> None:
    path = tmp_path / "set.jsonl"
    line = {"id": "1", "turns": ["?"], "type": "who", "answerable": True, "gold": None}
    path.write_text("\n" + json.dumps(line), encoding="utf-8")
    with pytest.raises(BadBatchLine, match=r"set\.jsonl, line 2 has no gold yet"):
        load_questions(path)
