"""Which review speaks of a theme, how strongly, and in which words."""

from collections.abc import Iterator

import pytest
from made_libraries import NOTHING, digest, open_faked, write

from rag.answers.across.themes import LEVELS, Strength, Theme, quote_theme, survey_themes
from rag.index.indexing import add
from rag.index.library import Library

STRONG = """# Serious Case Review: Child V

## Fathers

The family lived in a flat near the river, and moved twice within that year.

## Background

The father worked at night, and was at home by day when visits were made to others.

## Findings

- The father was never met by any of the professionals who visited the home.
- A bruise was seen at the nursery and nobody wrote it down at the time.
"""
SILENT = """# Serious Case Review: Child T

## Findings

- Housing officers were not asked what they had seen of the mould in the rooms.
"""


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Library]:
    folder = tmp_path_factory.mktemp("themes")
    texts = {"child_v": STRONG, "child_t": SILENT, "baby_z": digest("Dads were left out of it.")}
    with open_faked(folder / "data") as opened:
        add(opened, [write(folder / "given", **texts)], register=NOTHING)
        yield opened


def theme(library: Library, title: str) -> Theme:
    documents = frozenset(record.id for record in library.catalogue.records())
    return next(t for t in survey_themes(library, documents) if t.title == title)


def test_units_count_by_their_own_words_and_not_by_their_heading(library: Library) -> None:
    found = {d[:7]: s for d, s in theme(library, "Fathers").strengths.items()}
    assert found["child-v"] == Strength(units=2, learned=1)
    assert "child-t" not in found


def test_learning_is_quoted_before_background_in_checked_words(library: Library) -> None:
    sayings = quote_theme(library, theme(library, "Fathers"))
    strongest = next(s for s in sayings if s.record.id.startswith("child-v"))
    first, second = strongest.citations
    assert first.quote.startswith("The father was never met")
    assert (first.kind, first.match) == ("finding", "exact")
    assert second.quote.startswith("The father worked at night")


def test_a_digest_is_no_quotation(library: Library) -> None:
    sayings = quote_theme(library, theme(library, "Fathers"))
    told = [c for s in sayings if s.record.provenance == "digest" for c in s.citations]
    assert [c.match for c in told] == [None]


def test_no_model_is_asked(library: Library, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(_: Library) -> None:
        raise AssertionError("the model was opened")

    monkeypatch.setattr(Library, "embedding", property(refuse))
    assert quote_theme(library, theme(library, "Bruising"))


@pytest.mark.parametrize(("level", "least"), [*enumerate(LEVELS, start=1)])
def test_levels_begin_where_the_legend_says(level: int, least: int) -> None:
    assert Strength(least, 0).level == level
    assert Strength(least - 1, 0).level == level - 1
