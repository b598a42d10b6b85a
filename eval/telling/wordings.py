"""The same thing asked in several wordings, told side by side."""

from eval.measuring.consistency import Intent, intents, worst_intents
from eval.measuring.coverage import GOLD_RECALL
from eval.measuring.figures import Row
from eval.telling.records import Record
from eval.telling.tables import Section, Table, show_type, show_value, tell_figures
from eval.telling.worst import tell

MOST = 10
_HEADS = ("Wording", "Status", "Recall", "Shown first")


def tell_wordings(record: Record) -> Section:
    """Figures over all intents, and the worst of these; n counts intents."""
    if not record.consistency:
        return Section("The same in other words", "")
    told = tell_figures("Consistency over wordings", "Measure", record.consistency)
    worst = worst_intents(intents(record.rows), MOST)
    remark = "Means over what is asked in several wordings, which n counts; below, the worst."
    return Section("The same in other words", remark, [told, *map(_side_by_side, worst)])


def _side_by_side(intent: Intent) -> Table:
    rows = [_wording(row) for row in intent.rows]
    return Table(f"{intent.name}, {show_type(intent.type)}", _HEADS, rows, prose=True)


def _wording(row: Row) -> tuple[str, str, str, str]:
    first = row.shown[0] if row.shown else None
    shown = f"{first.document}, {first.label}" if first else "nothing"
    return " / ".join(row.turns), tell(row), show_value(row.values.get(GOLD_RECALL)), shown
