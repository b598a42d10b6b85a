"""The files of measured runs, as `rag eval` keeps them and the window shows them.

In a file questions lie in columns: `rows` has one array for each field, all in the order of the
set, and in `values` one for each measure, null where it does not apply. A quotation is told once,
in `quotations`, as `[document, unit, label, quote]`, its document counted in `documents`; `shown`
counts quotations. Both count from 0.
"""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

Fields = dict[str, Any]
QUOTATION = ("document", "unit", "label", "quote")


def runs_folder(data: Path) -> Path:
    return data / "runs"


def unpack_questions(packed: Mapping[str, Any]) -> Fields:
    """`rows`, each by its fields, and `gains` by question. Raises KeyError, TypeError, ValueError,
    IndexError or AttributeError where it is no run."""
    quoted = [
        dict(zip(QUOTATION, (packed["documents"][number], *rest), strict=True))
        for number, *rest in packed["quotations"]
    ]
    rows = _as_rows(packed["rows"], quoted)
    gains = zip(rows, packed["gains"], strict=True)
    return {"rows": rows, "gains": {row["question"]: gain for row, gain in gains}}


def _as_rows(columns: Fields, quoted: Sequence[Fields]) -> list[Fields]:
    plain = {name: column for name, column in columns.items() if name != "values"}
    rows = [dict(zip(plain, each, strict=True)) for each in zip(*plain.values(), strict=True)]
    for place, row in enumerate(rows):
        row["shown"] = [quoted[number] for number in row["shown"]]
        row["values"] = {
            name: column[place]
            for name, column in columns["values"].items()
            if column[place] is not None
        }
    return rows
