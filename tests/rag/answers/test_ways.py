"""Who signed, whose recommendations and what another document says: each is
answered from a review by its own way, before any search."""

from pathlib import Path

import pytest
from made_libraries import NOTHING, open_faked, write

from rag.answers.search.elsewhere import answer_elsewhere
from rag.answers.units.signed import find_signed
from rag.assistant import ask
from rag.evidence.units.owners import owners, unknown_owner
from rag.index.indexing import sync
from rag.index.library import Library
from rag.questions.understanding import understand

REVIEW = """# Serious Case Review: Child W

Anyshire Safeguarding Children Board

Published: March 2019

## Introduction

The review looked at the work of the following agencies:

- Anyshire Police
- The ambulance trust

The lighthouse guidance is in use on every ward.

The bedtime protocol says that a cot stands away from the window.

## Recommendations

### HEALTH

- 1) Visit within ten days.

### POLICE

- 1) Record every visit to the flat.

Signed:

Dr Wilma Oakes

Independent Chair
"""
UNSIGNED = """# Serious Case Review: Baby V

Otherton Safeguarding Children Board, 2015

## Findings

- The school saw the change in his weight and told nobody.
"""


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Library:
    folder: Path = tmp_path_factory.mktemp("ways")
    library = open_faked(folder / "data")
    sync(library, write(folder / "corpus", child_w=REVIEW, baby_v=UNSIGNED), register=NOTHING)
    return library


def test_the_signature_is_found_in_the_review_named(library: Library) -> None:
    signed = find_signed(library, understand("who signed the child W review", library))
    assert ["Wilma Oakes" in focus.unit.text for focus in signed] == [True]
    assert find_signed(library, understand("who signed the review", library)) == []


def test_a_review_that_nobody_signed_is_no_answer(library: Library) -> None:
    given = ask(library, ["who signed the baby V review"])
    assert (given.status, given.reason) == ("refused", "not_stated")


def test_an_organisation_without_recommendations_is_told_with_those_that_have_some(
    library: Library,
) -> None:
    request = understand("recommendations for housing in child W", library)
    assert unknown_owner(library, request) == "housing"
    assert owners(library, request) == ("HEALTH", "POLICE")


@pytest.mark.parametrize(
    "question", ["recommendations for the police in child W", "recommendations of child W"]
)
def test_an_organisation_with_recommendations_is_known(library: Library, question: str) -> None:
    assert unknown_owner(library, understand(question, library)) is None


def test_a_document_that_is_only_mentioned_is_not_held(library: Library) -> None:
    given = answer_elsewhere(library, understand("what does the lighthouse guidance say", library))
    assert given is not None
    assert (given.status, given.reason) == ("refused", "not_in_library")
    assert "lighthouse guidance; it is only mentioned" in given.text


@pytest.mark.parametrize(
    "question", ["what does the bedtime protocol say", "what does the review say about cots"]
)
def test_what_a_review_reports_is_sought_in_it(library: Library, question: str) -> None:
    assert answer_elsewhere(library, understand(question, library)) is None
