"""Ours beside a plain hybrid search over the same documents, as tables of a page."""

from collections.abc import Sequence

from eval.telling.compared import Compared
from eval.telling.records import Record
from eval.telling.tables import show_type, show_value, table

HEADS = ("plain hybrid", "ours", "ours less it", "95 % interval", "n")


def cells(each: Compared) -> tuple[str, ...]:
    """One for each of HEADS."""
    low, high = each.difference.interval
    return (
        show_value(each.first),
        show_value(each.second),
        f"{each.difference.value:+.3f}",
        f"{low:+.3f} to {high:+.3f}",
        f"{each.n}",
    )


def rows(record: Record) -> list[tuple[str, ...]]:
    return [(each.measure, *cells(each)) for each in record.beside_hybrid]


def rows_by_type(record: Record) -> list[tuple[str, ...]]:
    """Type and measure in one cell, types in the order of the set."""
    return [
        (f"{show_type(kind)}: {each.measure}", *cells(each))
        for kind, compared in record.beside_by_type.items()
        for each in compared
    ]


def show_hybrid(record: Record) -> str:
    def made(caption: str, first: str, found: Sequence[Sequence[str]]) -> str:
        return table(caption, (first, *HEADS), found) if found else ""

    return made("Beside a plain hybrid search", "Measure", rows(record)) + made(
        "Beside a plain hybrid search, by type of question", "Type", rows_by_type(record)
    )
