"""What the reviews do not say, and what is shown instead."""

from pathlib import Path

import pytest
from made_libraries import NOTHING, open_with_model, write

from rag.assistant import ask
from rag.index.indexing import sync
from rag.index.library import Library

REVIEW = """# Serious Case Review: Child W

Anyshire Safeguarding Children Board

Published: March 2019

## Summary

The health visitor failed to pass on what she saw at home. In May 2018 Child W was found dead. The \
cause of her death was never known.

## Theme 1: Drift

1. The meeting of the school was put off twice.

## Recommendations

### HEALTH

- 1) Visit within ten days.

### POLICE

- 1) Record every visit to the flat.
"""


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Library:
    folder: Path = tmp_path_factory.mktemp("absent")
    library = open_with_model(folder / "data")
    sync(library, write(folder / "corpus", child_w=REVIEW), register=NOTHING)
    return library


def test_a_service_that_the_review_never_speaks_of_is_no_answer(library: Library) -> None:
    answer = ask(library, ["what did the midwives get wrong in child W"])
    assert answer.status != "answered"
    assert answer.reason == "not_stated"


def test_of_two_facts_the_one_that_is_stated_is_shown(library: Library) -> None:
    answer = ask(library, ["what did child W die of and how much did the funeral cost"])
    assert (answer.status, answer.reason) == ("partial", "not_stated")
    assert "cause of her death was never known" in answer.citations[0].quote


def test_a_heading_is_never_an_answer(library: Library) -> None:
    shown = ask(library, ["was there drift in child W"]).citations
    assert "Theme 1: Drift" not in [citation.quote for citation in shown]


def test_what_somebody_had_to_do_are_their_recommendations(library: Library) -> None:
    answer = ask(library, ["list everything health had to do after child W"])
    assert [citation.quote for citation in answer.citations] == ["Visit within ten days."]


def test_another_pseudonym_in_the_same_place_is_another_review(library: Library) -> None:
    answer = ask(library, ["learning from child AB in Anyshire"])
    assert (answer.status, answer.reason) == ("refused", "not_in_library")
    assert "child AB" in answer.text


def test_a_place_alone_is_no_review(library: Library) -> None:
    answer = ask(library, ["what is the weather like in Leeds today"])
    assert (answer.status, answer.reason) == ("refused", "off_topic")


def test_a_review_that_is_not_held_is_not_made_up_for(library: Library) -> None:
    answer = ask(library, ["what did adult Z do in the child W one"])
    assert answer.reason in ("not_in_library", "not_stated")
    assert answer.citations == ()


def test_a_yes_or_no_opens_with_the_words_that_decide_it(library: Library) -> None:
    answer = ask(library, ["did the health visitor pass on what she saw in child W?"])
    assert answer.citations[0].quote.startswith("The health visitor failed to pass on")


def test_what_is_suggested_can_be_asked(library: Library) -> None:
    refused = ask(library, ["how many visits did the health visitor fail to make to child W"])
    assert refused.status == "refused"
    assert refused.suggestions
    for suggestion in refused.suggestions:
        label = suggestion.removeprefix("What does ").partition(" of Child W")[0]
        assert label in [citation.label for citation in ask(library, [suggestion]).citations]


@pytest.mark.parametrize("owner", ["Health", "Police"])
def test_a_label_said_whole_is_that_unit(library: Library, owner: str) -> None:
    answer = ask(library, [f"what does {owner.lower()}, recommendation 1 of child W say"])
    assert [citation.label for citation in answer.citations] == [f"{owner}, recommendation 1"]


def test_two_facts_of_a_card(library: Library) -> None:
    answer = ask(library, ["which area is child W from and when?"])
    assert answer.status == "answered"
    assert "Anyshire" in answer.text
    assert "2019" in answer.text
