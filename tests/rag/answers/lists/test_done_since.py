"""What a board has promised or done since: the actions of its response, all that speak of it."""

import pytest
from made_libraries import NOTHING, open_faked, write

from rag.answer import Answer
from rag.assistant import ask
from rag.index.indexing import sync
from rag.index.library import Library

RESPONSE = """# Response to the Serious Case Review: Child W

Anyshire Safeguarding Children Partnership, March 2021

## THEME 1: Supervision

### Finding W1

Supervision of the health visitor was put off twice, and nobody read the chronology.

### Recommendation 1

The Board should ask how supervision is recorded.

### Actions already taken

- Supervision is now booked for the whole year.
- A newsletter on chronologies went to every school.

### How will we know

- An audit will show that supervision is held.

## THEME 2: Grandparents

### Finding W2

Nobody asked what the grandmother could offer.

### Actions already taken

- The genogram form has a line for grandparents.

### How will we know

- Records will name the wider family.
"""
BULLETIN = """# Learning Bulletin: Baby V

Otherton Safeguarding Children Board, 2015

## Findings

- The lodger was not known to the midwife, and nothing was done about the damp.
"""


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Library:
    folder = tmp_path_factory.mktemp("response")
    library = open_faked(folder / "data")
    corpus = write(folder / "corpus", child_w=RESPONSE, baby_v=BULLETIN)
    sync(library, corpus, register=NOTHING)
    return library


def kinds(answer: Answer) -> list[str]:
    return [citation.kind for citation in answer.citations]


@pytest.mark.parametrize(
    "typed",
    [
        "what has Anyshire said it will do about supervision after child W",
        "what has been done about supervision since child W",
        "what did the board promise to do about supervision, child W",
        "what have they agreed to do about supervision in child W",
        "what steps did the partnership take on supervision after child W",
        "what's changed for supervision since child W",
    ],
)
def test_the_actions_that_speak_of_it_and_nothing_else(library: Library, typed: str) -> None:
    answer = ask(library, [typed])
    assert answer.status == "answered"
    assert set(kinds(answer)) == {"action"}
    assert any("booked for the whole year" in c.quote for c in answer.citations)
    assert not any("genogram" in c.quote for c in answer.citations)


@pytest.mark.parametrize(
    "typed", ["what has Anyshire promised to do after child W", "what has changed since child W"]
)
def test_all_of_them_where_there_is_no_topic(library: Library, typed: str) -> None:
    assert kinds(ask(library, [typed])) == ["action"] * 3


@pytest.mark.parametrize(
    "typed",
    [
        "what did the health visitor do about the chronology in child W",
        "what could have been done about supervision in child W",
        "what had been done about the damp in baby V",
    ],
)
def test_what_was_done_in_the_case_is_another_question(library: Library, typed: str) -> None:
    assert set(kinds(ask(library, [typed]))) != {"action"}


@pytest.mark.parametrize(
    "typed",
    [
        "all the 'how will we know' statements in child W",
        "how will they know it worked, child W",
        "how will Anyshire know practice has improved, child W",
        "list all the measures in child W",
    ],
)
def test_every_measure(library: Library, typed: str) -> None:
    assert kinds(ask(library, [typed])) == ["measure"] * 2


def test_measures_of_each_theme_stand_under_it(library: Library) -> None:
    answer = ask(library, ["the 'how will we know' statements of child W please, every theme"])
    assert kinds(answer) == ["theme", "measure"] * 2


def test_a_heading_printed_again_and_again_is_all_that_stands_under_it(library: Library) -> None:
    answer = ask(library, ['what is under "Actions already taken" in child W'])
    assert kinds(answer) == ["action"] * 3
