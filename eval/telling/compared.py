"""One measure of two systems, or of two runs, over the same questions."""

from dataclasses import dataclass

from eval.telling.paired import Difference


@dataclass(frozen=True, slots=True)
class Compared:
    measure: str
    first: float
    second: float
    n: int
    """Questions that it applies to in both."""
    difference: Difference
    """Second less first; p is corrected for all that are told together."""
