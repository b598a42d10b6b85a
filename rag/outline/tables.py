"""The rows of a flattened table in, a unit for each row out."""

import re
from collections.abc import Sequence

from rag.outline.agencies import OWNER, names_agency
from rag.outline.drafts import Draft
from rag.outline.fields import read_field
from rag.outline.opened import Opened
from rag.reading.blocks import Block
from rag.reading.heading_topics import COLUMN, topic_of
from rag.reading.marks import is_mark_alone

Row = list[Block]
_SPEAKING = frozenset(
    "recommendation lesson learning_point finding good_practice key_message question".split()
)
"""Under these headings a row of a table without column names is a unit of that kind."""
_ACTION = re.compile(r"(?:\w+ )?(?:actions?|recommendations?|what)\b", re.IGNORECASE)
_ADDRESSED = frozenset("recommendation lesson learning_point key_message question".split())
"""And of a table whose columns have other names than those of an action plan."""
_NUMBERED = frozenset({"No.", "Ref.", "Rec."})
"""Names of a column that end like a sentence."""
_ACTING = frozenset({"action", "recommendation", "measure"})


def read_table(opened: Opened, first: int) -> int:
    """Adds the rows of the table whose first cell is at `first`; the position after it.

    A first row of short cells is the header: it tells the owner's column and whether the rows
    are actions. A table that goes on after a line across keeps its header."""
    rows, after = _rows(opened.blocks, first)
    if not opened.stack and all(len(_cells(row)) == 2 for row in rows) and not _header(rows):
        for row in rows:
            opened.add(_pair(row))
        opened.end_unit()
        return after
    if opened.label is not None and _are_fields(rows):
        for row in rows:
            _add_field(opened, row)
        return after
    header = _header(rows)
    if header is not None:
        opened.columns = {b.cell: b.text for b in header}
    elif max(len(_cells(row)) for row in rows) > len(opened.columns):
        opened.columns = {}
    kind = _kind(opened, rows)
    for row in rows:
        names = [b.text for b in row]
        is_header = header is not None and {*names} <= {b.text for b in header}
        draft = _header_draft(opened, row) if is_header else _row_draft(opened, row, kind)
        opened.body = opened.add(draft)
    opened.item = opened.lead_in = None
    return after


def is_action_header(cells: Sequence[str]) -> bool:
    """Do these cells name the columns of an action plan?"""
    named = sum(COLUMN.search(cell) is not None for cell in cells)
    return named >= 2 and any(_ACTION.match(cell) for cell in cells)


def _rows(blocks: Sequence[Block], first: int) -> tuple[list[Row], int]:
    rows: list[Row] = []
    at = first
    while at < len(blocks) and blocks[at].row >= 0 and (at == first or blocks[at].gap <= 2):
        if not rows or rows[-1][-1].row != blocks[at].row:
            rows.append([])
        rows[-1].append(blocks[at])
        at += 1
    return rows, at


def _header(rows: Sequence[Row]) -> Row | None:
    if len(rows[0]) < 2 or any(is_mark_alone(b.text) for b in rows[0]):
        return None
    short = all(
        len(b.text.split()) <= 9 and (b.text[-1] not in ".;" or b.text in _NUMBERED)
        for b in rows[0]
    )
    named = sum(COLUMN.search(b.text) is not None for b in rows[0])
    if not short or len(rows) < 2:
        return rows[0] if short and named >= 3 else None
    longer = sum(len(b.text) for row in rows[1:] for b in row) / max(1, sum(map(len, rows[1:])))
    names = sum(len(b.text) for b in rows[0]) / len(rows[0])
    return rows[0] if longer > names or COLUMN.search(rows[0][-1].text) else None


def _kind(opened: Opened, rows: Sequence[Row]) -> str:
    named = sum(COLUMN.search(name) is not None for name in opened.columns.values())
    wide = max(len(_cells(row)) for row in rows)
    if named >= 2 or (not opened.columns and wide >= 3 and opened.topic in _ACTING):
        return "action_row"
    speaks = opened.topic in (_ADDRESSED if opened.columns else _SPEAKING)
    if speaks and opened.topic is not None:
        return opened.topic
    return "detail"


def _cells(row: Row) -> set[int]:
    return {b.cell for b in row}


def _pair(row: Row) -> Draft:
    """A row of name and value before the first heading says something of the document."""
    draft = Draft("metadata", None, heading=row[0].text, inline=True)
    values = [b for b in row if b.cell != row[0].cell]
    draft.spans = [(values[0].start, values[-1].end)]
    return draft


def _are_fields(rows: Sequence[Row]) -> bool:
    """Name and value of a recommendation's fields, one below the other."""
    pairs = all(len(_cells(row)) == 2 for row in rows)
    return pairs and sum(read_field(row[0].text, "") is not None for row in rows) * 2 > len(rows)


def _add_field(opened: Opened, row: Row) -> None:
    field = read_field(row[0].text, row[-1].text)
    draft = _row_draft(opened, row, field.kind if field else "detail")
    opened.body = opened.add(draft)
    opened.own(field.owner if field else None)


def _header_draft(opened: Opened, row: Row) -> Draft:
    draft = Draft("section", opened.around, inline=True, heading="Column names")
    draft.spans = [(row[0].start, row[-1].end)]
    return draft


def _row_draft(opened: Opened, row: Row, kind: str) -> Draft:
    draft = Draft(kind, opened.around, inline=True)
    draft.spans = [(row[0].start, row[-1].end)]
    draft.agency = _owner(opened, row, kind)
    if is_mark_alone(row[0].text):
        draft.number = row[0].text.strip("().: ")
        draft.words = len(row)
    return draft


def _owner(opened: Opened, row: Row, kind: str) -> str | None:
    column = next((cell for cell, name in opened.columns.items() if OWNER.search(name)), None)
    owner = "; ".join(b.text for b in row if b.cell == column)
    if owner or column is not None:
        return owner or None
    first = row[0].text
    if kind == "recommendation" and len(row) > 1 and names_agency(first) and not topic_of(first):
        return first
    if opened.agency or kind != "action_row":
        return opened.agency
    return next((d.heading for d in reversed(opened.stack) if names_agency(d.heading)), None)
