"""Where a review only tells that something was done, no reason for it is made of that."""

from pathlib import Path

import pytest
from made_libraries import NOTHING, open_faked, review, write

from rag.assistant import ask
from rag.evidence.choosing import worth
from rag.evidence.looking import look
from rag.evidence.unexplained import is_unexplained
from rag.index.indexing import sync
from rag.index.library import Library
from rag.questions.understanding import understand

SENTENCES = (
    "The curtains of the bedroom were drawn all day.",
    "The tenancy ended because of the arrears.",
    "The nursery place was withdrawn. This was due to a change of rules.",
)


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Library:
    folder: Path = tmp_path_factory.mktemp("unexplained")
    library = open_faked(folder / "data")
    sync(library, write(folder / "corpus", child_z=review(*SENTENCES)), register=NOTHING)
    return library


def _is_unexplained(library: Library, question: str) -> bool:
    request = understand(question, library)
    return is_unexplained(request, worth(look(library, request).evidence)[:1])


def test_the_event_alone(library: Library) -> None:
    question = "why were the bedroom curtains of child Z drawn"
    assert _is_unexplained(library, question)
    assert ask(library, [question]).status != "answered"


@pytest.mark.parametrize(
    "question",
    [
        "why did the tenancy of child Z end",
        "why was the nursery place of child Z withdrawn",
        "when were the bedroom curtains of child Z drawn",
    ],
)
def test_a_reason_in_the_sentence_or_behind_it_or_none_asked(
    library: Library, question: str
) -> None:
    assert not _is_unexplained(library, question)
