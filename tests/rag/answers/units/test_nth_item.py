"""One item of a list, by its place: of a unit, of a section, of a kind of unit."""

import pytest
from made_libraries import NOTHING, open_faked, write

from rag.assistant import ask
from rag.index.indexing import sync
from rag.index.library import Library

BULLETIN = """# Learning Bulletin: Child W

Anyshire Safeguarding Children Partnership, March 2021

## Family history

- The father had lost his job.
- The mother was from Otherton.
- The aunt moved in.

## Findings

### Finding 1

Nobody kept a chronology.

- The school wrote notes on paper.
- The clinic lost its notes.

## Recommendations

- The Board should buy a shared diary.
- The Board should ask for an audit.
"""


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Library:
    folder = tmp_path_factory.mktemp("items")
    library = open_faked(folder / "data")
    sync(library, write(folder / "corpus", child_w=BULLETIN), register=NOTHING)
    return library


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("the second bullet under finding 1 in child W", "The clinic lost its notes."),
        ("last item under family history, child W", "The aunt moved in."),
        ("what is the first point under recommendations in child W",
         "The Board should buy a shared diary."),
    ],
)  # fmt: skip
def test_that_item_alone(library: Library, typed: str, expected: str) -> None:
    assert [citation.quote for citation in ask(library, [typed]).citations] == [expected]


def test_an_item_that_is_not_there_is_not_another(library: Library) -> None:
    answer = ask(library, ["the ninth bullet under finding 1 in child W"])
    assert (answer.status, answer.reason) == ("refused", "no_such_unit")
