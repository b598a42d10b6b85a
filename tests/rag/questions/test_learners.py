"""Who is to learn something is no topic of the question."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from made_libraries import NOTHING, open_faked, write
from made_reviews import BABY_V, CHILD_W

from rag.index.indexing import sync
from rag.index.library import Library
from rag.questions.understanding import understand


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Library]:
    folder: Path = tmp_path_factory.mktemp("learners")
    with open_faked(folder / "data") as library:
        sync(library, write(folder / "c", child_w=CHILD_W, baby_v=BABY_V), register=NOTHING)
        yield library


@pytest.mark.parametrize(
    "question",
    [
        "what can teachers learn from the reviews about neglect",
        "what should midwives and health visitors take from this about neglect",
        "what do foster carers need to know about neglect",
    ],
)
def test_only_what_it_is_about_is_the_topic(library: Library, question: str) -> None:
    assert [term.words for term in understand(question, library).terms] == ["neglect"]


@pytest.mark.parametrize(
    ("question", "word"),
    [
        ("what did the health visitor know about the father", "health visitor"),
        ("what does it say about midwives", "midwives"),
        ("what should midwives do about neglect", "midwives"),
    ],
)
def test_who_did_or_should_do_something_is(library: Library, question: str, word: str) -> None:
    assert word in [term.words for term in understand(question, library).terms]
