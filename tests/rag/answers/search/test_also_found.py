"""Behind what answers best stands what else was found, up to what a person reads."""

from pathlib import Path

import pytest
from made_libraries import DIGEST, NOTHING, digest, open_faked, review, write

from rag.answer import Answer
from rag.answers.search import also_found
from rag.answers.search.also_found import ALSO_FOUND
from rag.assistant import ask
from rag.documents.register import Register
from rag.index.indexing import sync
from rag.index.library import Library
from rag.questions.request import READ_WORDS

VISITS = "\n".join(
    f"- The health visitor {done} on visit {n} and wrote to the surgery about the feeding of the"
    f" twins, whose weights {n} weeks on were below the line that she had drawn on their charts."
    for n, done in enumerate(
        "called rang knocked waited asked looked listened wrote weighed measured returned stayed"
        " observed noticed".split(),
        start=1,
    )
)
REVIEW = f"""# Learning Review: Child W

Anyshire Safeguarding Children Partnership, March 2021

## What happened

{VISITS}

## Findings

### Finding 1

Nobody asked who else lived in the flat.

## Recommendations

### Recommendation 1

The surgery should ring the health visitor about the feeding of twins.
"""


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Library:
    folder: Path = tmp_path_factory.mktemp("also")
    library = open_faked(folder / "data")
    sync(library, write(folder / "corpus", child_w=REVIEW), register=NOTHING)
    return library


@pytest.fixture
def unsure(monkeypatch: pytest.MonkeyPatch) -> None:
    """No chance is enough."""
    monkeypatch.setattr(also_found, "SURE", 1.1)


def headings(answer: Answer) -> list[str]:
    return [statement.text for statement in answer.statements if statement.heading]


@pytest.mark.usefixtures("unsure")
def test_more_stands_behind_under_a_heading_of_its_own(library: Library) -> None:
    answer = ask(library, ["how was the feeding of the twins watched by the health visitor?"])
    assert (answer.status, headings(answer)) == ("answered", [ALSO_FOUND])
    at = [statement.text for statement in answer.statements].index(ALSO_FOUND)
    assert 0 < at < len(answer.statements) - 1
    assert [citation.n for citation in answer.citations] == [*range(1, len(answer.citations) + 1)]
    cited = [n for statement in answer.statements for n in statement.citations]
    assert cited == [citation.n for citation in answer.citations]


def test_what_is_sure_stays_short(library: Library, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(also_found, "SURE", 0.0)
    answer = ask(library, ["how was the feeding of the twins watched by the health visitor?"])
    assert (answer.status, headings(answer)) == ("answered", [])


@pytest.mark.usefixtures("unsure")
def test_an_answer_is_no_longer_than_what_a_person_reads(library: Library) -> None:
    answer = ask(library, ["how was the feeding of the twins watched by the health visitor?"])
    quotes = [citation.quote for citation in answer.citations]
    longest = max(len(quote.split()) for quote in quotes)
    assert sum(len(quote.split()) for quote in quotes) <= READ_WORDS + longest
    assert len(set(quotes)) == len(quotes)


@pytest.mark.usefixtures("unsure")
@pytest.mark.parametrize(
    "question",
    [
        "recommendation 1 of child W",
        "list the recommendations of child W",
        "quote me the words on the feeding of the twins",
        "where does it speak of the feeding of the twins?",
        "did a helicopter land on the roof?",
    ],
)
def test_nothing_stands_behind_what_is_whole_or_refused(library: Library, question: str) -> None:
    assert ALSO_FOUND not in headings(ask(library, [question]))


@pytest.mark.usefixtures("unsure")
def test_nothing_stands_behind_what_several_reviews_say(library: Library) -> None:
    across = ask(library, ["what do all the reviews say about the feeding of twins?"])
    assert across.citations
    assert ALSO_FOUND not in headings(across)


@pytest.mark.usefixtures("unsure")
def test_what_else_was_found_is_of_originals(tmp_path: Path) -> None:
    told = review(*(f"The nurse weighed the twins on day {n} of May." for n in range(1, 9)))
    short = digest(*(f"A digest on the weight of the twins, part {n}." for n in range(1, 9)))
    with open_faked(tmp_path / "data") as library:
        corpus = write(tmp_path / "corpus", child_z=told, baby_z=short)
        sync(library, corpus, register=Register((DIGEST,)))
        answer = ask(library, ["how did the nurse weigh the twins?"])
        at = [statement.text for statement in answer.statements].index(ALSO_FOUND)
        numbers = [n for statement in answer.statements[at:] for n in statement.citations]
        behind = [c.provenance for c in answer.citations if c.n in numbers]
        assert set(behind) == {"original"}
