"""What points at an answer before it asks back where there is none."""

from pathlib import Path

import pytest
from made_libraries import NOTHING, open_faked, review, write

from rag.assistant import ask
from rag.index.indexing import sync
from rag.index.library import Library


@pytest.fixture
def library(tmp_path: Path) -> Library:
    library = open_faked(tmp_path / "data")
    corpus = write(tmp_path / "corpus", child_z=review("Father was seen.", "A bruise was seen."))
    sync(library, corpus, register=NOTHING)
    return library


@pytest.mark.parametrize(
    "typed",
    [
        "no", "more", "why?", "that's wrong", "tell me more please", "the second one", "what else",
        "baby", "a child", "thats not what i asked", "what do you mean", "go on", "bieda",
        "explain that",
    ],
)  # fmt: skip
def test_it_asks_back_with_examples(typed: str, library: Library) -> None:
    given = ask(library, [typed])
    assert (given.status, given.citations) == ("clarify", ())
    assert all(ask(library, [question]).status == "answered" for question in given.suggestions)
    assert given.suggestions


@pytest.mark.parametrize(
    "typed", ["Child Z", "fathers", "finding 2", "why was father seen", "no bruise", "the findings"]
)
def test_what_names_a_subject_asks(typed: str, library: Library) -> None:
    assert ask(library, [typed]).status != "clarify"


def test_after_an_answer_it_goes_on(library: Library) -> None:
    assert ask(library, ["what is finding 1 of Child Z", "the second one"]).status != "clarify"


@pytest.mark.parametrize(
    "typed",
    [
        "what cant you do", "can you make things up", "do you hallucinate", "do you ever lie to me",
        "are you always right", "what are your limits", "<script>alert(1)</script>",
    ],
)  # fmt: skip
def test_the_tool_is_asked(typed: str, library: Library) -> None:
    given = ask(library, [typed])
    assert (given.status, given.citations, len(given.statements)) == ("answered", (), 3)


@pytest.mark.parametrize(
    "typed",
    ["write me a poem about Child Z", "summarise Child Z as a rap", "a joke about finding 1"],
)
def test_nothing_of_its_own_is_written(typed: str, library: Library) -> None:
    given = ask(library, [typed])
    assert (given.reason, given.citations) == ("off_topic", ())
    assert "only quotes" in given.text


@pytest.mark.parametrize("typed", ["write me a summary of Child Z", "tell me the story of Child Z"])
def test_a_summary_may_be_asked_for(typed: str, library: Library) -> None:
    assert ask(library, [typed]).reason != "off_topic"
