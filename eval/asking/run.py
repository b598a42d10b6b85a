"""A question asked of a system: the answer, and what was found for it."""

import sys
from dataclasses import dataclass, replace
from time import perf_counter

from eval.asking.systems import Ranked, System
from eval.sets.questions import Question
from rag.types import Answer

if sys.platform != "win32":
    import resource


@dataclass(frozen=True, slots=True)
class Reply:
    question: Question
    answer: Answer
    """Its `seconds` are wall time, measured here."""
    ranking: tuple[Ranked, ...] | None
    """What the system's search found; None where it has none."""
    evidence: tuple[Ranked, ...] | None
    """What of it was handed on."""
    peak_bytes: int | None
    """Most memory that the process ever held, after the answer; None where the machine does not
    tell, and for all but our own system, which is asked first."""


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
