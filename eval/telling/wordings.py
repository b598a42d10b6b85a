"""The same thing asked in several wordings, told side by side."""

import html

from eval.measuring.consistency import Intent, intents, worst_intents
from eval.measuring.coverage import GOLD_RECALL
from eval.measuring.rows import Row
from eval.telling.records import Record
from eval.telling.tables import show_interval, show_type, show_value, table
from eval.telling.worst import tell

MOST = 10


def rows(record: Record) -> list[tuple[str, ...]]:
    """Figure, value, interval and number of intents."""
    return [
        (name, show_value(each.value), show_interval(each), f"{each.n}")
        for name, each in record.consistency.items()
    ]


def worst(record: Record) -> list[Intent]:
    return worst_intents(intents(record.rows), MOST)


def wording_cells(row: Row) -> tuple[str, str, str, str]:
    """The wording, its status, its recall, and what it shows first."""
    first = row.shown[0] if row.shown else None
    shown = f"{first.document}, {first.label}" if first else "nothing"
    return " / ".join(row.turns), tell(row), show_value(row.values.get(GOLD_RECALL)), shown


def show_wordings(record: Record) -> str:
    heads = ("Figure", "Value", "95 % interval", "Intents")
    return table("Consistency over wordings", heads, rows(record)) + "".join(
        f"<h3>{html.escape(f'{each.name}, {show_type(each.type)}')}</h3>"
        + table(
            "Wordings of one intent",
            ("Wording", "Status", "Recall", "Shown first"),
            [wording_cells(row) for row in each.rows],
        )
        for each in worst(record)
    )
