"""Blocks of a Word document in, lines of text with the structure as Markdown out."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

LONGEST_HEADING = 250
"""Characters; what is longer has the style of a heading and is a paragraph."""


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph, a heading, a list item or a row of a table."""

    text: str
    level: int = 0
    """Of a heading: 1 is outermost."""
    label: str = ""
    """Of a list item or a numbered heading: "-" or the number as Word counts it."""
    bold: bool = False
    row: bool = False

    @property
    def line(self) -> str:
        if self.level:
            words = ("#" * self.level, self.label.strip("-"), self.text)
            return " ".join(" ".join(words).split())
        if self.label:
            return f"{self.label} {self.text}"
        return f"**{self.text}**" if self.bold and "\n" not in self.text else self.text

    @property
    def is_loose(self) -> bool:
        """Items and rows stand on lines without a gap, each beside its own kind."""
        return not self.row and (self.level > 0 or not self.label)


def lines_of(blocks: Iterable[Block]) -> Iterator[str]:
    before: Block | None = None
    for block in blocks:
        if before and (block.is_loose or before.is_loose or block.row != before.row):
            yield ""
        yield block.line
        before = block


def row_of(cells: Sequence[Sequence[Block]], *, goes_on: bool = False) -> Iterator[Block]:
    """A row of a table; but where one cell alone has words, where a cell holds a table or a
    heading with text below, the table is layout: the cells are read one after the other.

    `goes_on`: a cell of the row above reaches into this one."""
    filled = [cell for cell in cells if cell]
    if (len(filled) == 1 and not goes_on) or any(_is_laid_out(cell) for cell in filled):
        for cell in filled:
            yield from cell
    elif filled:
        yield Block("\t".join(_on_one_line(cell) for cell in cells), row=True)


def _is_laid_out(cell: Sequence[Block]) -> bool:
    return any(block.row for block in cell) or any(block.level for block in cell[:-1])


def _on_one_line(cell: Sequence[Block]) -> str:
    """List items keep a bullet or number to be told apart by."""
    if len(cell) == 1 and not cell[0].level and not cell[0].label:
        return " ".join(cell[0].line.split())
    labels = ("•" if block.label == "-" else block.label for block in cell)
    texts = (f"{label} {block.text}" for label, block in zip(labels, cell, strict=True))
    return " ".join(" ".join(texts).split())
