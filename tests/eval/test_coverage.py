"""What is shown of the gold and the nuggets; every expected figure is written as arithmetic."""

from dataclasses import replace

import pytest
from made_gold import CHRONOLOGY, DADS, FATHER, FINDING, POLICE, RECORDING, Cite, Make
from made_rows import question, score

from eval.measuring import coverage
from eval.measuring.held import Held
from eval.measuring.shown import SHOWN_WORDS
from eval.sets.questions import Gold, Nugget, PlacedGold, QuotedGold
from eval.sets.targets import find_target
from eval.sets.words import split_words
from rag.answer import Answer
from rag.errors import UnknownDocument, UnknownUnit
from rag.types import Document

NUGGETS = (
    Nugget("no chronology was kept", vital=True, gold=CHRONOLOGY),
    Nugget("father was left out", vital=True, gold=DADS),
    Nugget("police should record", vital=False, gold=RECORDING),
)


def recall(held: Held, answer: Answer, *gold: Gold) -> float | None:
    return score(question(*gold), answer, held).values[coverage.GOLD_RECALL]


def test_recall_is_the_share_of_gold_shown(held: Held, cite: Cite, answer: Make) -> None:
    shown = answer(cite(1, FINDING), cite(2, POLICE))
    row = score(question(CHRONOLOGY, DADS, RECORDING), shown, held)
    assert row.values[coverage.GOLD_RECALL] == 2 / 3
    assert row.values[coverage.VITAL_READ] == 2 / 3
    assert row.values[coverage.ANY_GOLD] == 1.0
    assert row.words == 8 + 5
    assert row.missed == ("elm, Findings: father was seldom asked about",)


def test_vital_nuggets_and_all_are_told_apart(held: Held, cite: Cite, answer: Make) -> None:
    asked = question(CHRONOLOGY, nuggets=NUGGETS)
    row = score(asked, answer(cite(1, FINDING), cite(2, POLICE)), held)
    assert row.values[coverage.VITAL] == 1 / 2
    assert row.values[coverage.NUGGETS] == 2 / 3
    assert row.missed == ("father was left out",)


def test_gold_after_the_budget_is_not_read(held: Held, cite: Cite, answer: Make) -> None:
    fits, late = SHOWN_WORDS // 5 - 1, SHOWN_WORDS // 5
    filler = [cite(n, POLICE) for n in range(1, late + 1)]
    assert recall(held, answer(*filler[:fits], cite(99, FATHER)), DADS) == 1.0
    row = score(question(DADS), answer(*filler, cite(99, FATHER)), held)
    assert (row.values[coverage.VITAL_READ], row.values[coverage.VITAL]) == (0.0, 1.0)


def test_gold_cut_by_the_budget_is_not_read(held: Held, cite: Cite, answer: Make) -> None:
    filler = [cite(n, POLICE) for n in range(1, 50)]
    assert 49 * 5 < SHOWN_WORDS < 49 * 5 + 8
    assert recall(held, answer(*filler, cite(99, FINDING)), CHRONOLOGY) == 0.0


def test_a_sentence_split_between_citations_is_shown(held: Held, cite: Cite, answer: Make) -> None:
    halves = cite(1, "Nobody kept a chronology"), cite(2, "of the home visits.")
    assert recall(held, answer(*halves), CHRONOLOGY) == 1.0


def test_the_same_words_of_another_document_do_not_count(
    held: Held, cite: Cite, answer: Make
) -> None:
    assert recall(held, answer(cite(1, FINDING, "oak")), CHRONOLOGY) == 0.0


def test_length_is_the_median_of_the_answers_that_quote(
    held: Held, cite: Cite, answer: Make
) -> None:
    rows = [
        score(question(DADS), answer(*shown), held)
        for shown in ([cite(1, FATHER)], [cite(1, FINDING), cite(2, POLICE)], [])
    ]
    measure = next(each for each in coverage.MEASURES if each.name == coverage.WORDS)
    assert measure.of(rows) == (5 + 13) / 2


def test_gold_of_our_own_is_found_by_unit_and_phrase(documents: dict[str, Document]) -> None:
    found = find_target(PlacedGold("elm", "findings-item-2", "seldom asked"), documents.values())
    assert (found.under, found.wordings) == ("Findings, item 2", (split_words(FATHER),))


@pytest.mark.parametrize(
    ("gold", "error"),
    [
        (QuotedGold("ash.txt", "finding", FATHER, "Findings"), UnknownDocument),
        (PlacedGold("elm", "findings-item-9", "seldom asked"), UnknownUnit),
        (PlacedGold("elm", "findings-item-1", "seldom asked"), UnknownUnit),
    ],
)
def test_gold_that_is_not_there_is_an_error(
    documents: dict[str, Document], gold: Gold, error: type[Exception]
) -> None:
    with pytest.raises(error):
        find_target(gold, documents.values())


def test_an_answer_without_quotations_covers_nothing(held: Held, answer: Make) -> None:
    row = score(question(DADS), answer(), held)
    assert row.values[coverage.VITAL_READ] == 0.0
    unasked = score(question(), replace(answer(), status="refused"), held)
    assert unasked.values[coverage.VITAL_READ] is None
