"""Questions to all documents of those who made them."""

from collections.abc import Iterator

import pytest
from made_reports import ELMSHIRE, GREEN, open_reports

from rag.index.library import Library
from rag.questions.documents.makers_named import NOBODY, read_makers
from rag.questions.understanding import understand


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Library]:
    with open_reports(tmp_path_factory.mktemp("makers")) as opened:
        yield opened


@pytest.mark.parametrize(
    ("question", "documents"),
    [
        ("Which councils have inspectors criticised for poor plans?", {ELMSHIRE}),
        ("What have inspectors found about foster carers?", {ELMSHIRE}),
        ("Has any coroner raised visitors to a ward?", {GREEN}),
        ("What did coroners say about schools?", {GREEN}),
    ],
)
def test_all_documents_of_a_maker(library: Library, question: str, documents: set[str]) -> None:
    request = understand(question, library)
    assert request.documents == documents
    assert request.across
    said = " ".join(term.words for term in request.terms)
    assert not {"inspector", "council", "coroner", "criticis"}.intersection(said.split())


@pytest.mark.parametrize(
    "question",
    [
        "What do reviews say about inspectors?",
        "Was the child seen?",
        "What did the police say?",
        "What authorities have a duty to cooperate?",
        "Which children's homes are the largest?",
        "Which local authorities must publish a threshold document?",
    ],
)
def test_questions_to_nobody_in_particular(library: Library, question: str) -> None:
    assert read_makers(library, question) == NOBODY


def test_what_inspectors_say_of_inquests_is_asked_of_inspectors(library: Library) -> None:
    assert read_makers(library, "What did inspectors say about inquests?").documents == {ELMSHIRE}


def test_a_coroner_who_is_not_named_may_be_one(library: Library) -> None:
    asked = read_makers(library, "What did the coroner say about visitors?")
    assert (asked.documents, asked.spans) == ({GREEN}, ())


def test_what_is_said_of_them_is_no_topic(library: Library) -> None:
    question = "Which councils have inspectors criticised for long waits?"
    ((start, end),) = read_makers(library, question).spans
    assert question[end:] == " long waits?"
    assert start == 0
