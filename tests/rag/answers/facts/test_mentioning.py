"""Whether words stand in a review, found by a full search of it."""

from pathlib import Path

import pytest
from made_libraries import NOTHING, open_with_model, review, write

from rag.assistant import ask
from rag.index.indexing import sync
from rag.index.library import Library

CHILD_W = (
    "The lodger frightened her, and the nurse heard of it.",
    "The harbour master found the boat, and the carers were young.",
    "Money was short, and the flat was cold.",
    "Her self-reported account of the harm was believed.",
    "The gate was disguised – ‘Compliance with the rules’ – in May.",
)
CHILD_V = ("The worker spoke of disguised compliance.", "Both parents smoked in the kitchen.")


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Library:
    folder: Path = tmp_path_factory.mktemp("mentions")
    library = open_with_model(folder / "data")
    texts = {
        "child_w": review(*CHILD_W, title="Serious Case Review: Child W"),
        "child_v": review(*CHILD_V, title="Serious Case Review: Child V"),
    }
    sync(library, write(folder / "corpus", **texts), register=NOTHING)
    return library


@pytest.mark.parametrize(
    ("question", "words"),
    [
        ("is disguised compliance mentioned in child V?", "disguised compliance"),
        ("does the child V review mention smoking", "smoked"),
        ("any mention of boats in child W", "boat"),
        ("does the child W review talk about money problems", "Money was short"),
        ("does the word harbour come up in child W", "harbour master"),
        ("is there a reference to smoking or drinking in child V", "smoked"),
    ],
)
def test_what_is_mentioned_is_shown_first(library: Library, question: str, words: str) -> None:
    answer = ask(library, [question])
    assert answer.status == "answered"
    assert words in answer.citations[0].quote


@pytest.mark.parametrize(
    "question",
    [
        "is disguised compliance mentioned in child W?",
        "does the child W review mention smoking",
        "does FGM come up in child V",
        "any mention of county lines in child W",
        "is there any reference to lighthouses in child V",
        "does the word trampoline appear in child W",
        "is FGM in any of these?",
        "anything about trampolines in child W",
        "any mention of gangs anywhere?",
    ],
)
def test_what_is_mentioned_nowhere_is_refused(library: Library, question: str) -> None:
    answer = ask(library, [question])
    assert (answer.status, answer.reason) == ("refused", "not_stated")


def test_the_review_that_has_the_words_is_suggested(library: Library) -> None:
    suggestions = ask(library, ["is disguised compliance mentioned in child W"]).suggestions
    assert [s for s in suggestions if "Child V" in s and "disguised compliance" in s]
    assert ask(library, [suggestions[0]]).status == "answered"


def test_of_two_things_the_one_that_is_missing_is_said(library: Library) -> None:
    answer = ask(library, ["does child V mention smoking and gangs"])
    assert answer.status == "partial"
    assert "gangs" in answer.statements[0].text
    assert "smoked" in answer.citations[0].quote


def test_words_that_stand_apart_are_no_mention_of_both_together(library: Library) -> None:
    answer = ask(library, ["any mention of young offenders in child W"])
    assert answer.status != "answered"


def test_an_expression_does_not_go_on_behind_a_dash(library: Library) -> None:
    answer = ask(library, ["is disguised compliance mentioned in the child W review"])
    assert answer.status == "refused"


def test_it_goes_on_from_the_turn_before(library: Library) -> None:
    turns = ["what does child V say about the worker", "does it mention boats"]
    assert ask(library, turns).status == "refused"
    assert ask(library, [turns[0], "does it mention smoking"]).status == "answered"


def test_what_is_told_in_a_clause_is_sought_by_meaning(library: Library) -> None:
    answer = ask(library, ["does child W mention that the lodger frightened her"])
    assert answer.status == "answered"


def test_words_that_stand_apart_are_no_mention(library: Library) -> None:
    answer = ask(library, ["is self harm mentioned in child W"])
    assert (answer.status, answer.reason) == ("refused", "not_stated")
