"""Verdicts of a sheet in, a reading of a run out; and what all readings of it come to."""

import hashlib
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from itertools import combinations

from eval.reading.verdicts import VERDICTS, Reading, Verdict

CONTENT = ("good", "acceptable")


@dataclass(frozen=True, slots=True)
class Summary:
    by: str
    read: int
    counts: dict[str, int]
    """By verdict, all of VERDICTS."""
    content: float
    """Share of those read that are good or acceptable, 0 to 1."""
    misleading: float
    stages: dict[str, int]
    """By stage, the most frequent first."""


def code_of(run: str, question: str) -> str:
    """What a sheet calls an answer, from the ids of run and question: ten letters, so that it says
    nothing and no spreadsheet takes it for a number."""
    digest = hashlib.sha256(f"{run} {question}".encode()).digest()
    return "".join(chr(ord("a") + byte % 26) for byte in digest[:10])


def take_in(
    run: str, questions: Iterable[str], verdicts: Mapping[str, Verdict], by: str
) -> Reading | None:
    """`verdicts` by code. None where the sheet was not made of this run, or has no verdict."""
    by_code = {code_of(run, question): question for question in questions}
    if not verdicts or not verdicts.keys() <= by_code.keys():
        return None
    told = {by_code[code]: verdict for code, verdict in verdicts.items()}
    return Reading(by, datetime.now(UTC).date().isoformat(), told)


def summarise(reading: Reading) -> Summary:
    """Not of a reading without a verdict."""
    verdicts = reading.verdicts.values()
    counts = Counter(each.verdict for each in verdicts)
    stages = Counter(each.stage for each in verdicts if each.stage)
    return Summary(
        reading.by,
        len(verdicts),
        {verdict: counts[verdict] for verdict in VERDICTS},
        sum(counts[each] for each in CONTENT) / len(verdicts),
        counts["misleading"] / len(verdicts),
        dict(stages.most_common()),
    )


def alike(readings: Sequence[Reading]) -> float | None:
    """Share of the answers that two readings judged alike, content or not, over every pair of
    readings; None where no answer was read twice."""
    pairs = [
        (one.verdicts[question].verdict in CONTENT) == (other.verdicts[question].verdict in CONTENT)
        for one, other in combinations(readings, 2)
        for question in one.verdicts.keys() & other.verdicts.keys()
    ]
    return sum(pairs) / len(pairs) if pairs else None
