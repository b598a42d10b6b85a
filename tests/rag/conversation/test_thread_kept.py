"""Follow-ups that go on from an answer in few words: the turns -> the units quoted last."""

from pathlib import Path

import pytest
from made_libraries import NOTHING, open_faked, write
from made_reviews import BABY_V, CHILD_T, CHILD_W

from rag.assistant import ask
from rag.index.indexing import sync
from rag.index.library import Library

CHILD_XG = """# Response to the review of Child XG

Westshire Safeguarding Partnership, 2022

Author: Ms RT, Westshire

## Findings

### Finding XG1

The visits were cancelled and nobody rang. It took a week to arrange others.

### Lesson XG1.1

Ring on the same day when a visit is cancelled.

### Lesson XG1.2

Write down why a visit is cancelled.

### Finding XG2

The nursery was not told about the fire.

### Lesson XG2.1

Tell the nursery about each fire within 4 weeks.

## What families told us

The staff of the nursery kept in touch each week. This was good practice and helped the father.
"""


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Library:
    folder = tmp_path_factory.mktemp("thread")
    reviews = {"child_w": CHILD_W, "baby_v": BABY_V, "child_t": CHILD_T, "child_xg": CHILD_XG}
    library = open_faked(folder / "data")
    sync(library, write(folder / "corpus", **reviews), register=NOTHING)
    return library


KEPT = [
    ("findings of baby V | explain the third one", ["His voice"]),
    ("findings of baby V | explain number 3", ["His voice"]),
    ("findings of baby V | what does the fourth one mean", ["His father"]),
    ("lesson XG1.1 | and 2.1", ["Tell the nursery"]),
    ("lesson XG1.1 | and 2.1 | and 1.2", ["Write down"]),
    ("XG 2.1", ["Tell the nursery"]),
    ("what does lesson XG 1.2 say", ["Write down"]),
    ("lesson 2.1 of child XG", ["Tell the nursery"]),
    ("recommendation 1 | child W police", ["Record every visit"]),
    ("recommendation 2 | the child w schools one", ["Keep one file"]),
    ("police recs child W | who is told in the second one", ["Tell the health visitor"]),
    ("lessons of child XG | what is the deadline for the last one", ["Tell the nursery"]),
    ("what does child W say about the police | only recommendations please", []),
    (
        "what does baby V say about growth charts | only recommendations please",
        ["The Board should"],
    ),
    ("findings of baby V | which is the clearest", ["The school saw"]),
    (
        "what reviews have you got | what are the findings of the second one",
        ["A bruise", "The dog"],
    ),
    (
        "what reviews have you got | list the findings of the last one",
        ["The visits", "The nursery"],
    ),
    ("finding XG1 in full | shorter please", ["The visits were cancelled and nobody rang."]),
]


@pytest.mark.parametrize(("talk", "openings"), KEPT)
def test_the_thread_is_kept(library: Library, talk: str, openings: list[str]) -> None:
    shown = [c.quote for c in ask(library, talk.split(" | ")).citations]
    assert [s[: len(o)] for s, o in zip(shown, openings, strict=False)] == openings
    assert shown


def test_a_shorter_answer_has_less_of_the_same(library: Library) -> None:
    turns = ["what do the reviews say about the father", "shorter please"]
    before, after = ask(library, turns[:1]), ask(library, turns)
    assert len(after.text) < len(before.text)
    assert {c.unit for c in after.citations} <= {c.unit for c in before.citations}


def test_two_reviews_asked_one_after_the_other_are_compared(library: Library) -> None:
    turns = ["what does child W say about the dog", "and child T?", "how are they different"]
    assert len({c.document for c in ask(library, turns).citations}) == 2


def test_a_third_review_after_two_were_compared_may_say_nothing(library: Library) -> None:
    turns = ["compare child W and child T on bruising", "and child XG"]
    given = ask(library, turns)
    assert (given.status, given.reason) == ("refused", "not_stated")
    assert "bruising" in given.text


def test_good_practice_that_is_not_listed_is_quoted_and_said_to_be_none(library: Library) -> None:
    given = ask(library, ["what went well in child XG"])
    assert given.statements[0].text.startswith("Nothing in Child XG")
    assert "This was good practice" in given.text


def test_a_heading_chooses_among_units_of_one_number(tmp_path: Path) -> None:
    text = """# Learning: Child Y

## Quiet fathers

Learning point 1

Ask about the father.

## Cold homes

Learning point 1

Feel the radiator.
"""
    library = open_faked(tmp_path / "data")
    sync(library, write(tmp_path / "corpus", child_y=text), register=NOTHING)
    given = ask(library, ["learning point 1 child Y cold homes"])
    assert "radiator" in given.text
