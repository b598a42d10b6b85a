"""Words by which people ask for a kind of unit, and the kinds that the documents have."""

from collections.abc import Iterator

import pytest
from made_reports import ELMSHIRE, GREEN, open_reports

from rag.assistant import ask
from rag.index.library import Library
from rag.questions.units.units_asked import find_units_asked
from rag.questions.units.units_held import agencies_of, of_kinds_held

Z = "child-z-overview-report"


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Library]:
    with open_reports(tmp_path_factory.mktemp("kinds")) as opened:
        yield opened


@pytest.mark.parametrize(
    ("question", "kinds"),
    [
        ("what were the coroner's concerns", {"concern"}),
        ("list the matters of concern", {"concern"}),
        ("what did the coroner raise", {"concern"}),
        ("the statutory requirements", {"required_action"}),
        ("what does the home have to improve", {"required_action"}),
        ("what has to be put right", {"required_action"}),
        ("areas for improvement", {"key_message", "required_action"}),
        ("what was praised", {"good_practice"}),
        ("what did the mother eat", set()),
    ],
)
def test_kinds_asked_for(question: str, kinds: set[str]) -> None:
    assert set(find_units_asked(question).kinds) == kinds


@pytest.mark.parametrize(
    ("question", "number"),
    [("what does number 3 say", "3"), ("item 4.2 please", "4.2"), ("No. 7 again", "7")],
)
def test_a_number_by_itself(question: str, number: str) -> None:
    (unit,) = find_units_asked(question).units
    assert (unit.kinds, unit.number) == ((), number)


@pytest.mark.parametrize("question", ["number 3 and 4", "item 3, 4 and 5", "number 1 to 3"])
def test_several_numbers_by_themselves(question: str) -> None:
    assert {unit.number for unit in find_units_asked(question).units} >= {"3"}


def held(library: Library, question: str, document: str | None) -> tuple[str, ...]:
    documents = frozenset({document}) if document else None
    return of_kinds_held(library, find_units_asked(question), documents, question).kinds


@pytest.mark.parametrize(
    ("question", "document", "kinds"),
    [
        ("what were the concerns", GREEN, ("concern",)),
        ("what were the concerns", ELMSHIRE, ("required_action",)),
        ("what were the concerns", Z, ()),
        ("what were the concerns", None, ()),
        ("what were the coroner's concerns", None, ("concern",)),
        ("what were the requirements", None, ()),
        ("what are the recommendations", GREEN, ("concern",)),
        ("what are the recommendations", ELMSHIRE, ("required_action",)),
        ("what are the recommendations", Z, ("recommendation",)),
        ("what are the recommendations", None, ("recommendation",)),
        ("findings and concerns", Z, ("finding",)),
    ],
)
def test_kinds_that_the_documents_have(
    library: Library, question: str, document: str | None, kinds: tuple[str, ...]
) -> None:
    assert held(library, question, document) == kinds


def test_words_for_a_kind_that_is_dropped_are_left_to_the_topic(library: Library) -> None:
    question = "what were the concerns"
    asked = find_units_asked(question)
    assert asked.spans
    assert of_kinds_held(library, asked, frozenset({Z}), question).spans == ()


def test_a_number_alone_is_none_of_the_whole_library(library: Library) -> None:
    asked = find_units_asked("what does number 2 say")
    assert of_kinds_held(library, asked, None, "what does number 2 say").units == ()
    assert of_kinds_held(library, asked, frozenset({Z}), "what does number 2 say").units


def test_whom_units_are_addressed_to(library: Library) -> None:
    addressed = ("Alder Hospital Trust", "Alder Council")
    assert agencies_of(library, frozenset({GREEN})) == addressed
    assert agencies_of(library, None) == addressed
    assert agencies_of(library, frozenset({Z})) == ()


@pytest.mark.parametrize(
    "question",
    [
        "Who raised concerns two days before the bruise on Child Z?",
        "What was the first concern about Child Z?",
    ],
)
def test_a_concern_of_every_day_is_no_unit(library: Library, question: str) -> None:
    assert ask(library, [question]).reason != "no_such_unit"


def test_after_a_turn_the_kinds_are_those_of_its_document(library: Library) -> None:
    first = "What does the Samuel Green case say about the school?"
    alone = ask(library, ["What were the concerns in the Samuel Green case?"])
    after = ask(library, [first, "what were the concerns?"])
    assert [c.unit for c in alone.citations] == [c.unit for c in after.citations]


def test_what_stands_in_place_of_recommendations_is_told(library: Library) -> None:
    listed = ask(library, ["list the recommendations of the Samuel Green report"])
    assert listed.statements[0].text.startswith("There are no recommendations by that name, but")
    assert {citation.kind for citation in listed.citations} == {"concern"}
