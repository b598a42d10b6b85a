"""What a catalogue card says: cited where the document says so too, else in the card's name."""

import hashlib
from pathlib import Path

import pytest
from made_libraries import open_faked, write

from rag.answer import Answer
from rag.assistant import ask
from rag.documents.register import Entry, Register
from rag.index.indexing import sync
from rag.index.library import Library

CHILD_W = """# Learning Bulletin: Child W

Published by Anyshire Safeguarding Children Partnership, March 2021

## Findings

Fathers were not asked about their part in the care of the baby.

## More

The full report can be found on the website of the partnership.
"""
BABY_V = """# Serious Case Review Overview Report: Baby V

Otherton Safeguarding Children Board

Inspected by nobody in May 2014

Published: 12 May 2015

## Findings

The school saw the change in his weight and told nobody.
"""
CHILD_T = """# Briefing: Child T

## Findings

- His voice was missing from every record.
"""
REGISTER = Register(
    (
        Entry(
            file="baby-v.md", id="baby-v", title="Overview Report: Baby V", kind="overview_report",
            provenance="original", subject="Baby V", area="Otherton", published="2015-05-12",
            publisher="Otherton Safeguarding Children Board", source_url="https://otherton.example/v",
            checksum=hashlib.sha256(BABY_V.encode()).hexdigest(),
        ),
    )
)  # fmt: skip


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Library:
    folder: Path = tmp_path_factory.mktemp("cards")
    corpus = write(folder / "corpus", child_w=CHILD_W, baby_v=BABY_V, child_t=CHILD_T)
    opened = open_faked(folder / "data")
    sync(opened, corpus, register=REGISTER)
    return opened


def quotes(answer: Answer) -> list[str]:
    return [citation.quote for citation in answer.citations]


def test_publisher_is_cited_to_the_line_that_names_it(library: Library) -> None:
    answer = ask(library, ["who published the Child W review"])
    assert answer.status == "answered"
    assert "published by Anyshire Safeguarding Children Partnership" in answer.statements[0].text
    assert answer.statements[0].citations == (1,)
    assert answer.statements[1].verbatim
    assert "Anyshire Safeguarding" in quotes(answer)[0]


def test_the_date_of_something_else_is_not_cited(library: Library) -> None:
    answer = ask(library, ["When was Baby V published?"])
    assert answer.statements[0].text.endswith("was published on 12 May 2015.")
    assert not any("Inspected" in quote for quote in quotes(answer))


def test_a_fact_that_only_the_card_has_is_told_in_its_name(library: Library) -> None:
    answer = ask(library, ["where can I read the Baby V report"])
    assert answer.text == (
        "According to the library's card: the overview report on Baby V is published at"
        " https://otherton.example/v"
    )


def test_where_the_card_has_no_link_the_document_may_tell(library: Library) -> None:
    answer = ask(library, ["is there a link to the full Child W report?"])
    assert (answer.status, answer.reason) == ("partial", "not_stated")
    assert quotes(answer) == ["The full report can be found on the website of the partnership."]


@pytest.mark.parametrize(
    ("question", "lacking"),
    [
        ("when was the Child T briefing published", "when it was published"),
        ("who published Child T", "who published it"),
        ("how many pages has the Child T briefing", "how many pages it has"),
    ],
)
def test_what_the_card_lacks_is_not_stated(library: Library, question: str, lacking: str) -> None:
    answer = ask(library, [question])
    assert (answer.status, answer.reason) == ("refused", "not_stated")
    assert f"does not say {lacking}. It says: “Briefing: Child T”" in answer.text
    assert answer.suggestions


def test_the_kind_of_document_is_told(library: Library) -> None:
    bulletin = ask(library, ["is the child W one the full report or a summary"])
    assert "is a learning bulletin, not the full report" in bulletin.text
    assert "the publisher's own text" in bulletin.text
    whole = ask(library, ["is the Baby V one the full report or a summary"])
    assert "the full report of the review" in whole.text


def test_it_is_the_review_spoken_of(library: Library) -> None:
    answer = ask(library, ["findings of Child W", "who published it?"])
    assert "Anyshire" in answer.text
    assert ask(library, ["who published it?"]).status == "clarify"


def test_asked_back_with_questions_that_are_understood(library: Library) -> None:
    asked_back = ask(library, ["when was the review published?"])
    assert asked_back.reason == "ambiguous"
    told = [ask(library, [question]).status for question in asked_back.suggestions]
    assert sorted(told) == ["answered", "answered", "refused"]


def test_all_are_told_where_all_are_asked_for(library: Library) -> None:
    answer = ask(library, ["who published these reviews"])
    assert (answer.status, answer.reason) == ("partial", "not_stated")
    assert "Anyshire" in answer.text
    assert "Otherton" in answer.text
    assert [c.n for c in answer.citations] == list(range(1, len(answer.citations) + 1))


def test_newest_and_oldest_go_by_the_cards(library: Library) -> None:
    newest = ask(library, ["what is the newest review you hold"])
    assert "the learning bulletin on Child W, published March 2021" in newest.text
    assert "No date is printed on: Child T" in newest.text
    assert "Baby V" in ask(library, ["which is your oldest review?"]).text
    none = ask(library, ["what is the latest inspection report"])
    assert (none.status, none.reason) == ("refused", "not_in_library")


def test_reviews_of_a_time_are_listed(library: Library) -> None:
    answer = ask(library, ["which reviews are from before 2018"])
    assert "1 document from 2017 or earlier:" in answer.text
    assert "Baby V, 12 May 2015" in answer.text
    assert "Child W" not in answer.text
    assert "no documents from 2022 or later." in ask(library, ["any reviews since 2022?"]).text


def test_the_report_that_is_not_held_is_left_to_the_documents(library: Library) -> None:
    answer = ask(library, ["when was the overview report on Child W published"])
    assert "According to the library's card" not in answer.text
    assert "bulletin on Child W was published" not in answer.text


def test_a_review_that_is_not_held_has_no_card(library: Library) -> None:
    answer = ask(library, ["who published the Child X review in Leeds"])
    assert answer.reason == "not_in_library"
