"""What can be asked a question set: our own system, the controls and the ablations alike."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Literal

from rag.types import Answer

Kind = Literal["system", "control", "baseline", "ablation"]
"""A baseline is what anybody would build of the same libraries in an afternoon."""


@dataclass(frozen=True, slots=True)
class Ranked:
    """A passage that a search found; offsets count in its document's reading text."""

    document: str
    unit: str
    """Id of the unit that holds it, or most of it where passages are cut across units."""
    start: int
    end: int
    score: float
    """Higher is better; comparable within one question only."""


Rank = Callable[[Sequence[str]], tuple[Ranked, ...]]
"""Turns in, passages out, best first, none twice."""


@dataclass(frozen=True, slots=True)
class System:
    name: str
    kind: Kind
    ask: Callable[[Sequence[str]], Answer]
    """The turns of a conversation in, the answer to the last one out."""
    rank: Rank | None = None
    """Its search by itself, at most DEPTH passages; None where nothing is searched."""
    evidence: Rank | None = None
    """What its search hands on to be answered from; None as for `rank`."""
    again: Callable[[Sequence[str]], Answer] | None = None
    """As `ask`, but the last answer where the same is asked once more; None where asking is
    cheap."""


DEPTH = 100
"""Passages of a ranking: no measure looks deeper."""


def plain_query(turns: Sequence[str]) -> str:
    """What is searched for where nothing is understood: all turns in a row, which brought more
    than the last one alone."""
    return " ".join(turns)
