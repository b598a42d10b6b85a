"""What a run is measured by, in the order in which it is told."""

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
HEADLINE = headline.MEASURES[0]
BY_NAME = {measure.name: measure for measure in MEASURES}
