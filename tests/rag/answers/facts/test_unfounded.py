"""Questions that take for granted what no sentence says, and their answerable neighbours."""

from pathlib import Path

import pytest
from made_libraries import NOTHING, open_with_model, review, write

from rag.assistant import ask
from rag.index.indexing import sync
from rag.index.library import Library

CHILD_W = (
    "Babies are at more risk of being killed by somebody they live with than older children.",
    "Child W died in May 2018. The cause of her death was never known.",
    "Grandmother was arrested and convicted of neglect in 2019.",
    "The nursery noticed that Child W was hungry, and it told the social worker.",
    "The review was written at the School of Nursing.",
    "Mother said that the mark was from a toy.",
)


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Library:
    folder: Path = tmp_path_factory.mktemp("premises")
    library = open_with_model(folder / "data")
    text = review(*CHILD_W, title="Serious Case Review: Child W")
    sync(library, write(folder / "corpus", child_w=text), register=NOTHING)
    return library


@pytest.mark.parametrize(
    "question",
    [
        "why was child W's mother convicted",
        "when was the mother in child W arrested",
        "why was the social worker sacked in child W",
        "which health visitor was struck off after child W",
        "when was child W adopted",
        "why was child W placed in foster care",
        "what did the coroner decide in child W",
        "why did the ombudsman look at child W",
        "who resigned after child W died",
        "when did child W run away",
    ],
)
def test_what_is_taken_for_granted_and_not_said(library: Library, question: str) -> None:
    answer = ask(library, [question])
    assert (answer.status, answer.reason) == ("refused", "not_stated")


@pytest.mark.parametrize("question", ["who killed child W?", "why did child W drown"])
def test_what_is_said_of_the_death_is_offered(library: Library, question: str) -> None:
    answer = ask(library, [question])
    assert (answer.status, answer.reason) == ("partial", "not_stated")
    assert "never known" in answer.citations[0].quote
    assert not any("more risk" in citation.quote for citation in answer.citations)


@pytest.mark.parametrize(
    "question",
    [
        "who was convicted in child W",
        "why was the grandmother in child W arrested",
        "was anyone arrested in child W",
        "what did the nursery do in child W",
        "was it the mother or the grandmother who was convicted in child W",
        "sentence about babies being at risk of being killed in child W",
        "the bit about babies and what can kill them, child W",
    ],
)
def test_what_is_said_is_answered(library: Library, question: str) -> None:
    assert ask(library, [question]).status == "answered"


def test_which_of_two_is_left_open_where_neither_is_named(library: Library) -> None:
    answer = ask(library, ["was it the mother or the father who noticed child W was hungry"])
    assert answer.status != "answered"
