"""Questions to the catalogue cards are told from questions to the documents."""

from pathlib import Path

import pytest
from made_libraries import NOTHING, open_faked, write

from rag.index.indexing import sync
from rag.index.library import Library
from rag.questions.asides.card_asked import CardAsked, read_card_question
from rag.questions.understanding import understand

CHILD_W = """# Learning Bulletin: Child W

Anyshire Safeguarding Children Partnership, March 2021

## Findings

Fathers were not asked about their part in the care of the baby.
"""


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Library:
    folder: Path = tmp_path_factory.mktemp("cards")
    opened = open_faked(folder / "data")
    sync(opened, write(folder / "corpus", child_w=CHILD_W), register=NOTHING)
    return opened


def read(library: Library, question: str) -> CardAsked | None:
    return read_card_question(understand(question, library), library.catalogue.records())


@pytest.mark.parametrize(
    ("question", "about"),
    [
        ("Who published the Child W review?", "publisher"),
        ("which board produced it", "publisher"),
        ("whos the publisher of the Anyshire bulletin pls", "publisher"),
        ("When was Child W published?", "published"),
        ("what year is the child w bulletin from", "published"),
        ("how old is the Child W report", "published"),
        ("date of publication of the Anyshire one", "published"),
        ("which area is Child W from", "area"),
        ("where does the child W review come from?", "area"),
        ("what council is it about", "area"),
        ("is it the full report or a summary?", "kind"),
        ("Is this the original or just a digest", "kind"),
        ("what sort of document is the Child W one", "kind"),
        ("do you have the full child W report", "kind"),
        ("how many pages has the child w bulletin got", "pages"),
        ("how long is the Child W bulletin", "pages"),
        ("where can i read the full report", "link"),
        ("have you got a link to the Child W review", "link"),
        ("is the bulletin online", "link"),
        ("what's the newest review you hold", "newest"),
        ("which of these reports is the most recent?", "newest"),
        ("your oldest SCR please", "oldest"),
    ],
)
def test_a_question_to_the_card_is_read(library: Library, question: str, about: str) -> None:
    asked = read(library, question)
    assert asked is not None
    assert asked.about == about


@pytest.mark.parametrize(
    ("question", "years"),
    [
        ("which reviews are from before 2018", (1900, 2017)),
        ("any reviews older than 2018?", (1900, 2017)),
        ("reviews published up to 2018", (1900, 2018)),
        ("documents dated 2018 or earlier", (1900, 2018)),
        ("do you have any reviews since 2015", (2015, 2100)),
        ("how many bulletins are from after 2015", (2016, 2100)),
        ("reviews from 2015 onwards", (2015, 2100)),
        ("which reviews do you have from 2016", (2016, 2016)),
        ("reports published between 2010 and 2014", (2010, 2014)),
        ("anything newer than 2019", (2020, 2100)),
    ],
)
def test_years_are_read(library: Library, question: str, years: tuple[int, int]) -> None:
    asked = read(library, question)
    assert asked is not None
    assert (asked.about, asked.years) == ("dated", years)


@pytest.mark.parametrize(
    "question",
    [
        "when was the child protection plan made",
        "who published guidance on bruising",
        "who published the research that Child W quotes",
        "how many findings mention housing",
        "how many findings has Child W",
        "when was Child W born",
        "how old is Child W",
        "where did Child W live",
        "which agency is it that reported Child W",
        "when was the bruising protocol published",
        "when will the newsletter be published",
        "which reviews mention neglect since 2015",
        "how many reviews were there in 2016",
        "what is the latest finding on fathers",
        "what is the newest guidance",
        "which area of practice does Child W criticise",
        "where can I get help",
        "where can I find the threshold document on neglect",
        "can I see the recommendations",
        "is this neglect",
        "how long was the review",
        "when did the review begin",
        "who wrote the Child W review",
        "what was the date of the conference",
        "who is the Child W review about",
    ],
)
def test_a_question_to_the_documents_passes_by(library: Library, question: str) -> None:
    assert read(library, question) is None


def test_the_kind_of_document_is_read(library: Library) -> None:
    asked = read(library, "when was the overview report on Child W published")
    assert asked is not None
    assert asked.kind == "overview_report"
    bulletins = read(library, "who published these bulletins")
    assert bulletins is not None
    assert (bulletins.kind, bulletins.several) == ("learning_bulletin", True)


def test_a_long_question_is_not_held_against_the_patterns(library: Library) -> None:
    """They would take minutes: a run of one word can be parted in many ways."""
    assert read(library, "case " * 1000) is None
