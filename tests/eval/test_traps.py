"""Traps that tools of this kind are known to fall into, one test each.

What an empty answer is worth (elsewhere nothing, all, or no number at all), precision without
coverage, coverage without length, and controls that win.
"""

import math

import pytest
from made_gold import DADS, FATHER, Cite, Make
from made_rows import question, row, score

from eval.measuring import citations, coverage, headline
from eval.measuring.figures import figures
from eval.measuring.held import Held
from eval.measuring.refusal import BALANCED, FALSE_REFUSALS
from eval.measuring.scoring import HEADLINE, MEASURES
from eval.sets.questions import QuotedGold

NOBODY = "Nobody kept a chronology of the home visits."
NOT_OF_WORDS = {BALANCED, FALSE_REFUSALS, "seconds, median", "seconds, 95th of 100"}


def test_an_empty_answer_is_worth_nothing_and_no_figure_is_no_number(
    held: Held, answer: Make
) -> None:
    empty = [score(question(DADS), answer(), held)]
    found = figures(MEASURES, empty)
    assert not any(math.isnan(each.value) for each in found.values())
    good = {
        measure.name: found[measure.name].value
        for measure in MEASURES
        if measure.name in found and measure.higher_is_better and measure.name not in NOT_OF_WORDS
    }
    assert set(good.values()) <= {0.0}
    assert headline.GROUNDED in good
    assert citations.PRECISION not in found, "no citation, no precision: neither 0 nor 1"


def test_perfect_precision_without_coverage_earns_next_to_nothing(
    held: Held, cite: Cite, answer: Make
) -> None:
    """One right sentence of two that are wanted, and nobody is refused."""
    wanted = question(DADS, QuotedGold("elm.txt", "finding", NOBODY, "Findings"))
    dumped = score(wanted, answer(cite(1, FATHER)), held)
    assert dumped.values[citations.PRECISION] == 1.0
    assert dumped.values[coverage.VITAL] == 1 / 2
    talked = score(question(), answer(cite(1, FATHER)), held)
    assert HEADLINE.of([dumped, talked]) == 0.0


def test_coverage_never_stands_without_length() -> None:
    family = [measure.name for measure in MEASURES if measure.family == coverage.FAMILY]
    assert coverage.WORDS in family
    told = figures(MEASURES, [row(words=7, vital_nuggets=1.0)])
    assert coverage.VITAL in told
    assert told[coverage.WORDS].value == 7


@pytest.mark.parametrize("status", ["answered", "refused", "clarify"])
def test_no_one_way_of_answering_everything_has_a_headline(status: str) -> None:
    rows = [
        row(status=status, grounded_answers=float(status == "answered")),
        row(answerable=False, status=status),
    ]
    assert HEADLINE.of(rows) == 0.0
