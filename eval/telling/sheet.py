"""A run in, a sheet out for readers who did not build the system: question, answer as shown,
sources. Nothing on it tells what produced an answer, or what was expected."""

import csv
import io
import random
from collections.abc import Sequence

from eval.measuring.figures import Row
from eval.reading.readings import STAGES, VERDICTS, code_of
from eval.telling.page import page_of, show_table
from eval.telling.records import Record
from eval.telling.tables import Table

COLUMNS = ("code", "question", "answer", "sources", "verdict", "stage", "note")
_STARTS_FORMULA = ("=", "+", "-", "@", "\t", "\r")
_HOW = (
    "Read each question and the answer as a person at work would. Write one verdict a line into"
    " the table that came with this page: "
    + "; ".join(f"<b>{verdict}</b>: {meaning}" for verdict, meaning in VERDICTS.items())
    + ". Where an answer is useless or misleading, say at which stage it went wrong, as far as"
    f" that can be seen: {', '.join(STAGES)}. A note is welcome."
)


def choose_rows(record: Record, most: int | None) -> list[Row]:
    """All, or so many drawn at random, the same for one run; in an order that says nothing."""
    rows = sorted(record.rows, key=lambda row: code_of(record.id, row.question))
    if most is None or most >= len(rows):
        return rows
    return random.Random(record.id).sample(rows, most)  # noqa: S311  # no secret hangs on it


def as_csv(record: Record, rows: Sequence[Row]) -> str:
    """With empty cells for verdict, stage and note. No cell is taken for a formula."""
    text = io.StringIO()
    sheet = csv.writer(text, lineterminator="\r\n")
    sheet.writerow(COLUMNS)
    for row in rows:
        cells = _cells(record, row)
        neutral = [f"'{cell}" if cell.startswith(_STARTS_FORMULA) else cell for cell in cells]
        sheet.writerow([*neutral, "", "", ""])
    return text.getvalue()


def as_html(record: Record, rows: Sequence[Row]) -> str:
    heads = [name.capitalize() for name in COLUMNS[:4]]
    answers = Table("Answers", heads, [_cells(record, row) for row in rows], prose=True)
    return page_of("Answers to be read", f"<p>{_HOW}</p>", show_table(answers))


def _cells(record: Record, row: Row) -> tuple[str, str, str, str]:
    """Code, question, answer and sources."""
    sources = [
        f"[{each.n}] {each.title}, {each.label}"
        + (f", page {each.page}" if each.page is not None else "")
        for each in row.shown
    ]
    code = code_of(record.id, row.question)
    return code, " / ".join(row.turns), row.text, "\n".join(sources)
