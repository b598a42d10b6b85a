"""A review summed up in its own words."""

from pathlib import Path

import pytest
from made_libraries import NOTHING, open_faked, write

from rag.assistant import ask
from rag.index.indexing import sync
from rag.index.library import Library

STORY = """# Serious Case Review: Child W

Anyshire Safeguarding Children Board, 2019

## Introduction

This review was asked for by the Board and read by all its partners in the year after.

## Circumstances of the case

Child W lived with her mother and a lodger in a flat above a shop. The mother worked nights.

The flat was cold for most of the winter and the landlord was asked twice to mend the window.

In May 2018 Child W was found injured on the stairs. Her leg was fractured in two places.

## Findings

1. Nobody asked who else lived in the flat. It was a small place.
2. The nurse did not see the child on four visits.
"""
NO_STORY = """# Review: Baby V

Otherton Safeguarding Children Board, 2015

## Lessons

- The school must be told of every move.
- The board must count the visits that were missed.
"""


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Library:
    folder: Path = tmp_path_factory.mktemp("summed")
    library = open_faked(folder / "data")
    sync(library, write(folder / "corpus", child_w=STORY, baby_v=NO_STORY), register=NOTHING)
    return library


@pytest.mark.parametrize(
    "question",
    [
        "summarise the Child W review", "what happened to child W",
        "short version of child W for my team", "child w in a nutshell",
    ],
)  # fmt: skip
def test_tells_what_happened_and_what_was_learned(library: Library, question: str) -> None:
    answer = ask(library, [question])
    assert answer.status == "answered"
    headings = [s.text for s in answer.statements if not s.citations]
    assert headings == ["In brief", "What was learned"]
    told = " ".join(c.quote for c in answer.citations)
    assert "lived with her mother" in told
    assert "found injured" in told
    assert "asked for by the Board" not in told
    assert "Nobody asked who else" in told
    assert "small place" not in told


def test_without_a_story_it_tells_the_learning(library: Library) -> None:
    answer = ask(library, ["sum up baby V"])
    assert [s.text for s in answer.statements if not s.citations] == ["What was learned"]
    assert len(answer.citations) == 2


def test_a_summary_of_something_in_particular_is_searched_for(library: Library) -> None:
    answer = ask(library, ["summarise what child W says about the nurse's visits"])
    assert answer.citations[0].quote.startswith("The nurse did not see")


@pytest.mark.parametrize(
    "question", ["child W", "tell me about child W", "and what is child W about?"]
)
def test_a_review_of_which_nothing_else_is_asked_is_summed_up(
    library: Library, question: str
) -> None:
    answer = ask(library, [question])
    assert answer.way == "summary"
    assert answer.statements[0].text == "In brief"


def test_another_year_beside_the_name_is_not_dropped(library: Library) -> None:
    assert "2018" in ask(library, ["tell me about child W in 2018"]).text
    assert ask(library, ["tell me about child W in 1987"]).way == "search"
