"""Good practice asked of all reviews, and a heading that only one of them has."""

from pathlib import Path

import pytest
from made_libraries import NOTHING, open_faked, write

from rag.assistant import ask
from rag.index.indexing import sync
from rag.index.library import Library

LISTS = """# Learning Bulletin: Child W

Anyshire Safeguarding Children Partnership, March 2021

## Good practice identified

- The school kept a record of each bruise.

## Family history

- The father was in care as a child.
- The family moved three times.
"""
SAYS = """# Serious Case Review: Baby V

Otherton Safeguarding Children Board, 2015

## Lessons

- The midwife rang the father at work, which was good practice.
- Family history is to be asked for before a baby is born.
"""
SILENT = """# Learning Bulletin: Child T

Elsewhere Safeguarding Children Board, 2018

## Findings

- The handover between two health visitors lost her growth chart.
"""


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Library:
    folder = tmp_path_factory.mktemp("reviews")
    library = open_faked(folder / "data")
    sync(library, _corpus(folder), register=NOTHING)
    return library


def _corpus(folder: Path) -> Path:
    return write(folder / "corpus", child_w=LISTS, baby_v=SAYS, child_t=SILENT)


def test_what_is_listed_and_what_is_only_said_of_it(library: Library) -> None:
    answer = ask(library, ["good practice from any of the reviews"])
    assert {c.subject for c in answer.citations} == {"Child W", "Baby V"}
    assert any("rang the father" in c.quote for c in answer.citations)
    assert any("kept a record" in c.quote for c in answer.citations)


def test_a_heading_of_one_review_is_not_what_all_say(library: Library) -> None:
    answer = ask(library, ["family history - learning from the reviews"])
    assert "Baby V" in {c.subject for c in answer.citations}
