"""Lists by addressee, where no heading says whose they are: who "should" or is "to" act."""

import pytest
from made_libraries import NOTHING, open_faked, write

from rag.assistant import ask
from rag.index.indexing import sync
from rag.index.library import Library

CHILD_T = """# Serious Case Review: Child T

Newshire Safeguarding Children Board, 2018

## Findings

- A bruise on a baby who could not crawl was not referred.

## Recommendations

1. The Board should publish advice on bruises.
2. The hospital trust should tell the midwife about each bruise.
3. NSCB to audit the referrals of one year, and the trust should help.
4. The Board and the trust should meet each month.
"""


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Library:
    folder = tmp_path_factory.mktemp("addressed")
    library = open_faked(folder / "data")
    sync(library, write(folder / "corpus", child_t=CHILD_T), register=NOTHING)
    return library


@pytest.mark.parametrize(
    ("question", "numbers"),
    [
        ("List every recommendation that is addressed to the Board in Child T", "14"),
        ("which recommendations of Child T are for the trust?", "24"),
        ("recommendations made to the Board or the NSCB in Child T", "134"),
    ],
)
def test_those_who_are_to_act_are_the_addressees(
    library: Library, question: str, numbers: str
) -> None:
    answer = ask(library, [question])
    assert [c.label for c in answer.citations] == [f"Recommendation {n}" for n in numbers]


def test_a_topic_narrows_what_is_addressed_to_them(library: Library) -> None:
    answer = ask(library, ["recommendations addressed to the Board about bruises in Child T"])
    assert [c.label for c in answer.citations] == ["Recommendation 1"]
