"""The questions that cost a run most, with what was shown and what was missed."""

from collections.abc import Sequence

from eval.measuring.figures import Row
from eval.measuring.headline import GROUNDED
from eval.measuring.refusal import credit
from eval.telling.tables import Section, Table, show_type

MOST = 20


def gain(row: Row) -> float:
    """What a question adds to the headline figure, 0 to 1: how well it was answered, or whether
    it was rightly refused; where the set says no more than that it can be answered, whether it
    was."""
    value = row.values.get(GROUNDED)
    return credit(row) if value is None else value


def worst(rows: Sequence[Row]) -> list[Row]:
    """At most MOST of those that lost anything, the greatest loss first, ties in their order."""
    return sorted((row for row in rows if gain(row) < 1), key=gain)[:MOST]


def tell(row: Row) -> str:
    """ "refused, not stated"."""
    return f"{row.status}, {row.reason.replace('_', ' ')}" if row.reason else row.status


def tell_worst(rows: Sequence[Row]) -> Section:
    found = worst(rows)
    return Section(
        f"The worst {MOST} questions",
        "Those that add least to the headline figure, with the quotations that were shown and what"
        " of the expected was not among them."
        if found
        else "No question lost anything.",
        [_table(row) for row in found],
        for_page=True,
    )


def _table(row: Row) -> Table:
    kind = show_type(row.type) if row.answerable else f"{show_type(row.type)}, cannot be answered"
    about = f"{row.question}, {kind}: {tell(row)}; {gain(row):.2f} of 1, {row.words} words"
    shown = [("Shown", f"{each.document}, {each.label}: {each.quote}") for each in row.shown]
    rows = [
        *(shown or [("Shown", "No quotation.")]),
        *([("Missed", text) for text in row.missed] or [("Missed", "Nothing.")]),
    ]
    return Table(" / ".join(row.turns), ("What", about), rows, prose=True)
