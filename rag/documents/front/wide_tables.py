"""Blocks in, which of them are cells of a table with several columns out: a row there tells of one
thing of many, not of the document, as a row of label and value does."""

from collections.abc import Sequence
from itertools import groupby

from rag.reading.blocks import Block

_PAIR = 2
"""Columns of a table of labels and values."""


def wide_cells(blocks: Sequence[Block]) -> frozenset[int]:
    """Positions of the cells of each table that has a row of more than two columns."""
    wide: set[int] = set()
    for in_table, run in groupby(enumerate(blocks), key=lambda each: each[1].row >= 0):
        table = list(run) if in_table else []
        columns: dict[int, set[int]] = {}
        for _, block in table:
            columns.setdefault(block.row, set()).add(block.cell)
        if any(len(cells) > _PAIR for cells in columns.values()):
            wide.update(i for i, _ in table)
    return frozenset(wide)
