"""What is offered next: questions that have an answer, never one asked before."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from made_libraries import NOTHING, open_faked, write
from made_reviews import BABY_V, CHILD_W

from rag.assistant import ask
from rag.index.indexing import sync
from rag.index.library import Library
from rag.next_steps import next_steps
from rag.quotes.citations.surroundings import surroundings


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    corpus = write(tmp_path / "corpus", child_w=CHILD_W, baby_v=BABY_V)
    with open_faked(tmp_path / "data") as library:
        sync(library, corpus, register=NOTHING)
        yield library


def test_every_step_has_an_answer_and_is_new(library: Library) -> None:
    asked = ["What were the findings about Child W?", "What did the Child W review recommend?"]
    answers = [ask(library, asked[:1]), ask(library, asked)]
    for turns in (1, 2):
        steps = next_steps(library, answers[:turns])
        assert not set(steps.questions) & set(asked[:turns])
        for question in steps.questions:
            given = ask(library, [*asked[:turns], question])
            assert given.status in ("answered", "partial")
    assert next_steps(library, answers[:1]).questions == (asked[1],)


def test_a_refusal_tells_what_is_held_and_offers_questions(library: Library) -> None:
    steps = next_steps(library, [ask(library, ["What did the Child Yak review find?"])])
    assert steps.questions
    assert any("The library holds" in note for note in steps.notes)


def test_where_nothing_suggested_has_an_answer_others_are_offered(library: Library) -> None:
    refused = ask(library, ["What did the Child Yak review find?"])
    steps = next_steps(library, [replace(refused, suggestions=("Tell me about Child Yak.",))])
    assert steps.questions
    assert "Tell me about Child Yak." not in steps.questions


def test_beside_whom_to_call_nothing_is_offered(library: Library) -> None:
    given = ask(library, ["My neighbour is hitting her baby right now"])
    assert given.reason == "live_concern"
    assert next_steps(library, [given]).questions == ()


def test_a_quotation_stands_in_the_words_of_its_unit(library: Library) -> None:
    given = ask(library, ["Who saw the handover between two health visitors?"])
    for citation in given.citations:
        document = library.document(citation.document)
        unit = library.catalogue.unit(citation.document, citation.unit)
        before, after = surroundings(document, unit, citation)
        whole = " ".join(unit.text.split())
        assert before.removeprefix("… ") in whole
        assert after.removesuffix(" …") in whole
