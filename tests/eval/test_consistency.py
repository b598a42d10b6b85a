"""Intents asked in several wordings: by hand, small enough to be reckoned in the head."""

from dataclasses import replace

import pytest
from made_rows import row

from eval.measuring.consistency import (
    AGREEMENT,
    MEAN_RECALL,
    STATUS_RIGHT,
    WORST_RECALL,
    consistency,
    intents,
    worst_intents,
)
from eval.measuring.coverage import GOLD_RECALL
from eval.measuring.figures import Row, Shown


def wording(intent: str, n: int, recall: float | None, unit: str | None, **changes: object) -> Row:
    shown = (Shown("elm", unit, unit, "words"),) if unit else ()
    made = replace(row(), question=f"{intent}/{n}", intent=intent, shown=shown)
    values = {} if recall is None else {GOLD_RECALL: recall}
    return replace(made, values=values, **changes)  # type: ignore[arg-type]


STEADY = [wording("steady", n, 1.0, "u1") for n in (1, 2)]
SHAKY = [
    wording("shaky", 1, 1.0, "u1"),
    wording("shaky", 2, 0.5, "u1"),
    wording("shaky", 3, 0.0, None, status="refused"),
]
REFUSED = [
    wording("refused", 1, None, None, answerable=False, status="refused"),
    wording("refused", 2, None, "u2", answerable=False, status="partial"),
]
ROWS = [*STEADY, *SHAKY, *REFUSED, wording("alone", 1, 1.0, "u1"), row()]


def test_the_figures_of_an_intent() -> None:
    steady, shaky, refused = intents(ROWS)
    assert steady.values == {
        STATUS_RIGHT: 1.0, MEAN_RECALL: 1.0, WORST_RECALL: 1.0, AGREEMENT: 1.0,
    }  # fmt: skip
    assert shaky.values == {
        STATUS_RIGHT: 2 / 3,
        MEAN_RECALL: (1 + 0.5 + 0) / 3,
        WORST_RECALL: 0.0,
        AGREEMENT: 1 / 3,
    }
    assert refused.values == {
        STATUS_RIGHT: (1 + 0.5) / 2, MEAN_RECALL: None, WORST_RECALL: None, AGREEMENT: 0.0,
    }  # fmt: skip


def test_figures_are_means_over_intents() -> None:
    figures = consistency(intents(ROWS))
    assert figures[WORST_RECALL].value == pytest.approx((1 + 0) / 2)
    assert figures[WORST_RECALL].n == 2
    assert figures[AGREEMENT].value == pytest.approx((1 + 1 / 3 + 0) / 3)
    assert figures[AGREEMENT].n == 3
    assert consistency(()) == {}


def test_the_worst_come_first() -> None:
    assert [each.name for each in worst_intents(intents(ROWS), 2)] == ["shaky", "refused"]
