"""A question -> the values of its request: documents meant, persons, times, what it takes
for granted."""

from collections.abc import Iterator
from dataclasses import replace

import pytest
from made_reports import open_reports

from rag.index.library import Library
from rag.questions.understanding import understand
from rag.questions.wording import Wording


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Library]:
    with open_reports(tmp_path_factory.mktemp("request")) as opened:
        yield opened


def test_a_document_that_is_named_is_certain(library: Library) -> None:
    assert understand("the findings of child W", library).weights == (
        ("child-w-overview-report", 1.0),
    )


def test_documents_that_may_be_meant_are_weighed_the_likeliest_first(library: Library) -> None:
    weights = understand("was a bruise seen at the nursery", library).weights
    chances = [chance for _, chance in weights]
    assert weights[0][0] == "child-z-overview-report"
    assert chances == sorted(chances, reverse=True)
    assert all(0 < chance < 1 for chance in chances)


def test_a_question_to_all_means_none_in_particular(library: Library) -> None:
    assert understand("what do all the reviews say about bruises", library).weights == ()


@pytest.mark.parametrize(
    ("question", "polarity"),
    [
        ("which reviews mention bruises", "says"),
        ("which reviews don't mention bruises", "is silent"),
        ("which reviews have no recommendations", "lacks"),
    ],
)
def test_what_the_documents_asked_for_do(library: Library, question: str, polarity: str) -> None:
    assert understand(question, library).polarity == polarity


@pytest.mark.parametrize(
    ("question", "times", "person"),
    [
        ("how old was mother in child W and what month", ("the age", "the month"), "mother"),
        ("when was the panel held and who chaired it", ("when it was",), None),
        ("how many bruises did the father find", (), "father"),
    ],
)  # fmt: skip
def test_when_and_of_whom(
    library: Library, question: str, times: tuple[str, ...], person: str | None
) -> None:
    said = understand(question, library).said
    assert (set(said.times), said.person.name) == (set(times), person)


def test_what_it_takes_for_granted(library: Library) -> None:
    supposed = understand("why was the father of child W arrested", library).premises
    assert "arrested" in {premise.term.words for premise in supposed}
    assert understand("what does child W say of bruises", library).premises == ()


@pytest.mark.parametrize(
    ("question", "unread"),
    [
        ("what did the nursery see", None),
        ("and 3?", None),
        ("was hat der Kindergarten über das Kind gewusst", "other language"),
    ],
)
def test_the_language_of_its_words(library: Library, question: str, unread: str | None) -> None:
    assert understand(question, library).unread == unread


def test_other_words_are_read_anew(library: Library) -> None:
    told = understand("how many findings has child W", library)
    other = replace(told, wording=Wording("when did he die", "when did he die"))
    assert (told.said.times, other.said.times) == ((), ("when it was",))
