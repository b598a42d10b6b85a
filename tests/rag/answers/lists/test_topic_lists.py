"""Lists about a topic: complete, in document order, with their number; and lists of whom nothing is
addressed to."""

from pathlib import Path

import pytest
from made_libraries import NOTHING, open_faked, write

from rag.answer import Answer
from rag.assistant import ask
from rag.index.indexing import sync
from rag.index.library import Library

CHILD_W = """# Serious Case Review: Child W

Anyshire Safeguarding Children Partnership, March 2021

## Findings

### Finding 1

Information about the lodger was not passed on by the nursery.

### Finding 2

Nobody saw the drawings that she made.

## Recommendations

### POLICE

- 1) Sharing of information with the nursery must be written down.
- 2) Keep the log of every call up to date.

### HEALTH

- 1) Share information about bed sharing with every new father.
- 2) Weigh the baby at each visit, and tell the health visitor what was found.
- 3) Train staff on the sharing of a room with a baby.

### CHILDREN'S SOCIAL CARE

- 1) Managers should check that supervision is held each month.
"""
BABY_V = """# Serious Case Review: Baby V

Otherton Safeguarding Children Board, 2015

## Recommendations

- The Board should ask how information sharing between the hospital and the school is going.
- The Board should find out who the dads are and who looks after the children at night.

## Lessons

- The growth chart was lost.
"""


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Library:
    folder = tmp_path_factory.mktemp("lists")
    library = open_faked(folder / "data")
    sync(library, write(folder / "corpus", child_w=CHILD_W, baby_v=BABY_V), register=NOTHING)
    return library


def opens(answer: Answer) -> list[str]:
    return [" ".join(citation.quote.split()[:2]) for citation in answer.citations]


EVERY = [
    "Sharing of",
    "Keep the",
    "Share information",
    "Weigh the",
    "Train staff",
    "Managers should",
]
LISTS = [
    ("recommendations about information sharing in child W", ["Sharing of", "Share information"]),
    ("which recommendations mention supervision", ["Managers should"]),
    ("recommendations on fathers", ["The Board", "Share information"]),
    ("every recommendation about fathers or supervision",
     ["The Board", "Share information", "Managers should"]),
    ("all the recs that mention the police in child W", ["Sharing of", "Keep the"]),
    ("the police recommendations, child W", ["Sharing of", "Keep the"]),
    ("list the recommendations about the nursery", ["Sharing of"]),
    ("how many recommendations are about a baby", ["Weigh the", "Train staff"]),
    ("what did each agency have to do in child W",
     EVERY),
    ("recommendations for each agency, child W",
     EVERY),
    ("what was expected of the police in child W", ["Sharing of", "Keep the"]),
    ("last two recommendations for health in child W", ["Weigh the", "Train staff"]),
    ("first three recommendations in child W", ["Sharing of", "Keep the", "Share information"]),
]  # fmt: skip


@pytest.mark.parametrize(("typed", "expected"), LISTS)
def test_every_unit_that_speaks_of_it_and_no_other(
    library: Library, typed: str, expected: list[str]
) -> None:
    answer = ask(library, [typed])
    assert (answer.status, opens(answer)) == ("answered", expected)


def test_the_lead_says_how_many_and_cites_them(library: Library) -> None:
    answer = ask(library, ["all recommendations about information sharing"])
    lead = answer.statements[0]
    assert lead.text == "3 recommendations in 2 reviews speak of this:"
    assert lead.citations == (1, 2, 3)
    assert len([s for s in answer.statements if s.heading]) == 2
    alone = ask(library, ["recommendations about supervision"]).statements[0].text
    assert alone == "1 recommendation of Child W speaks of this:"


def test_reviews_are_counted_where_reviews_are_asked_for(library: Library) -> None:
    for which in ("which reviews have", "how many reviews have"):
        lead = ask(library, [f"{which} recommendations about supervision"]).statements[0].text
        assert lead == "1 of the 2 reviews has 1 recommendation that speaks of this:"


def test_one_is_looked_for_as_before(library: Library) -> None:
    lead = ask(library, ["the recommendation about supervision, child W"]).statements[0]
    assert lead.verbatim


@pytest.mark.parametrize("typed", ["recommendations for health visitors", "health visitor recs"])
def test_whom_none_is_addressed_to_may_be_mentioned(library: Library, typed: str) -> None:
    answer = ask(library, [typed])
    assert (answer.status, answer.reason) == ("partial", "no_such_unit")
    assert answer.statements[0].text.startswith("No recommendation is addressed to health visitor")
    assert opens(answer) == ["Weigh the"]


def test_an_owner_is_named_by_more_than_a_shared_word(library: Library) -> None:
    assert len(ask(library, ["recommendations for health in child W"]).citations) == 3
    assert len(ask(library, ["recommendations for health professionals"]).citations) == 3


def test_whom_nothing_mentions_has_none(library: Library) -> None:
    answer = ask(library, ["recommendations for midwives in child W"])
    assert (answer.status, answer.reason) == ("refused", "no_such_unit")


def test_a_kind_that_does_not_speak_of_it_is_said_not_to(library: Library) -> None:
    answer = ask(library, ["every finding that mentions supervision"])
    assert answer.status == "partial"
    assert answer.statements[0].text.startswith("No finding speaks of this in so many words.")
    assert opens(answer)[0] == "Managers should"


def test_a_list_has_what_stands_outside_the_heading_too(tmp_path: Path) -> None:
    text = """# Learning briefing: Child R

## Invisible fathers

### Learning points

- Ask every mother about the men in the home.

## Bruises

### Learning points

- Tell the father of every bruise.
- Report a bruise on the same day.
"""
    library = open_faked(tmp_path / "data")
    sync(library, write(tmp_path / "corpus", child_r=text), register=NOTHING)
    assert opens(ask(library, ["learning points about fathers in child R"])) == [
        "Ask every", "Tell the",
    ]  # fmt: skip
    assert opens(ask(library, ["learning points under invisible fathers in child R"])) == [
        "Ask every"
    ]


def test_long_lists_are_complete_and_shortened(tmp_path: Path) -> None:
    more = " The panel heard of many other matters that winter, none of which is of any help." * 3
    points = "\n".join(f"- {n}) Ask the father about night {n}.{more}" for n in range(1, 9))
    text = f"# Review: Child S\n\n## Recommendations\n\n{points}\n"
    library = open_faked(tmp_path / "data")
    sync(library, write(tmp_path / "corpus", child_s=text), register=NOTHING)
    answer = ask(library, ["all recommendations about fathers"])
    assert len(answer.citations) == 8
    lengths = [len(c.quote.split()) for c in answer.citations]
    assert min(lengths[:2]) > 40 > max(lengths[2:])
    assert all("father" in c.quote for c in answer.citations)
