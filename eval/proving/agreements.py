"""One figure of the meta-evaluation: how far a measure of ours agrees with people."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from eval.measuring.intervals import Interval

PINNED = Path(__file__).with_name("pinned.toml")


@dataclass(frozen=True, slots=True)
class Agreement:
    name: str
    n: int
    """Items: claims, pairs, comparisons or questions."""
    value: float
    interval: Interval | None
    """None for a figure that is printed beside ours only."""


@dataclass(frozen=True, slots=True)
class Pin:
    value: float
    tolerance: float
    beside: str
    """What others, or this project at its start, reached; empty where nothing compares."""


def load_pins(path: Path = PINNED) -> Mapping[str, Pin]:
    """By the agreement's name."""
    fields = tomllib.loads(path.read_text(encoding="utf-8"))
    tolerance = fields["tolerance"]
    return {
        name: Pin(pin["value"], pin.get("tolerance", tolerance), pin.get("beside", ""))
        for name, pin in fields["figures"].items()
    }


def holds(agreement: Agreement, pin: Pin) -> bool:
    """Not further from the pinned value than the tolerance, on either side: a figure that got
    better is pinned anew, so that it cannot fall back unseen."""
    return abs(agreement.value - pin.value) <= pin.tolerance
