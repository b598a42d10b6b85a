"""A question about a unit that was just shown is answered from the unit and its theme first, and
what is new comes before what was shown."""

from dataclasses import replace
from pathlib import Path

import pytest
from made_libraries import NOTHING, open_faked, write
from made_reviews import BABY_V, CHILD_W

from rag.assistant import ask
from rag.evidence.looking import look
from rag.index.indexing import sync
from rag.index.library import Library
from rag.questions.understanding import understand

RESPONSE = """# Response: Child XY

Farshire Safeguarding Children Partnership, June 2021

## Theme 1: Sleep

### Finding XY1

The cot stood beside the radiator and nobody asked about safer sleep.

- The midwife did not see the bedroom.
- The health visitor wrote that the cot was there.

### Lesson XY1.1

See where the baby sleeps at every visit.

### Recommendation 1

The Board should publish advice on safer sleep.

### Actions already taken

- A leaflet on safer sleep was given to every ward.
- An audit of bedroom checks will be made in spring.

### How will we know

- Every record names the room.

## Theme 2: Pets

### Finding XY2

The dog was strong and the landlord knew of two bites.

### Lesson XY2.1

Ask about pets and write down the answer.

### Recommendation 2

The Board should agree a form on pets.

## Background

1. The mother was nineteen and lived with the grandmother until spring.

2. The landlord asked the police about the dog in May.
"""
ACTIONS = ["A leaflet on", "An audit of"]
POINTS = ["The midwife", "The health visitor"]
CASES = [
    ("finding XY1 | what did professionals actually do wrong there", POINTS),
    ("finding XY1 | so what went wrong in that one", POINTS),
    ("finding XY1 of child XY | and what was missed", POINTS),
    ("whats finding XY1 | what did the health visitor do about that", POINTS[::-1]),
    ("finding XY1 | and what about the bedroom in it", POINTS),
    ("finding 1 of child W | so what went wrong there", ["No worker", "The father"]),
    ("finding 1 of child W | was he left out of the plan there", ["The father", "No worker"]),
    ("lesson XY1.1 | so what is the partnership doing about it", ACTIONS),
    ("lesson XY1.1 | what has been done about that", ACTIONS),
    ("lesson XY1.1 | what are they changing", ACTIONS),
    ("lesson XY1.1 | and how are they responding", ACTIONS),
    ("lesson XY1.1 | what did they promise", ACTIONS),
    ("finding XY1 | have they done anything about it", ACTIONS),
    ("theme 1 of child XY | what audit are they doing on that", ["An audit of"]),
    ("theme 1 of child XY | is there a leaflet on it", ["A leaflet on"]),
    ("finding XY1 | what should we do about it", ["The Board should publish"]),
    ("lesson XY2.1 | so what are they doing about it", ["The Board should agree"]),
    ("finding XY1 | thanks | so what are they doing about it", ACTIONS),
    ("finding XY2 | what about lesson XY1.1 | and what have they done about that", ACTIONS),
]
"""What the last answer quotes."""


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Library:
    folder: Path = tmp_path_factory.mktemp("inside")
    corpus = write(folder / "corpus", child_xy=RESPONSE, child_w=CHILD_W, baby_v=BABY_V)
    library = open_faked(folder / "data")
    sync(library, corpus, register=NOTHING)
    return library


def quotes(library: Library, talk: str) -> list[str]:
    return [citation.quote for citation in ask(library, talk.split(" | ")).citations]


@pytest.mark.parametrize(("talk", "openings"), CASES)
def test_the_unit_and_its_theme_come_first(
    library: Library, talk: str, openings: list[str]
) -> None:
    shown = quotes(library, talk)
    assert [s[: len(o)] for s, o in zip(shown, openings, strict=False)] == openings
    assert len(shown) == len(openings)


@pytest.mark.parametrize(
    ("talk", "opening"),
    [
        ("finding XY1 | did she live with the grandmother then", "The mother was nineteen"),
        ("finding XY2 | and was she living with her mother", "The mother was nineteen"),
        ("finding XY2 | did the landlord ask the police about it", "The landlord asked"),
    ],
)
def test_what_nothing_inside_speaks_of_is_sought_in_the_review(
    library: Library, talk: str, opening: str
) -> None:
    assert any(q.startswith(opening) for q in quotes(library, talk)[:2])


def test_the_fact_asked_for_must_stand_inside(library: Library) -> None:
    shown = quotes(library, "finding XY1 | how old was the mother in that one")
    assert not shown or "nineteen" in shown[0]


def test_what_is_new_comes_before_what_was_shown(library: Library) -> None:
    request = understand("the handover of the health visitors in the reviews", library)
    first, second = (e.focus for e in look(library, request).evidence[:2])
    after = replace(request, seen=frozenset({(first.document, first.unit.id)}))
    assert look(library, after).evidence[0].focus == second


@pytest.mark.parametrize(
    ("talk", "alone"),
    [
        ("fathers in baby V | and child W? | back to the baby V one", "fathers in baby V"),
        ("finding 2 of child W | findings of baby V | back to child W | next one",
         "finding 3 of child W"),
        ("findings of baby V | and child W | ok back to the baby V case | the second one",
         "findings of baby V | the second one"),
        ("recs for the police in child W | finding XY1 | going back to the child W review, "
         "and for schools?", "recs for schools in child W"),
    ],
)  # fmt: skip
def test_back_to_what_was_asked_of_a_review(library: Library, talk: str, alone: str) -> None:
    asked_alone = quotes(library, alone)
    assert quotes(library, talk)[: len(asked_alone)] == asked_alone != []


@pytest.mark.parametrize(
    ("talk", "alone"),
    [
        ("findings of baby V | sorry, child W not V", "findings of child W"),
        ("findings of baby V | no I meant child W", "findings of child W"),
        ("findings of baby V | oops, child W", "findings of child W"),
        ("findings of baby V | not baby V, child W", "findings of child W"),
        ("findings of baby V | wrong one, I meant W", "findings of child W"),
        ("finding 2 of child W | sorry, I meant 3", "finding 3 of child W"),
        ("finding 2 of child W | no, 3", "finding 3 of child W"),
        ("finding 2 of child W | actually make that 1", "finding 1 of child W"),
        ("recs for police in child W | sorry I meant schools", "recs for schools in child W"),
    ],
)
def test_what_is_taken_back_is_asked_anew(library: Library, talk: str, alone: str) -> None:
    assert quotes(library, talk) == quotes(library, alone) != []


@pytest.mark.parametrize(
    ("talk", "alone"),
    [
        ("finding 1 child W | next 2", "findings 2 and 3 of child W"),
        ("finding 1 child W | the next two", "findings 2 and 3 of child W"),
        ("finding 1 child W | 2 too?", "finding 2 child W"),
        ("finding 1 child W | same for 3", "finding 3 child W"),
        ("finding 1 child W | what about 2 and 3", "findings 2 and 3 of child W"),
        ("finding 1 child W | and 2 to 3", "findings 2 and 3 of child W"),
        ("finding 1 child W | ok and 2 | and 3", "finding 3 child W"),
    ],
)
def test_other_numbers(library: Library, talk: str, alone: str) -> None:
    assert quotes(library, talk) == quotes(library, alone) != []


def test_one_of_several_numbers_that_is_not_there_is_said(library: Library) -> None:
    answer = ask(library, ["finding 2 of child W", "what about 3 and 4"])
    assert (answer.status, answer.reason) == ("partial", "no_such_unit")
    assert [c.unit for c in answer.citations] == ["finding-3"]
