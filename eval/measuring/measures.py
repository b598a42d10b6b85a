"""What a run is measured by, in the order in which it is told."""

from eval.asking.systems import Kind
from eval.measuring import (
    calibration,
    citations,
    cost,
    coverage,
    headline,
    quotations,
    refusal,
    retrieval,
)
from eval.measuring.figures import Measure

MEASURES: tuple[Measure, ...] = (
    *headline.MEASURES,
    *retrieval.MEASURES,
    *coverage.MEASURES,
    *citations.MEASURES,
    *quotations.MEASURES,
    *refusal.MEASURES,
    *calibration.MEASURES,
    *cost.MEASURES,
)
_OF_CONFIDENCE = frozenset(measure.name for measure in calibration.MEASURES)
HEADLINE = headline.MEASURES[0]


def measures_of(kind: Kind) -> tuple[Measure, ...]:
    """Those that mean something of such a system. Calibration means nothing of a control, whose
    confidence is ours or none, nor of an ablation, whose confidence is a score of its search."""
    if kind == "system":
        return MEASURES
    return tuple(measure for measure in MEASURES if measure.name not in _OF_CONFIDENCE)
