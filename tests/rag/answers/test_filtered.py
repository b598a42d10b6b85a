"""Under a filter only what passes is searched, listed and counted, and the answer says so."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from made_libraries import NOTHING, open_faked, write

from rag.answers.filters import EVERYTHING, Filter, count_choices, narrow
from rag.assistant import ask
from rag.index.indexing import add
from rag.index.library import Library

FATHERS = """# Serious Case Review: Child {letter}

{place} Safeguarding Children Board

Published March {year}

## Findings

- The father of Child {letter} was never met by the health visitor in {place}.
- A bruise was seen at the nursery and written down by nobody.

## Recommendations

- The Board should publish advice on how fathers are included in {place}.
"""
PLACES = (("v", "Otherton", "2015"), ("t", "Newshire", "2018"), ("w", "Otherton", "2018"))


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Library]:
    folder = tmp_path_factory.mktemp("filtered")
    texts = {
        f"child_{letter}": FATHERS.format(letter=letter.upper(), place=place, year=year)
        for letter, place, year in PLACES
    }
    with open_faked(folder / "data") as opened:
        add(opened, [write(folder / "given", **texts)], register=NOTHING)
        yield opened


def only(**facets: str) -> Filter:
    return Filter(**{name: frozenset({value}) for name, value in facets.items()})


def cited(library: Library, question: str, within: Filter) -> set[str]:
    return {c.document[:7] for c in ask(library, [question], within=within).citations}


QUESTION = "What do reviews say about fathers?"


def test_nothing_chosen_is_the_library_itself(library: Library) -> None:
    assert narrow(library, EVERYTHING) is library
    assert cited(library, QUESTION, EVERYTHING) == {"child-v", "child-t", "child-w"}
    assert "filter" not in ask(library, [QUESTION]).text.lower()


@pytest.mark.parametrize(
    ("within", "expected"),
    [
        (only(areas="Otherton"), {"child-v", "child-w"}),
        (only(years="2018"), {"child-t", "child-w"}),
        (only(areas="Otherton", years="2018"), {"child-w"}),
        (Filter(areas=frozenset({"Otherton", "Newshire"})), {"child-v", "child-t", "child-w"}),
    ],
)
def test_only_documents_that_pass_are_searched_and_counted(
    library: Library, within: Filter, expected: set[str]
) -> None:
    answer = ask(library, [QUESTION], within=within)
    assert {c.document[:7] for c in answer.citations} == expected
    assert f"{len(expected)} of the 3 documents were looked at" in answer.text
    held = ask(library, ["How many reviews do you hold?"], within=within)
    assert f"holds {len(expected)} documents" in held.text or len(expected) == 1


@pytest.mark.parametrize("question", [QUESTION, "What were the findings about Child V?"])
def test_only_units_that_pass_are_shown(library: Library, question: str) -> None:
    answer = ask(library, [question], within=only(units="recommendation"))
    assert {c.kind for c in answer.citations} <= {"recommendation"}
    assert "filter is on (Kind of unit: Recommendation)" in answer.text


def test_a_theme_leaves_the_units_that_speak_of_it(library: Library) -> None:
    within = only(themes="father")
    assert cited(library, QUESTION, within)
    refused = ask(library, ["What was said about the bruise at the nursery?"], within=within)
    assert not refused.citations
    assert "filter is on (Theme: Fathers)" in refused.text


def test_a_review_outside_the_filter_is_left_out_and_not_missing(library: Library) -> None:
    answer = ask(library, ["What were the findings about Child T?"], within=only(areas="Otherton"))
    assert (answer.status, answer.citations) == ("refused", ())
    assert "The filter leaves out Child T" in answer.text
    assert "does not hold" not in answer.text


def test_of_two_reviews_one_outside_the_other_answers(library: Library) -> None:
    question = "Compare Child T and Child V on fathers"
    answer = ask(library, [question], within=only(areas="Otherton"))
    assert answer.status == "partial"
    assert {c.document[:7] for c in answer.citations} == {"child-v"}
    assert answer.statements[0].text.startswith("The filter leaves out Child T")


def test_a_filter_that_nothing_passes_says_so(library: Library) -> None:
    answer = ask(library, [QUESTION], within=only(years="1999"))
    assert answer.status == "refused"
    assert "Nothing in the library passes the filter" in answer.text


@pytest.mark.parametrize(
    ("question", "reason"),
    [
        ("My neighbour is beating her baby right now", "live_concern"),
        ("What is the real name of Child V?", "personal_data"),
    ],
)
def test_care_comes_before_the_filter(library: Library, question: str, reason: str) -> None:
    answer = ask(library, [question], within=only(areas="Otherton"))
    assert answer.reason == reason
    assert "filter" not in answer.text


@pytest.mark.parametrize("question", ["And the second one?", "How many are there?", "Tell me more"])
def test_a_follow_up_stays_inside(library: Library, question: str) -> None:
    turns = ["What were the findings about Child V?", question]
    inside = ask(library, turns, within=only(areas="Otherton"))
    assert {c.document[:7] for c in inside.citations} <= {"child-v", "child-w"}
    assert not ask(library, turns, within=only(areas="Newshire")).citations


def test_choices_are_counted_under_the_other_filters(library: Library) -> None:
    every = count_choices(library, EVERYTHING)
    assert [(c.value, c.count) for c in every["areas"]] == [("Newshire", 1), ("Otherton", 2)]
    assert [(c.value, c.count) for c in every["years"]] == [("2015", 1), ("2018", 2)]
    some = count_choices(library, only(areas="Otherton"))
    assert [(c.value, c.count) for c in some["areas"]] == [("Newshire", 1), ("Otherton", 2)]
    assert [(c.value, c.count) for c in some["years"]] == [("2015", 1), ("2018", 1)]
    assert {c.value: c.count for c in some["units"]}["finding"] == 4
    assert "father" in {c.value for c in some["themes"]}


def test_a_document_that_comes_later_is_inside_at_once(tmp_path: Path) -> None:
    with open_faked(tmp_path / "data") as library:
        for letter, place, year in PLACES[::2]:
            text = FATHERS.format(letter=letter.upper(), place=place, year=year)
            add(library, [write(tmp_path / letter, **{f"child_{letter}": text})], register=NOTHING)
            found = cited(library, QUESTION, only(areas="Otherton"))
            assert f"child-{letter}" in found
