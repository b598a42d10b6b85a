"""Facts told in other words than they are asked in, and subjects that have only a verb in common
with the review."""

from pathlib import Path

import pytest
from made_libraries import NOTHING, open_with_model, review, write

from rag.assistant import ask
from rag.index.indexing import sync
from rag.index.library import Library

SENTENCES = (
    "Children's Social Care undertook four core assessments of the family in all.",
    "In March 2011 Child Y went to stay with a member of the extended family, and came back to"
    " Mother's care in July 2012.",
    "None of the midwives was aware of the rule on bruises, and so nobody was told.",
    "Child Z was born early and spent nine weeks in hospital after birth.",
    "Deciding whether to hold a meeting should rest on what is known of the child.",
    "The board runs a survey of staff every year and will add a question on the lessons.",
    "The home conditions checklist should be brought into use within six months.",
    "Child Z was found unresponsive and died as a result of drowning.",
    "The youth club was asked for help with transport.",
)


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Library:
    folder: Path = tmp_path_factory.mktemp("facts")
    library = open_with_model(folder / "data")
    sync(library, write(folder / "corpus", **{"child-z": review(*SENTENCES)}), register=NOTHING)
    return library


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("number of core assessments childrens social care did before child Z died", "four core"),
        ("when did child Z's half sibling go to stay with family and when did they come back",
         "March 2011"),
        ("where did child Z's brother go to stay", "extended family"),
        ("why did child Z die", "drowning"),
        ("how long was child Z in hospital", "nine weeks"),
        ("how many midwives were aware of the rule on bruises in child Z", "None of"),
    ],
)  # fmt: skip
def test_it_is_answered(library: Library, question: str, told: str) -> None:
    answer = ask(library, [question])
    assert answer.status == "answered"
    assert told in answer.citations[0].quote


@pytest.mark.parametrize(
    "question",
    [
        "what did the inquest decide about child Z",
        "how many midwives took part in the child Z review",
        "how many weeks early was child Z",
        "what did the survey of staff come back with in child Z",
        "what did the family score on the home conditions checklist in child Z",
        "where did child Z's father go to live afterwards",
    ],
)
def test_it_is_not_stated(library: Library, question: str) -> None:
    assert ask(library, [question]).status == "refused"
