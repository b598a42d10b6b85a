"""What stands under a heading: named in other words, in another order, in part or not at all."""

import pytest
from made_libraries import NOTHING, open_faked, write

from rag.answers.units.headed import NO_THEMES
from rag.assistant import ask
from rag.index.indexing import sync
from rag.index.library import Library

BULLETIN = """# Learning Bulletin: Child W

Anyshire Safeguarding Children Partnership, March 2021

## Indicators of risk and vulnerability

- The father had lost his job.
- A tooth was missing.

## Arrangements for the serious case review

- The panel met on four Tuesdays.

## Did you know

- Two in five calls come at night.

## Learning for practitioners: look again

- Ask who else sleeps in the house.

## Key messages

- Practitioners were moved between teams.

## Key messages for drivers

- Wait at the gate.
"""
OTHER = """# Learning Bulletin: Baby V

Otherton Safeguarding Children Board, 2015

## Findings

- The growth chart was lost.
"""


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Library:
    folder = tmp_path_factory.mktemp("headed")
    library = open_faked(folder / "data")
    sync(library, write(folder / "corpus", child_w=BULLETIN, baby_v=OTHER), register=NOTHING)
    return library


RISKS = ["The father had lost his job.", "A tooth was missing."]


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("what were the signs of risk and vulnerability in the Child W family", RISKS),
        ("vulnerability and risk in child W's family", RISKS),
        ("red flags in child W", RISKS),
        ("what does the arrangements section say in child W",
         ["The panel met on four Tuesdays."]),
        ("arrangements for the review, child W", ["The panel met on four Tuesdays."]),
        ("did you know section child W", ["Two in five calls come at night."]),
        ("key messages for practitioners in child W", ["Ask who else sleeps in the house."]),
    ],
)  # fmt: skip
def test_all_of_it_and_no_more(library: Library, typed: str, expected: list[str]) -> None:
    answer = ask(library, [typed])
    assert answer.status == "answered"
    assert [citation.quote for citation in answer.citations] == expected


def test_the_headings_themselves(library: Library) -> None:
    answer = ask(library, ["what are the headings of the child W bulletin"])
    assert [c.quote for c in answer.citations][:2] == [
        "Indicators of risk and vulnerability",
        "Arrangements for the serious case review",
    ]
    assert len(answer.citations) == 6


def test_headings_stand_for_themes_where_none_is_named(library: Library) -> None:
    answer = ask(library, ["what are the themes of the child W bulletin"])
    assert answer.statements[0].text == NO_THEMES
    assert len(answer.citations) == 6


@pytest.mark.parametrize("typed", ["what did the father of child W lose", "risk in child W"])
def test_a_word_of_a_heading_is_not_its_name(library: Library, typed: str) -> None:
    assert [c.quote for c in ask(library, [typed]).citations] != RISKS
