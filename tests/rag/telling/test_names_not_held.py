"""What is answered where the review that is asked for is not held, or may be one of several."""

import hashlib
from collections.abc import Iterator
from pathlib import Path

import pytest
from made_libraries import open_faked, write

from rag.assistant import ask
from rag.documents.register import Entry, Register
from rag.index.indexing import sync
from rag.index.library import Library


def _entry(corpus: Path, id_: str, subject: str, area: str, published: str) -> Entry:
    checksum = hashlib.sha256((corpus / f"{id_}.md").read_bytes()).hexdigest()
    return Entry(
        file=f"{id_}.md", id=id_, checksum=checksum, title=f"Learning about {subject}",
        kind="briefing", provenance="original", subject=subject, area=area, published=published,
    )  # fmt: skip


def _review(subject: str, sentence: str) -> str:
    return f"# Learning about {subject}\n\n## Findings\n\nFinding 1: {sentence}\n"


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    corpus = write(
        tmp_path / "corpus",
        q_leeds=_review("Child Q", "The school did not tell the police about the bruise."),
        q_kent=_review("Child Q", "The father was not seen by the school."),
        baby_m=_review("Baby M", "The weight of the baby was not recorded."),
    )
    register = Register(
        entries=(
            _entry(corpus, "q-leeds", "Child Q", "Leeds", "2014"),
            _entry(corpus, "q-kent", "Child Q", "Kent", "2019"),
            _entry(corpus, "baby-m", "Baby M", "Devon", "2011"),
        )
    )
    with open_faked(tmp_path / "data") as opened:
        sync(opened, corpus, register=register)
        yield opened


def test_says_which_of_that_name_is_held(library: Library) -> None:
    given = ask(library, ["what did the Baby M review of 2021 find"])
    assert (given.status, given.reason) == ("refused", "not_in_library")
    assert "does not hold a review of Baby M, 2021" in given.text
    assert "holds a Baby M review of Devon, 2011, not that one" in given.text


def test_asks_back_which_of_two_reviews_is_meant(library: Library) -> None:
    given = ask(library, ["what did the Child Q review find"])
    assert (given.status, given.reason) == ("clarify", "ambiguous")
    assert given.suggestions == ("Child Q, Kent, 2019", "Child Q, Leeds, 2014")


@pytest.mark.parametrize("choice", ["Child Q, Leeds, 2014", "the Leeds one", "child q leeds"])
def test_the_choice_goes_on_with_the_question(library: Library, choice: str) -> None:
    given = ask(library, ["what were the findings for Child Q", choice])
    assert given.status == "answered"
    assert {c.document for c in given.citations} == {"q-leeds"}
    further = ask(library, ["findings for Child Q", choice, "did Child Q's school tell police"])
    assert {c.document for c in further.citations} == {"q-leeds"}


def test_shows_both_where_both_are_asked_for(library: Library) -> None:
    given = ask(library, ["compare both Child Q reviews on the school"])
    assert {c.document for c in given.citations} == {"q-leeds", "q-kent"}


@pytest.mark.parametrize(
    ("question", "shown"),
    [
        ("is the Baby M review in here", "Baby M"),
        ("do you have the Kent review?", "Kent"),
        ("do you have anything from Leeds?", "Leeds"),
        ("which of the reviews is from Leeds", "Leeds"),
        ("which review is from Devon", "Devon"),
        ("have you got Baby M", "Baby M"),
        ("is there a review from Kent", "Kent"),
    ],
)
def test_questions_for_what_is_held_are_about_the_library(
    library: Library, question: str, shown: str
) -> None:
    given = ask(library, [question])
    assert given.status == "answered"
    assert not given.citations
    assert shown in given.text


@pytest.mark.parametrize(
    "question",
    ["is the Baby P review in here", "do you have anything from Bolton?", "have you got Family W",
     "which review is from Sunderland", "is there a review of Star Hobson"],
)  # fmt: skip
def test_questions_for_what_is_not_held_name_what_is(library: Library, question: str) -> None:
    given = ask(library, [question])
    assert (given.status, given.reason) == ("refused", "not_in_library")
    assert "Baby M, Devon, 2011" in " ".join(given.suggestions)
