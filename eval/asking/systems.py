"""What can be asked a question set, our own system and all beside it alike, and the asking."""

import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from time import perf_counter
from typing import Literal

from eval.sets.questions import Question
from rag.answer import Answer
from rag.types import Passage

if sys.platform != "win32":
    import resource

Kind = Literal["system", "control", "baseline"]
"""A baseline is what anybody would build of the same libraries in an afternoon."""
DEPTH = 100
"""Passages of a ranking: no measure looks deeper."""


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


Ask = Callable[[Sequence[str]], Answer]
"""The turns of a conversation in, the answer to the last one out."""
Rank = Callable[[Sequence[str]], tuple[Ranked, ...]]
"""Turns in, passages out, best first, none twice."""


@dataclass(frozen=True, slots=True)
class System:
    name: str
    kind: Kind
    ask: Ask
    rank: Rank | None = None
    """Its search by itself, at most DEPTH passages; None where nothing is searched."""
    evidence: Rank | None = None
    """What its search hands on to be answered from; None as for `rank`."""
    again: Ask | None = None
    """As `ask`, but the last answer where the same is asked once more; None where that is cheap."""


@dataclass(frozen=True, slots=True)
class Reply:
    question: Question
    answer: Answer
    """Its `seconds` are wall time, measured here."""
    ranking: tuple[Ranked, ...] | None
    evidence: tuple[Ranked, ...] | None
    peak_bytes: int | None
    """Most memory that the process ever held, after the answer; None for all but our own system,
    which is asked first."""


def ranked(passage: Passage, score: float) -> Ranked:
    return Ranked(passage.document, passage.unit, passage.start, passage.end, score)


def plain_query(turns: Sequence[str]) -> str:
    """What is searched for where nothing is understood: all turns in a row, which brought more
    than the last one alone."""
    return " ".join(turns)


def ask_system(system: System, question: Question) -> Reply:
    began = perf_counter()
    answer = system.ask(question.turns)
    answer = replace(answer, seconds=perf_counter() - began)
    return Reply(
        question,
        answer,
        ranking=system.rank(question.turns) if system.rank else None,
        evidence=system.evidence(question.turns) if system.evidence else None,
        peak_bytes=peak_bytes() if system.kind == "system" else None,
    )


def peak_bytes() -> int | None:
    """Of memory that this process ever held; None where the machine does not tell."""
    if sys.platform == "win32":
        return None
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return peak if sys.platform == "darwin" else peak * 1024
