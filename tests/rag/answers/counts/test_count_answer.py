"""How many: units by review and by owner, and reviews that do or do not speak of something."""

from pathlib import Path

import pytest
from made_libraries import NOTHING, open_faked, write

from rag.answers.counts.counting_reviews import answer_count_of_reviews
from rag.assistant import ask
from rag.index.indexing import sync
from rag.index.library import Library
from rag.questions.understanding import understand

CHILD_W = """# Serious Case Review: Child W

Anyshire Safeguarding Children Partnership, March 2021

## Background

There was no history of domestic violence or drug misuse in the family.

## Findings

### Finding 1

The neglect was seen by the school. Nobody wrote it down, and nobody asked the family about the
winter in which the heating was broken.

### Finding 2

The log was not read.

## Recommendations

### POLICE

- 1) Read the log.
- 2) Sign the log.
- 3) Keep the log.

### SCHOOLS

- 1) Write down what is seen.
"""
BABY_V = """# Serious Case Review: Baby V

Otherton Safeguarding Children Board, 2015

## What is a serious case review?

A review is held where neglect or abuse of a child is known or suspected.

## Findings

- Mother told the midwife of domestic violence.
"""


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Library:
    folder = tmp_path_factory.mktemp("counts")
    library = open_faked(folder / "data")
    sync(library, write(folder / "corpus", child_w=CHILD_W, baby_v=BABY_V), register=NOTHING)
    return library


@pytest.mark.parametrize(
    "typed",
    ["how many findings in each review?", "how many findings", "which reviews have findings"],
)
def test_findings_by_review(library: Library, typed: str) -> None:
    answer = ask(library, [typed])
    assert [s.text for s in answer.statements] == [
        "3 findings in 2 reviews:", "Baby V, Otherton: 1", "Child W, Anyshire: 2",
    ]  # fmt: skip
    assert [s.citations for s in answer.statements] == [(1, 2, 3), (1,), (2, 3)]


def test_which_has_the_most(library: Library) -> None:
    lines = [s.text for s in ask(library, ["which review has the most findings"]).statements]
    assert lines[1:] == ["Child W, Anyshire: 2", "Baby V, Otherton: 1"]
    lines = [s.text for s in ask(library, ["which agency has the most recommendations"]).statements]
    assert lines == ["4 recommendations of Child W:", "Police: 3", "Schools: 1"]


def test_recommendations_by_owner(library: Library) -> None:
    answer = ask(library, ["how many recommendations does each agency have?"])
    assert [s.text for s in answer.statements] == [
        "4 recommendations of Child W:", "Police: 3", "Schools: 1",
    ]  # fmt: skip


def test_the_number_comes_first_and_the_units_briefly(library: Library) -> None:
    answer = ask(library, ["how many findings does child W have"])
    assert answer.statements[0].text == "2 findings:"
    assert answer.citations[0].quote == "The neglect was seen by the school."


def test_several_kinds_are_counted_apart(library: Library) -> None:
    answer = ask(library, ["how many findings and recommendations are there in child W"])
    assert answer.statements[0].text == "2 findings and 4 recommendations:"


@pytest.mark.parametrize(
    ("typed", "lead"),
    [
        # What is only denied or explained is not counted, and not said to be missing either.
        ("how many reviews involved domestic violence?", "1 of the 2 reviews speaks of this."),
        ("how many of the reviews mention neglect", "1 of the 2 reviews speaks of this."),
        ("how many reviews involved a midwife",
         "1 of the 2 reviews speaks of this. Nothing of it was found in Child W."),
    ],
)  # fmt: skip
def test_reviews_that_speak_of_something(library: Library, typed: str, lead: str) -> None:
    answer = ask(library, [typed])
    assert answer.statements[0].text == lead
    assert len(answer.citations) == 1


@pytest.mark.parametrize(
    ("typed", "lead"),
    [
        ("how many reviews mention neglect or domestic violence",
         "Both reviews speak of this."),
        ("how many reviews mention neglect and the school", "1 of the 2 reviews speaks of this."),
    ],
)  # fmt: skip
def test_of_two_subjects_one_will_do_only_where_it_says_or(
    library: Library, typed: str, lead: str
) -> None:
    answer = ask(library, [typed])
    assert answer.statements[0].text == lead
    assert len(answer.citations) == len({c.unit for c in answer.citations})


@pytest.mark.parametrize(
    ("typed", "lead"),
    [
        ("which reviews don't mention a midwife",
         "Nothing of it was found in Child W. 1 of the 2 reviews speaks of this."),
        ("which of the reviews say nothing about neglect",
         "No more than a heading, a link or a denial of it stands in Baby V."
         " 1 of the 2 reviews speaks of this."),
        ("are there any reviews that leave out neglect or domestic violence",
         "Both reviews speak of this."),
        ("which reviews do not talk about neglect and the school",
         "No more than a heading, a link or a denial of it stands in Baby V."
         " 1 of the 2 reviews speaks of this."),
    ],
)  # fmt: skip
def test_reviews_that_are_silent_are_named_first(library: Library, typed: str, lead: str) -> None:
    answer = ask(library, [typed])
    assert answer.statements[0].text == lead
    assert answer.citations


def test_where_all_are_silent_it_is_not_stated(library: Library) -> None:
    assert ask(library, ["which reviews don't mention trampolines"]).reason == "not_stated"


def test_a_review_with_one_of_two_subjects_is_neither_counted_nor_silent(tmp_path: Path) -> None:
    library = open_faked(tmp_path / "data")
    part = BABY_V.replace("Mother told the midwife of domestic violence", "The school was closed")
    files = write(tmp_path / "corpus", child_w=CHILD_W, baby_v=part)
    sync(library, files, register=NOTHING)
    lead = ask(library, ["how many reviews mention neglect and the school"]).statements[0].text
    assert lead == "1 of the 2 reviews speaks of this. A part of it stands in Baby V."


@pytest.mark.parametrize(
    "typed",
    [
        "how many reviews involved trafficking",
        "how many reviews mention neglect and domestic violence",
        "how many reviews were there nationally last year that involved neglect",
        "how many visits were made to child W",
    ],
)
def test_what_is_not_counted_here(library: Library, typed: str) -> None:
    assert answer_count_of_reviews(library, understand(typed, library)) is None


def test_a_list_of_all_reviews_is_counted(library: Library) -> None:
    assert ask(library, ["what are the findings"]).status == "clarify"
    assert ask(library, ["findings of all the reviews"]).statements[0].text.startswith("3 findings")
