"""The same thing asked in several wordings: whether the answers are alike, and all good.

An *intent* is what a set asks in several wordings. For each intent: how well its worst wording
does, and the share of pairs of wordings that get the same status and the same first citation
(document and unit; none where nothing is cited). Figures are means over intents.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import combinations

from eval.measuring.coverage import GOLD_RECALL
from eval.measuring.figures import Figure, Row, figures, mean, mean_of
from eval.measuring.refusal import credit

STATUS_RIGHT = "status right"
MEAN_RECALL = f"{GOLD_RECALL}, mean wording"
WORST_RECALL = f"{GOLD_RECALL}, worst wording"
AGREEMENT = "same status and first citation"
FIGURES = (STATUS_RIGHT, MEAN_RECALL, WORST_RECALL, AGREEMENT)
FAMILY = "consistency over wordings"


@dataclass(frozen=True, slots=True)
class Intent:
    name: str
    type: str
    rows: tuple[Row, ...]
    values: dict[str, float | None]
    """The figures above, 0 to 1; recall is None where there is no gold."""


def intents(rows: Sequence[Row]) -> tuple[Intent, ...]:
    """In the order in which they first occur; one of which a single wording was asked says
    nothing and is left out."""
    groups = {row.intent: [each for each in rows if each.intent == row.intent] for row in rows}
    return tuple(_intent(name, of) for name, of in groups.items() if name and len(of) > 1)


def consistency(found: Sequence[Intent]) -> dict[str, Figure]:
    """By name; n counts intents. Empty for none."""
    rows = [replace(each.rows[0], question=each.name, values=each.values) for each in found]
    return figures([mean(name, FAMILY) for name in FIGURES], rows)


def worst_intents(found: Sequence[Intent], most: int) -> list[Intent]:
    """Those whose worst wording loses most; of equal ones, those that agree least."""
    return sorted(found, key=_goodness)[:most]


def _goodness(intent: Intent) -> tuple[float, float]:
    recall = intent.values[WORST_RECALL]
    status = min(map(credit, intent.rows))
    worst = status if recall is None else min(status, recall)
    return worst, intent.values[AGREEMENT] or 0.0


def _intent(name: str, rows: Sequence[Row]) -> Intent:
    recalls = [value for row in rows if (value := row.values.get(GOLD_RECALL)) is not None]
    firsts = [(row.status, [(c.document, c.unit) for c in row.shown[:1]]) for row in rows]
    values = {
        STATUS_RIGHT: mean_of(list(map(credit, rows))),
        MEAN_RECALL: mean_of(recalls),
        WORST_RECALL: min(recalls, default=None),
        AGREEMENT: mean_of([one == other for one, other in combinations(firsts, 2)]),
    }
    return Intent(name, rows[0].type, tuple(rows), values)
