"""Verdicts of a sheet in, a run that has them out; and what all readings of a run come to."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime

from eval.reading.sheet import code_of
from eval.reading.verdicts import VERDICTS, Reading, Verdict
from eval.telling.records import Record

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


def belongs_to(record: Record, verdicts: Mapping[str, Verdict]) -> bool:
    """Whether the sheet was made of this run."""
    codes = {code_of(record, row) for row in record.rows}
    return bool(verdicts) and verdicts.keys() <= codes


def add_reading(record: Record, verdicts: Mapping[str, Verdict], by: str) -> Record:
    """One by the same readers is replaced."""
    questions = {code_of(record, row): row.question for row in record.rows}
    reading = Reading(
        by,
        datetime.now(UTC).date().isoformat(),
        {questions[code]: verdict for code, verdict in verdicts.items()},
    )
    kept = tuple(each for each in record.readings if each.by != by)
    return replace(record, readings=(*kept, reading))


def summarise(reading: Reading) -> Summary:
    """Not of a reading without a verdict."""
    verdicts = [each.verdict for each in reading.verdicts.values()]
    counted, read = Counter(verdicts), len(verdicts)
    stages = Counter(each.stage for each in reading.verdicts.values() if each.stage)
    return Summary(
        reading.by,
        read,
        {verdict: counted[verdict] for verdict in VERDICTS},
        sum(counted[each] for each in CONTENT) / read,
        counted["misleading"] / read,
        dict(stages.most_common()),
    )


def alike(readings: Sequence[Reading]) -> float | None:
    """Share of the answers that two readings judged alike, content or not, over every pair of
    readings; None where no answer was read twice."""
    pairs = [
        (one.verdicts[question].verdict in CONTENT) == (other.verdicts[question].verdict in CONTENT)
        for place, one in enumerate(readings)
        for other in readings[place + 1 :]
        for question in one.verdicts.keys() & other.verdicts.keys()
    ]
    return sum(pairs) / len(pairs) if pairs else None
