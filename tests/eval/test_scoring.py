"""Whole runs over made-up libraries: all systems, twice the same, and none gains by the library."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path

import pytest
from made_libraries import NOTHING, open_faked, review, write

from eval.asking.all_systems import KINDS, NAME, Beside, all_systems
from eval.asking.baselines import cut_documents
from eval.measuring import cost
from eval.measuring.figures import Row
from eval.measuring.goals import choose_askable
from eval.measuring.headline import SCORE
from eval.measuring.held import hold
from eval.measuring.scoring import MEASURES, score_question
from eval.sets.questions import Question, QuotedGold
from rag.index.indexing import sync

FATHER = "The father was not seen by the health visitor."
POLICE = "Father told the police of the bruise in May."
VOICE = "The voice of the school was not heard at the handover."
DOG = "The dog was known to all agencies."
CORPUS = {
    "child_a": review(FATHER, DOG, title="Child A"),
    "child_b": review("A bruise was seen.", POLICE, VOICE, title="Child B"),
}
SET = (
    Question("q1", ("Was the father seen?",), "yes_no", True, (), ""),  # noqa: FBT003
    Question("q2", ("Was the dog known?",), "yes_no", True, (), ""),  # noqa: FBT003
    Question("q3", ("Who told the police?",), "who", True, (), ""),  # noqa: FBT003
    Question("q4", ("What did the helicopter cost?",), "cost", False, (), ""),  # noqa: FBT003
    Question("q5", ("Which volcano erupted?",), "off", False, (), ""),  # noqa: FBT003
)
GOLD = {"q1": ("child-a", FATHER), "q2": ("child-a", DOG), "q3": ("child-b", POLICE)}
QUESTIONS = tuple(
    replace(each, gold=(QuotedGold(f"{GOLD[each.id][0]}.md", "finding", GOLD[each.id][1], ""),))
    if each.answerable
    else each
    for each in SET
)

Rows = dict[str, tuple[Row, ...]]
"""By system."""


def run(folder: Path, corpus: Mapping[str, str]) -> Rows:
    with open_faked(folder / "data") as library:
        sync(library, write(folder / "corpus", **corpus), register=NOTHING)
        held = hold(library)
        askable = choose_askable(QUESTIONS, held)
        systems = all_systems(library, Beside(), cut_documents(library, Beside().baselines))
        measured = [
            score_question(systems, question, goals, held)
            for question, goals in zip(askable.questions, askable.goals, strict=True)
        ]
        return {each.name: tuple(rows[each.name] for rows in measured) for each in systems}


def told(rows: Sequence[Row]) -> dict[str, float]:
    """All figures but time and memory."""
    found = {each.name: each.of(rows) for each in MEASURES if each.family != cost.FAMILY}
    return {name: value for name, value in found.items() if value is not None}


@pytest.fixture(scope="module")
def first(tmp_path_factory: pytest.TempPathFactory) -> Rows:
    return run(tmp_path_factory.mktemp("first"), CORPUS)


def test_every_system_is_asked_every_question(first: Rows) -> None:
    assert [*first] == [*KINDS]
    for rows in first.values():
        assert [row.question for row in rows] == [question.id for question in QUESTIONS]
    assert all(row.seconds > 0 for row in first[NAME])


def test_two_runs_agree(first: Rows, tmp_path: Path) -> None:
    second = run(tmp_path, CORPUS)
    for name, rows in first.items():
        assert told(second[name]) == pytest.approx(told(rows), abs=1e-6)


def test_no_control_comes_near(first: Rows) -> None:
    score = {name: told(rows)[SCORE] for name, rows in first.items()}
    assert score[NAME] > 0.6
    assert all(score[name] == 0 for name, kind in KINDS.items() if kind == "control")


def test_the_library_in_another_order_answers_the_same(first: Rows, tmp_path: Path) -> None:
    other = run(tmp_path, dict(reversed(CORPUS.items())))
    assert told(other[NAME]) == pytest.approx(told(first[NAME]))


def test_an_irrelevant_document_more_raises_no_score(first: Rows, tmp_path: Path) -> None:
    more = {"child_c": review("Stars are far away.", "Snow fell.", title="Child C")}
    before, after = (told(each[NAME]) for each in (first, run(tmp_path, CORPUS | more)))
    better = {m.name: m.higher_is_better for m in MEASURES}
    for name in before:
        if better[name] is not None:
            gain = after[name] - before[name] if better[name] else before[name] - after[name]
            assert gain <= 1e-9, name
