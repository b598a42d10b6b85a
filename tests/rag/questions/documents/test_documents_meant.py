"""Which held document a question means that no pseudonym, place or kind has settled."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from made_libraries import open_faked
from made_reports import ELMSHIRE, GREEN, open_reports

from rag.answers.filters import Filter
from rag.assistant import ask
from rag.index.library import Library
from rag.questions.documents.documents_meant import Meant, find_meant, naming_words
from rag.questions.documents.names_typed import read_names
from rag.questions.understanding import understand

LODGES = {f"{year}-larkfield-lodge-yearly-report" for year in (2021, 2023)}
W, Z, SLEEPING = "child-w-overview-report", "child-z-overview-report", "learning-briefing"


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Library]:
    with open_reports(tmp_path_factory.mktemp("meant")) as opened:
        yield opened


def meant(library: Library, question: str) -> Meant | None:
    return find_meant(library, *read_names(question, library))[0]


@pytest.mark.parametrize(
    ("question", "document"),
    [
        ("what does the safer sleeping briefing say about rooms", SLEEPING),
        ("What did the Keyham police know of a weapon?", W),
        ("was a bruise seen at the nursery by the health visitor", Z),
    ],
    ids=["words of the title", "a word of its own", "passages alone"],
)
def test_the_one_that_is_meant(library: Library, question: str, document: str) -> None:
    found = meant(library, question)
    assert found is not None
    assert found.documents == {document}
    assert understand(question, library).documents == {document}


@pytest.mark.parametrize(
    ("question", "named"),
    [
        ("what does the safer sleeping briefing say about rooms", True),
        ("What did the Keyham police know of a weapon?", False),
    ],
)
def test_only_a_title_or_a_subject_is_a_name(
    library: Library,
    question: str,
    named: bool,  # noqa: FBT001
) -> None:
    found = meant(library, question)
    assert found is not None
    assert found.named == named
    assert (understand(question, library).reviews.documents is not None) == named


def test_all_editions_are_meant_where_no_year_is_typed(library: Library) -> None:
    found = meant(library, "Who came to the door of Larkfield Lodge?")
    assert found is not None
    assert found.documents == LODGES


@pytest.mark.parametrize("year", [2021, 2023])
def test_of_editions_the_year_chooses(library: Library, year: int) -> None:
    found = meant(library, f"Who came to the door of Larkfield Lodge in {year}?")
    assert found is not None
    assert found.documents == {f"{year}-larkfield-lodge-yearly-report"}


def test_a_year_that_no_edition_is_of_leaves_all(library: Library) -> None:
    found = meant(library, "Who came to the door of Larkfield Lodge in 2009?")
    assert found is not None
    assert found.documents == LODGES


@pytest.mark.parametrize(
    "question",
    [
        "Compare the safer sleeping briefing with Larkfield Lodge on who came to the door",
        "was a bruise seen at the nursery in every case by the health visitor",
        "what do both the safer sleeping briefing and Larkfield Lodge say about rooms",
    ],
)
def test_none_where_several_are_asked(library: Library, question: str) -> None:
    assert meant(library, question) is None


def test_none_for_a_list_where_no_document_is_named(library: Library) -> None:
    assert meant(library, "was a bruise written down by nobody at the nursery") is not None
    assert meant(library, "recommendations on a bruise written down at the nursery") is None
    assert meant(library, "which findings tell of a bruise written down at the nursery") is None


def test_a_list_is_of_the_document_that_is_named(library: Library) -> None:
    found = meant(library, "recommendations of the safer sleeping in hot weather briefing")
    assert found is not None
    assert found.documents == {SLEEPING}


@pytest.mark.parametrize(
    "question",
    ["bruise nursery", "How old was Q when the bruise was seen at the nursery"],
    ids=["too few words", "somebody called by a letter"],
)
def test_passages_alone_do_not_tell(library: Library, question: str) -> None:
    assert meant(library, question) is None


@pytest.mark.parametrize(
    "question", ["What did Child Z's father do?", "How are children in Elmshire doing?"]
)
def test_none_where_the_names_have_settled_it(library: Library, question: str) -> None:
    assert meant(library, question) is None
    documents = understand(question, library).documents
    assert documents is not None
    assert documents <= {Z, ELMSHIRE}


def test_none_beside_a_review_that_is_missing(library: Library) -> None:
    assert meant(library, "the Rochdale review on a bruise seen at the nursery") is None


def test_who_it_is_about_and_who_issued_it_are_no_topic(library: Library) -> None:
    question = "what did the coroner say of Green's school"
    spans = naming_words(library, {GREEN}, question)
    assert [question[a:b] for a, b in spans] == ["coroner", "Green's"]
    assert naming_words(library, None, question) == ()


def test_a_name_of_which_one_document_speaks_is_no_topic(library: Library) -> None:
    question = "what did the Keyham police know"
    spans = naming_words(library, {W}, question)
    assert [question[a:b] for a, b in spans] == ["Keyham"]
    assert naming_words(library, {Z}, question) == ()


def test_an_ordinary_word_that_is_a_surname_too_stays_topic(library: Library) -> None:
    question = "was there a green door to the ward in Samuel's case"
    spans = naming_words(library, {GREEN}, question)
    assert [question[a:b] for a, b in spans] == ["Samuel's"]


def test_an_empty_library_means_none(tmp_path: Path) -> None:
    with open_faked(tmp_path / "data") as empty:
        assert meant(empty, "what was said of neglect of babies") is None


def test_under_a_filter_what_nobody_named_is_looked_for_inside(library: Library) -> None:
    question = "was a bruise seen at the nursery by the health visitor"
    answer = ask(
        library, [question], within=Filter(documents=frozenset({"child-t-overview-report"}))
    )
    assert "leaves out" not in answer.text


@pytest.mark.parametrize("name", ["Samuel", "Green", "Samuel Green", "samuel green"])
def test_a_person_is_named_by_any_part_of_the_name(library: Library, name: str) -> None:
    request = understand(f"What happened to {name} before the inquest?", library)
    assert request.reviews.documents == {GREEN}
