"""What readers said of the answers."""

from eval.reading.readings import Summary, alike, summarise
from eval.reading.verdicts import VERDICTS
from eval.telling.records import Record
from eval.telling.tables import Section, Table, show_value

_VERDICTS = [verdict.capitalize() for verdict in VERDICTS]
_HEADS = ("Read by", "Answers", *_VERDICTS, "Content", "Misleading, share", "What failed")


def tell_readings(record: Record) -> Section:
    rows = [_cells(summarise(each)) for each in record.readings]
    tables = [Table("Answers read", _HEADS, rows)] if rows else []
    share, told = alike(record.readings), ""
    if share is not None:
        told = f"Of the answers read twice, {share:.0%} were judged alike, content or not."
    return Section("Read by people or a model", told, tables)


def _cells(summary: Summary) -> tuple[str, ...]:
    return (
        summary.by,
        f"{summary.read}",
        *(f"{summary.counts[verdict]}" for verdict in VERDICTS),
        show_value(summary.content),
        show_value(summary.misleading),
        ", ".join(f"{stage} {n}" for stage, n in summary.stages.items()) or "–",
    )
