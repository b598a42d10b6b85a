"""Whether what would be shown states what was asked, of the subject that was asked about."""

from pathlib import Path

import pytest
from made_libraries import NOTHING, open_with_model, review, write

from rag.assistant import ask
from rag.index.indexing import sync
from rag.index.library import Library

SENTENCES = (
    "Mother was seriously ill after the birth, and she died in 2014.",
    "Child Z was taken to hospital by ambulance after bruises were seen on two visits.",
    "The panel met five times between June and August.",
    "Father was violent towards Mother and drank every day.",
    "The school nurse told the police the next day.",
    "Child Z was aged 9 months when the arm was fractured.",
    "A further audit of bruises is planned for twelve months' time.",
)


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Library:
    folder: Path = tmp_path_factory.mktemp("near")
    library = open_with_model(folder / "data")
    sync(library, write(folder / "corpus", **{"child-z": review(*SENTENCES)}), register=NOTHING)
    return library


@pytest.mark.parametrize(
    "question",
    [
        "how many times did the panel meet for child Z",
        "was there violence from child Z's father",
        "how old was child Z when the arm broke",
        "who told the police about child Z",
        "when did child Z's mother die",
        "did child Z's mum die",
        "which bone was broken, child Z",
    ],
)
def test_a_stated_fact_is_answered(library: Library, question: str) -> None:
    assert ask(library, [question]).status == "answered"


@pytest.mark.parametrize(
    "question",
    [
        "how many bruises did child Z have",
        "which hospital was child Z taken to",
        "did child Z die",
        "how old was child Z's father",
        "was child Z's father prosecuted",
        "did child Z have a disability",
        "was there a dog in child Z's house",
        "what was the ambulance service called, child Z",
        "how much did the panel cost, child Z",
    ],
)
def test_a_near_miss_is_refused(library: Library, question: str) -> None:
    given = ask(library, [question])
    assert (given.status, given.reason) == ("refused", "not_stated")


def test_the_refusal_says_what_is_missing(library: Library) -> None:
    assert "how many bruises" in ask(library, ["how many bruises did child Z have"]).text
