"""Proposals for a question -> the one that is given, and what is told of all of them."""

from dataclasses import replace
from pathlib import Path

import pytest
from made_libraries import NOTHING, open_faked, review, write

from rag.answer import Answer
from rag.answers import judging
from rag.answers.answering import answer
from rag.answers.judging import judge
from rag.answers.proposing import propose
from rag.answers.signs import read_signs
from rag.index.indexing import sync
from rag.index.library import Library
from rag.questions.request import Request
from rag.questions.understanding import understand

SENTENCES = ("The nursery saw him twice.", "Police officers did not record the visit.")


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Library:
    folder: Path = tmp_path_factory.mktemp("judging")
    library = open_faked(folder / "data")
    corpus = write(folder / "corpus", child_w=review(*SENTENCES, title="Review: Child W"))
    sync(library, corpus, register=NOTHING)
    return library


@pytest.fixture(scope="module")
def request_(library: Library) -> Request:
    return understand("list the findings of child W", library)


@pytest.fixture(scope="module")
def proposals(library: Library, request_: Request) -> tuple[Answer, ...]:
    return propose(library, request_)


def weigh(monkeypatch: pytest.MonkeyPatch, **weights: float) -> None:
    named = {name.replace("_", " "): weight for name, weight in weights.items()}
    monkeypatch.setattr(judging, "load_weights", lambda: named)


def test_a_search_is_always_proposed_and_last(library: Library) -> None:
    for question in ("list the findings of child W", "dragons", "finding 9 of child W"):
        *structural, search = propose(library, understand(question, library))
        assert search.way == "search"
        assert all(proposal.way != "search" for proposal in structural)


@pytest.mark.parametrize("way", ["listed", "search"])
def test_the_weightiest_is_given(
    request_: Request, proposals: tuple[Answer, ...], way: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    weigh(monkeypatch, **{f"way_{way}": 2.0})
    assert judge(request_, proposals).way == way


def test_all_are_told_the_likeliest_first(
    request_: Request, proposals: tuple[Answer, ...], monkeypatch: pytest.MonkeyPatch
) -> None:
    weigh(monkeypatch, way_search=1.0)
    told = judge(request_, proposals).proposals
    assert [each.way for each in told] == ["search", "listed"]
    assert told[0].chance > told[1].chance
    assert sum(each.chance for each in told) == pytest.approx(1.0)
    assert told[0].signs[0] == ("way search", 1.0)
    assert all("#" in unit for each in told for unit in each.shown)


def test_what_is_shown_is_held_against_what_is_asked(
    library: Library, request_: Request, proposals: tuple[Answer, ...]
) -> None:
    listed, search = proposals
    signs = read_signs(request_, listed, search)
    assert (signs["way listed"], signs["kind shown"], signs["form wanted"]) == (1.0, 1.0, 1.0)
    assert "another kind" not in signs
    other = replace(request_, asked=understand("lessons of child W", library).asked)
    assert read_signs(other, listed, search)["another kind"] == 1.0


def test_a_unit_by_its_number_is_given_before_what_a_search_finds(library: Library) -> None:
    given = answer(library, understand("finding 2 of child W", library))
    assert (given.way, [c.quote for c in given.citations]) == ("units", [SENTENCES[1]])
