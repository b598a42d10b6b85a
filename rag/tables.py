"""The rows of a flattened table in, a unit for each row out."""

from collections.abc import Sequence

from rag.blocks import Block
from rag.drafts import Draft
from rag.topics import ACTION_TABLE, OWNER

Row = list[Block]


def read_table(
    blocks: Sequence[Block], first: int, parent: Draft | None
) -> tuple[list[Draft], int]:
    """Drafts of the rows of the table whose first cell is at `first`, and the position after it.

    A first row of short cells is the header: it tells the owner's column and whether the rows
    are actions."""
    rows, after = _rows(blocks, first)
    header = _header(rows)
    drafts = []
    if header is not None:
        drafts.append(_draft("section", parent, header, ""))
    names = {b.cell: b.text for b in header or []}
    paired = header is None and parent is None and all(len(_cells(row)) == 2 for row in rows)
    if paired:
        return [_pair(row) for row in rows], after
    kind = "action_row" if _is_action_table(names) else "detail"
    owner = next((cell for cell, name in names.items() if OWNER.search(name)), None)
    for number, row in enumerate(rows[1 if header else 0 :], start=1):
        draft = _draft(kind, parent, row, f"row {number}")
        draft.agency = "; ".join(b.text for b in row if b.cell == owner) or None
        drafts.append(draft)
    return drafts, after


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
    if len(rows) < 2 or len(rows[0]) < 2:
        return None
    short = all(len(b.text.split()) <= 9 and b.text[-1] not in ".;" for b in rows[0])
    longer = sum(len(b.text) for row in rows[1:] for b in row) / max(1, sum(map(len, rows[1:])))
    names = sum(len(b.text) for b in rows[0]) / len(rows[0])
    return rows[0] if short and (longer > names or ACTION_TABLE.search(rows[0][-1].text)) else None


def _is_action_table(names: dict[int, str]) -> bool:
    return sum(1 for name in names.values() if ACTION_TABLE.search(name)) >= 2


def _cells(row: Row) -> set[int]:
    return {b.cell for b in row}


def _pair(row: Row) -> Draft:
    """A row of name and value before the first heading says something of the document."""
    draft = Draft("metadata", None, heading=row[0].text, inline=True)
    values = [b for b in row if b.cell != row[0].cell]
    draft.spans = [(values[0].start, values[-1].end)]
    return draft


def _draft(kind: str, parent: Draft | None, row: Row, run: str) -> Draft:
    draft = Draft(kind, parent, inline=True, run_in="")
    draft.word = run
    draft.spans = [(row[0].start, row[-1].end)]
    draft.heading = row[0].text if kind == "section" else ""
    return draft
