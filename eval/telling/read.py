"""What readers said of the answers, as tables."""

from collections.abc import Sequence

from eval.reading.readings import Summary, alike, summarise
from eval.reading.verdicts import VERDICTS
from eval.telling.records import Record
from eval.telling.tables import show_value, table

HEADS = ("read by", "answers", *VERDICTS, "content", "misleading", "stages of what failed")


def rows(record: Record) -> list[tuple[str, ...]]:
    return [_cells(summarise(each)) for each in record.readings]


def agreement(record: Record) -> str:
    """A sentence; empty where no answer was read twice."""
    share = alike(record.readings)
    if share is None:
        return ""
    return f"Of the answers that were read twice, {share:.0%} were judged alike, content or not."


def show_readings(record: Record) -> str:
    found: Sequence[Sequence[str]] = rows(record)
    return table("Answers read", [head.capitalize() for head in HEADS], found) + (
        f"<p>{agreement(record)}</p>"
    )


def _cells(summary: Summary) -> tuple[str, ...]:
    stages = ", ".join(f"{stage} {n}" for stage, n in summary.stages.items())
    return (
        summary.by,
        f"{summary.read}",
        *(f"{summary.counts[verdict]}" for verdict in VERDICTS),
        show_value(summary.content),
        show_value(summary.misleading),
        stages or "–",
    )
