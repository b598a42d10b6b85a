"""What the reviews have in common."""

import pytest
from made_libraries import NOTHING, open_faked, write

from rag.answers.across.common_themes import MOST_WORDS
from rag.assistant import ask
from rag.index.indexing import sync
from rag.index.library import Library

TEXT = """# Serious Case Review: {child}

{area} Safeguarding Children Partnership, {year}

## Findings

### Finding 1

The father of {child} was not asked about his part in the care of the children.

### Finding 2

{own}
"""
REVIEWS = {
    "child_w": ("Child W", "Anyshire", "2021", "Neglect was seen and nobody wrote it down."),
    "baby_v": ("Baby V", "Otherton", "2015", "The neglect of the boy was taken for poverty."),
    "child_t": ("Child T", "Elsewhere", "2018", "Supervision of the workers was not held."),
}


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Library:
    folder = tmp_path_factory.mktemp("common")
    files = {
        name: TEXT.format(child=child, area=area, year=year, own=own)
        for name, (child, area, year, own) in REVIEWS.items()
    }
    library = open_faked(folder / "data")
    sync(library, write(folder / "corpus", **files), register=NOTHING)
    return library


@pytest.mark.parametrize(
    "typed",
    [
        "common themes across all the reviews?",
        "what themes come up most",
        "what do the reviews have in common",
        "what are the recurring issues",
        "which lessons are repeated across the reviews?",
        "what keeps coming up in these reviews",
    ],
)
def test_the_themes_that_most_speak_of(library: Library, typed: str) -> None:
    answer = ask(library, [typed])
    assert answer.status == "answered"
    lead = answer.statements[0]
    opening = "What the 3 reviews speak of most in what was learned: Fathers (3)"
    assert lead.text.startswith(opening)
    assert "Neglect (2)" in lead.text
    assert "Supervision" not in lead.text
    assert lead.citations == tuple(c.n for c in answer.citations)
    assert "Fathers: 3 of the 3 reviews" in [s.text for s in answer.statements if s.heading]
    assert sum(len(c.quote.split()) for c in answer.citations) <= MOST_WORDS


@pytest.mark.parametrize(
    "typed",
    [
        "what do the reviews say about fathers", "common themes about supervision",
        "what are the themes of child W", "was neglect a common theme",
    ],
)  # fmt: skip
def test_a_theme_or_review_of_its_own_is_something_else(library: Library, typed: str) -> None:
    assert "in what was learned:" not in ask(library, [typed]).text
