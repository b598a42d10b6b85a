"""The order of events in a review's own words: dated sentences, earliest first."""

import pytest
from made_libraries import NOTHING, open_faked, write

from rag.assistant import ask
from rag.index.indexing import sync
from rag.index.library import Library

CHILD_T = """# Serious Case Review: Child T

Newshire Safeguarding Children Board, 2018

## What happened

In March 2016 the health visitor saw a bruise on his arm.
He was born in the spring of 2015, six weeks early.
The nursery rang the duty team on 4 March 2016 about the bruise.
His father moved out one evening. The dog bit him on 9 January 2016.

## Recommendations

- The Board should audit bruises by 1 May 2019.
"""
CHILD_U = """# Serious Case Review: Child U

Eastshire Safeguarding Children Board, 2019

## What happened

She was seen by her school each day, and nobody wrote a chronology.
"""


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Library:
    folder = tmp_path_factory.mktemp("timeline")
    library = open_faked(folder / "data")
    sync(library, write(folder / "corpus", child_t=CHILD_T, child_u=CHILD_U), register=NOTHING)
    return library


@pytest.mark.parametrize(
    "question",
    [
        "Child T chronology",
        "timeline of events, Child T",
        "please put what happened to Child T in date order",
        "give me a timeline for Child T",
        "take me through what happened to Child T from start to finish",
    ],
)
def test_dated_sentences_stand_in_order_under_their_dates(library: Library, question: str) -> None:
    answer = ask(library, [question])
    assert answer.form == "timeline"
    assert [s.text for s in answer.statements if s.heading] == [
        "2015", "9 January 2016", "March 2016", "4 March 2016",
    ]  # fmt: skip
    assert [c.quote.split()[0] for c in answer.citations] == ["He", "The", "In", "The"]
    assert "What has no date is left out." in answer.statements[0].text


def test_a_topic_narrows_what_is_told(library: Library) -> None:
    answer = ask(library, ["timeline of the bruise in Child T"])
    assert all("bruise" in c.quote for c in answer.citations)
    assert len(answer.citations) == 2


@pytest.mark.parametrize(
    "question", ["did anyone write a chronology in Child U", "Child U chronology"]
)
def test_what_dates_nothing_is_searched(library: Library, question: str) -> None:
    assert ask(library, [question]).way == "search"
