"""Near misses: the right subject without the fact that is asked for."""

import tomllib
from pathlib import Path

import pytest

from rag.questions.facts.answer_types import carries_all, facts_asked

CASES = tomllib.loads(Path(__file__).with_name("near_misses.toml").read_text("utf-8"))["case"]


def _pairs(side: str) -> list[tuple[str, str]]:
    return [(case["question"], sentence) for case in CASES for sentence in case[side]]


@pytest.mark.parametrize(("question", "sentence"), _pairs("states"))
def test_the_fact_asked_for(question: str, sentence: str) -> None:
    assert carries_all(facts_asked(question), sentence)


@pytest.mark.parametrize(("question", "sentence"), _pairs("silent"))
def test_only_the_subject(question: str, sentence: str) -> None:
    assert not carries_all(facts_asked(question), sentence)


@pytest.mark.parametrize(
    "question",
    [
        "what does it say about fathers",
        "what drugs and alcohol problem did mother have",
        "give me the exact sentence on supervision",
        "what sentence in the report is about neglect",
        "what is the school's part in this",
        "what support did she get",
        "why was the case closed",
        "what were the barriers",
        "what lessons are there on hospitals",
        "when should a meeting be called",
        "when must a worker tell the police",
        "when teachers see a mark what are they meant to do",
        "What good practice in working with parents does it see?",
    ],
)
def test_a_question_that_wants_no_kind_of_fact(question: str) -> None:
    assert facts_asked(question) == ()
