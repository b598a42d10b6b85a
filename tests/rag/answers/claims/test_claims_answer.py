"""Texts that are checked: each claim with its verdict and the words that decide it."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from made_libraries import NOTHING, open_with_model, review, write

from rag.answer import Answer, Statement
from rag.assistant import ask
from rag.documents.register import load_register
from rag.index.indexing import sync
from rag.index.library import Library
from rag.interchange import of_answer

CORPUS = Path(__file__).parents[4] / "corpus"
ORIGINALS = Path(__file__).parents[5] / "shared" / "reviews"
CHILD_Z = (
    "Child Z was born in March 2011 and spent nine weeks in hospital after birth.",
    "Mother was 19 and father was 23 when they met.",
    "The school noticed bruises and told the social worker on the same day.",
    "No agency completed a chronology.",
    "There was a delay in sharing the minutes of meetings with the nursery.",
    "Father was not invited to the conference, but Grandmother attended it.",
    "Every visit should be recorded by the health visitor.",
    "The neighbour said that the child might have been left alone at night.",
)
VERDICTS = [
    ("Child Z was born in March 2011.", "confirmed"),
    ("Child Z was born in March 2012.", "contradicted"),
    ("She spent nine weeks in hospital after birth.", "confirmed"),
    ("She spent six weeks in hospital after birth.", "contradicted"),
    ("The father was 19 when they met.", "contradicted"),
    ("The nursery noticed bruises and told the police.", "not_stated"),
    ("Bruises were noticed by the school.", "confirmed"),
    ("Agencies completed a chronology.", "contradicted"),
    ("Minutes of meetings were shared with the nursery on time.", "contradicted"),
    ("The mother was invited to the conference.", "not_stated"),
    ("The father was invited to the conference.", "contradicted"),
    ("Every visit was recorded by the health visitor.", "not_stated"),
    ("The child was left alone at night.", "not_stated"),
    ("The paramedics arrived within ten minutes.", "not_stated"),
]


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Library]:
    folder = tmp_path_factory.mktemp("claims")
    texts = {
        "child_z": review(*CHILD_Z),
        "child_y": review("The school was told nothing.", title="Serious Case Review: Child Y"),
    }
    with open_with_model(folder / "data") as opened:
        sync(opened, write(folder / "corpus", **texts), register=NOTHING)
        yield opened


@pytest.fixture(scope="module")
def digests(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Library]:
    with open_with_model(tmp_path_factory.mktemp("digests")) as opened:
        sync(opened, CORPUS, register=load_register(CORPUS))
        yield opened


def told(answer: Answer) -> list[Statement]:
    return [statement for statement in answer.statements if statement.verdict]


@pytest.mark.parametrize(("claim", "verdict"), VERDICTS)
def test_a_claim_has_the_verdict_of_the_review(library: Library, claim: str, verdict: str) -> None:
    answer = ask(library, [f"Is this consistent with the Child Z review? '{claim}'"])
    (said,) = told(answer)
    assert (said.claim, said.verdict, answer.form) == (
        claim, verdict, None if verdict == "not_stated" else "check"
    )  # fmt: skip
    assert bool(said.citations) == (verdict != "not_stated")


def test_what_decides_is_quoted_below_the_claim(library: Library) -> None:
    answer = ask(library, [f"Check this against Child Z: {VERDICTS[3][0]} {VERDICTS[7][0]}"])
    first, second = told(answer)
    assert "nine weeks, not six weeks" in first.text
    assert answer.status == "answered"
    quoted = [statement for statement in answer.statements if statement.verbatim]
    assert [statement.text for statement in quoted] == [CHILD_Z[0], CHILD_Z[3]]
    assert [statement.citations for statement in quoted] == [first.citations, second.citations]


def test_what_is_not_stated_leaves_a_part_open(library: Library) -> None:
    answer = ask(library, [f"Fact-check for Child Z: {VERDICTS[0][0]} {VERDICTS[-1][0]}"])
    assert (answer.status, answer.reason) == ("partial", "not_stated")


def test_what_is_found_nowhere_is_refused_and_cites_nothing(library: Library) -> None:
    answer = ask(library, [f"Is this right about Child Z: {VERDICTS[-1][0]}"])
    assert (answer.status, answer.reason, answer.citations) == ("refused", "not_stated", ())
    assert [said.verdict for said in told(answer)] == ["not_stated"]


def test_a_review_that_is_not_held_is_said_not_to_be(library: Library) -> None:
    answer = ask(library, ["Is this consistent with the Child X review? 'The school was told.'"])
    assert (answer.status, answer.reason) == ("refused", "not_in_library")


def test_the_text_may_name_the_review_or_the_conversation(library: Library) -> None:
    by_text = ask(library, [f"Is this accurate? '{VERDICTS[1][0]}'"])
    by_talk = ask(library, ["When was Child Z born?", f"Is this right: {VERDICTS[3][0]}"])
    assert [s.verdict for s in (*told(by_text), *told(by_talk))] == ["contradicted"] * 2


def test_claims_of_several_reviews_are_held_against_their_own(library: Library) -> None:
    text = "The school noticed bruises. Child Y's school was told nothing."
    answer = ask(library, [f"Check this against the Child Z and Child Y reviews: {text}"])
    assert [said.verdict for said in told(answer)] == ["confirmed", "confirmed"]


def test_the_interface_has_claim_and_verdict_only_there(library: Library) -> None:
    statements = of_answer(ask(library, [f"Is this true of Child Z: {VERDICTS[0][0]}"]))[
        "statements"
    ]
    assert [s.get("verdict") for s in statements] == ["confirmed", None]
    assert "claim" not in statements[1]


@pytest.mark.parametrize(
    ("claim", "verdict"),
    [
        ("Baby O's mother smoked through both pregnancies.", "confirmed"),
        ("Baby O was born in 2015.", "contradicted"),
        ("Baby O's mother won an award.", "not_stated"),
    ],
)
def test_a_digest_is_shown_as_ours(digests: Library, claim: str, verdict: str) -> None:
    answer = ask(digests, [f"Is this consistent with the Baby O bulletin? '{claim}'"])
    assert [said.verdict for said in told(answer)] == [verdict]
    assert not any(statement.verbatim for statement in answer.statements)


@pytest.mark.skipif(not ORIGINALS.is_dir(), reason="the originals are not here")
def test_the_originals_bear_out_and_contradict(tmp_path: Path) -> None:
    with open_with_model(tmp_path) as opened:
        sync(opened, ORIGINALS, register=NOTHING)
        text = "Child K was born in October 2016. The parents could visit often. He was in prison."
        answer = ask(opened, [f"Does this match the Child K briefing? '{text}'"])
    assert [said.verdict for said in told(answer)] == ["confirmed", "contradicted", "not_stated"]
