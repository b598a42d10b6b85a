"""A line of the front matter is given as the document prints it, or left to the other ways."""

from collections.abc import Iterator

import pytest
from made_reports import GREEN, open_reports

from rag.answers.facts.front_matter import answer_front_matter
from rag.answers.filters import Filter
from rag.assistant import ask
from rag.index.library import Library
from rag.questions.understanding import understand


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Library]:
    with open_reports(tmp_path_factory.mktemp("front")) as opened:
        yield opened


@pytest.mark.parametrize(
    ("question", "quotes"),
    [
        ("who was the coroner for Samuel Green", ["Dr Jane Mary BROWN"]),
        ("when is the reply due in the Samuel Green case", ["9 June 2022"]),
        ("who was the Samuel Green report sent to",
         ["1. The Chief Executive, Anyshire NHS Foundation Trust"]),
        ("coroner and date of death of Samuel Green", ["Dr Jane Mary BROWN", "28th April 2021"]),
        ("who was the lead inspector of Elmshire", ["Lead inspector: Jane Smith"]),
    ],
)  # fmt: skip
def test_the_line_as_printed(library: Library, question: str, quotes: list[str]) -> None:
    answer = ask(library, [question])
    assert (answer.status, answer.way) == ("answered", "front_matter")
    assert [citation.quote for citation in answer.citations] == quotes


@pytest.mark.parametrize(
    "question",
    [
        "who was the author of the Samuel Green report",
        "who was the coroner and who was the author of the Samuel Green report",
        "who was the author",
        "what did the coroner say about the ward of Samuel Green",
    ],
    ids=["not printed", "one of two not printed", "of no document", "no such line"],
)
def test_left_to_the_other_ways(library: Library, question: str) -> None:
    assert answer_front_matter(library, understand(question, library)) is None


def test_a_line_is_asked_of_the_document_talked_about(library: Library) -> None:
    turns = ["What does the Samuel Green case say about the school?", "who was the coroner?"]
    answer = ask(library, turns)
    assert [citation.quote for citation in answer.citations] == ["Dr Jane Mary BROWN"]


def test_a_line_outside_the_filter_is_left_to_the_other_ways(library: Library) -> None:
    within = Filter(documents=frozenset({GREEN}), units=frozenset({"concern"}))
    answer = ask(library, ["who was the coroner for Samuel Green"], within=within)
    assert answer.way != "front_matter"
