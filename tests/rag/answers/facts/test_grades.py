"""How an inspection graded something, and "why was it outstanding" where it was not."""

from collections.abc import Iterator

import pytest
from made_reports import open_reports

from rag.answers.facts.grades import answer_grade
from rag.assistant import ask
from rag.index.library import Library
from rag.questions.understanding import understand

CHILDREN = "The experiences of children who need help Inadequate"
LEADERS = "The impact of leaders on social work Requires improvement to be good"
OVERALL = "Overall effectiveness Requires improvement to be good"


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Library]:
    with open_reports(tmp_path_factory.mktemp("grades")) as opened:
        yield opened


@pytest.mark.parametrize(
    ("question", "quote"),
    [
        ("What was the overall judgement on Elmshire?", OVERALL),
        ("Was Elmshire good?", OVERALL),
        ("How was the impact of leaders judged in Elmshire?", LEADERS),
        ("Which grade did the experiences of children in Elmshire get?", CHILDREN),
    ],
)
def test_the_judgement_asked_for(library: Library, question: str, quote: str) -> None:
    answer = ask(library, [question])
    assert (answer.status, answer.way) == ("answered", "grade")
    assert [citation.quote for citation in answer.citations] == [quote]


def test_a_grade_taken_for_granted_that_is_not_printed(library: Library) -> None:
    answer = ask(library, ["Why was the Elmshire inspection outstanding?"])
    assert (answer.status, answer.reason, answer.way) == ("partial", "not_stated", "grade")
    assert answer.statements[0].text.startswith("“outstanding” is not the grade")
    assert [citation.quote for citation in answer.citations] == [OVERALL]


@pytest.mark.parametrize(
    "question",
    [
        "What rating did Samuel Green get?",
        "What was the overall judgement?",
        "Why were leaders in Elmshire said to require improvement?",
        "Why did Elmshire lose outstanding staff?",
        "Why do children in Elmshire miss out on good schools?",
        "What did Elmshire get wrong with plans?",
        "Was the decision-making in Elmshire good?",
        "What does the Elmshire inspection say about plans?",
    ],
    ids=[
        "no judgements",
        "of no document",
        "the grade is printed",
        "staff",
        "schools",
        "wrong",
        "no grade of it",
        "no grade asked for",
    ],
)
def test_left_to_the_other_ways(library: Library, question: str) -> None:
    assert answer_grade(library, understand(question, library)) is None


@pytest.mark.parametrize("question", ["What was Elmshire rated?", "What grade did Elmshire get?"])
def test_the_overall_judgement_where_nothing_else_is_asked(library: Library, question: str) -> None:
    assert [citation.quote for citation in ask(library, [question]).citations] == [OVERALL]


@pytest.mark.parametrize(
    ("question", "quote"),
    [
        ("Why was the Elmshire inspection good?", OVERALL),
        ("Why were the experiences of children in Elmshire adequate?", CHILDREN),
    ],
)
def test_a_grade_inside_the_words_of_another(library: Library, question: str, quote: str) -> None:
    answer = ask(library, [question])
    assert answer.status == "partial"
    assert [citation.quote for citation in answer.citations] == [quote]


def test_good_is_a_word_of_every_day(library: Library) -> None:
    answer = ask(library, ["Why do foster carers in the Elmshire inspection give good support?"])
    assert "does not print" not in answer.text


@pytest.mark.parametrize(
    ("question", "begins"),
    [
        ("What lifted the grade of Elmshire to good?", "“good” is not the grade"),
        ("What made Ofsted mark Elmshire as outstanding?", "“outstanding” is not the grade"),
        ("How come Elmshire came out good?", "“good” is not the grade"),
        (
            "Why did the experiences of children in Elmshire lose inadequate?",
            "“inadequate” is the grade",
        ),
    ],
)
def test_what_a_question_takes_for_granted_of_a_grade(
    library: Library, question: str, begins: str
) -> None:
    answer = ask(library, [question])
    assert (answer.status, answer.way) == ("partial", "grade")
    assert answer.statements[0].text.startswith(begins)
