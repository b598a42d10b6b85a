"""A letter behind "child" that nothing held has names another review, in any case."""

from pathlib import Path

import pytest
from made_libraries import NOTHING, open_faked, review, write

from rag.assistant import ask
from rag.index.indexing import sync
from rag.index.library import Library


@pytest.fixture
def library(tmp_path: Path) -> Library:
    library = open_faked(tmp_path / "data")
    corpus = write(
        tmp_path / "corpus",
        child_z=review("Father was seen with Child D.", "A bruise was seen. The CHILDREN'S home."),
    )
    sync(library, corpus, register=NOTHING)
    return library


@pytest.mark.parametrize(
    "typed",
    [
        "tell me about child t", "what about child n", "how did baby s die", "baby q",
        "what happened to baby r?", "child u's father", "the baby w case", "child ab",
        "what were the findings about baby xy", "was family k known to services", "family q",
        "Child AB", "tell me about adult x", "list the findings of child rt", "child d7",
        "what did the police do in baby y",
    ],
)  # fmt: skip
def test_it_is_not_in_the_library(typed: str, library: Library) -> None:
    assert ask(library, [typed]).reason == "not_in_library"


@pytest.mark.parametrize(
    "typed",
    [
        "tell me about child d", "was child D seen", "child z", "what about Child Z",
        "did the child n father get help", "what if a child u visit has a bruise",
        "what of the child s bruise", "was the baby y seen", "is the baby ok",
        "was father in child z seen", "child cp plans", "what does a child do",
    ],
)  # fmt: skip
def test_a_person_in_a_review_or_a_word_is_no_other_review(typed: str, library: Library) -> None:
    assert ask(library, [typed]).reason != "not_in_library"
