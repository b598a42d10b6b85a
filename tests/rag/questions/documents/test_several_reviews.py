"""Which questions are asked of several reviews."""

import pytest

from rag.language.spans import blank, blot
from rag.questions.documents.several_reviews import find_across


def test_named_or_not_the_reviews_in_the_plural_are_several() -> None:
    for question in (
        "what do the reviews say about thresholds",
        "which reviews mention a chronology",
        "thresholds across the reviews",
        "is housing in more than one",
        "compare Rowan and Hazel on supervision",
        "was there a sibling in each case",
        "according to the reviews, who should chair",
        "missed visits across the five",
    ):
        assert find_across(question, unnamed=False), question


@pytest.mark.parametrize(
    "question",
    [
        "do they all say supervision matters",
        "missed appointments - what do they say",
        "supervision as a theme",
        "any learning on young carers",
        "moving house, where does it come up",
        "which of them had a plan",
        "chronologies, anything in here",
    ],
)
def test_they_are_the_reviews_only_where_none_is_named(question: str) -> None:
    assert find_across(question, unnamed=True)
    assert not find_across(question, unnamed=False)


@pytest.mark.parametrize(
    "question",
    [
        "how old was the child",
        "were the looked after reviews held on time",
        "what came of the management reviews",
        "where does it say that a GP should be invited",
        "what was the plan for the baby",
        "how often was the child protection plan reviewed",
    ],
)
def test_one_review_or_another_kind_of_review_is_not_several(question: str) -> None:
    assert not find_across(question, unnamed=True)


@pytest.mark.parametrize(
    "question",
    [
        "curiosity, which of the reviews pick it up for our newsletter",
        "curiosity, a line from each review that mentions it",
        "the best quotes from all the reviews curiosity,",
        "common failings in curiosity, across the reviews",
    ],
)
def test_what_is_said_of_the_reviews_is_no_topic(question: str) -> None:
    rest = blank(question, find_across(question, unnamed=True))
    assert rest.split() == ["curiosity,"]


def test_a_blotted_question_keeps_its_places() -> None:
    blotted = blot("any lessons on dads", [(0, 11)])
    assert blotted == " " * 11 + " on dads"
