"""A table whose cells can be chosen: a real one, for the keyboard and for who cannot see it."""

from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

import streamlit as st

_HERE = Path(__file__)
_TABLE = st.components.v2.component(
    "finding_aid_table",
    css=_HERE.with_suffix(".css").read_text(encoding="utf-8"),
    js=_HERE.with_suffix(".js").read_text(encoding="utf-8"),
)


@dataclass(frozen=True, slots=True)
class Column:
    text: str
    note: str = ""
    number: bool = False


@dataclass(frozen=True, slots=True)
class Cell:
    text: str
    key: str = ""
    """What is told when it is chosen; empty where it cannot be."""
    label: str = ""
    """What is read out in place of a bare figure."""
    level: int | None = None
    """Shade, 0 to 4; None for a cell without."""
    note: str = ""


@dataclass(frozen=True, slots=True)
class Table:
    caption: str
    """Read out, not shown."""
    columns: Sequence[Column]
    rows: Sequence[Sequence[Cell]]
    """The first cell heads its row."""
    dense: bool = False
    """A matrix of figures."""


def show_table(
    table: Table, *, key: str, on_choice: Callable[[str], None], chosen: str = ""
) -> None:
    """`on_choice` gets the key of the cell that was chosen, one of those given."""
    keys = {cell.key for row in table.rows for cell in row if cell.key}

    def choose() -> None:
        told = str(st.session_state[key].get("chosen") or "")
        if told in keys:
            on_choice(told)

    data = asdict(table) | {"chosen": chosen}
    _TABLE(key=key, data=data, on_chosen_change=choose, height="content")
