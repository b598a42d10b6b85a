"""What a run did worst, with what was shown and what was missed: the questions that cost it most,
and, of what is asked in several wordings, those that are answered least alike."""

from collections.abc import Sequence

from eval.measuring.consistency import Intent, intents, worst_intents
from eval.measuring.coverage import GOLD_RECALL
from eval.measuring.figures import Row
from eval.measuring.headline import GROUNDED
from eval.measuring.refusal import credit
from eval.telling.records import Record
from eval.telling.tables import Section, Table, show_type, show_value, tell_figures

MOST = 20
_MOST_INTENTS = 10


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
    remark = (
        "Those that add least to the headline figure, with the quotations that were shown and what"
        " of the expected was not among them."
    )
    told = remark if found else "No question lost anything."
    return Section(f"The worst {MOST} questions", told, [*map(_table, found)], for_page=True)


def _table(row: Row) -> Table:
    kind = show_type(row.type) if row.answerable else f"{show_type(row.type)}, cannot be answered"
    about = f"{row.question}, {kind}: {tell(row)}; {gain(row):.2f} of 1, {row.words} words"
    shown = [f"{each.document}, {each.label}: {each.quote}" for each in row.shown]
    rows = [
        *(("Shown", text) for text in shown or ["No quotation."]),
        *(("Missed", text) for text in row.missed or ["Nothing."]),
    ]
    return Table(" / ".join(row.turns), ("What", about), rows, prose=True)


def tell_wordings(record: Record) -> Section:
    """Figures over all intents, and the worst of these side by side; n counts intents."""
    if not record.consistency:
        return Section("The same in other words", "")
    told = tell_figures("Consistency over wordings", "Measure", record.consistency)
    found = worst_intents(intents(record.rows), _MOST_INTENTS)
    remark = "Means over what is asked in several wordings, which n counts; below, the worst."
    return Section("The same in other words", remark, [told, *map(_side_by_side, found)])


def _side_by_side(intent: Intent) -> Table:
    heads = ("Wording", "Status", "Recall", "Shown first")
    rows = [
        (" / ".join(row.turns), tell(row), show_value(row.values.get(GOLD_RECALL)),
         next((f"{first.document}, {first.label}" for first in row.shown), "nothing"))
        for row in intent.rows
    ]  # fmt: skip
    return Table(f"{intent.name}, {show_type(intent.type)}", heads, rows, prose=True)
