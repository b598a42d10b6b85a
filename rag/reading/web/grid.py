"""A web page in, the row and column in which each cell of its tables stands out."""

from collections.abc import Iterator

from rag.backends.web_page import Element, elements
from rag.reading.web.looks import HEADINGS

_CELLS = frozenset({"td", "th"})
_GROUPS = frozenset({"thead", "tbody", "tfoot"})
_WIDEST = 1000
"""Columns and rows that a cell may cover, as browsers have it."""


def cell_places(page: Element, unseen: set[Element]) -> dict[Element, tuple[int, int]]:
    """For each cell its row, counted over all tables of the page, and its column, 0-based. A cell
    that covers several columns or rows has its first ones; those beside and below stand where
    they are seen. Tables that only lay out the page are passed over."""
    found: dict[Element, tuple[int, int]] = {}
    rows = 0
    for table in elements(page):
        if table.name != "table" or table in unseen or _lays_out(table):
            continue
        covered: dict[int, int] = {}
        for row in _rows(table):
            found.update(_places_in(row, rows, covered))
            rows += 1
    return found


def _lays_out(table: Element) -> bool:
    """Does it hold another table, or a part of the text with its heading, in a cell?"""
    if table.attributes.get("role", "").strip().lower() in ("presentation", "none"):
        return True
    inside = list(elements(table))[1:]
    return any(element.name == "table" for element in inside) or any(
        element.name == "td" and _holds_a_section(element) for element in inside
    )


def _holds_a_section(cell: Element) -> bool:
    within = [element.name for element in elements(cell)]
    return any(name in HEADINGS for name in within) and any(n in ("p", "ul", "ol") for n in within)


def _rows(table: Element) -> Iterator[Element]:
    for child in table.children:
        if isinstance(child, Element):
            if child.name == "tr":
                yield child
            elif child.name in _GROUPS:
                yield from _rows(child)


def _places_in(
    row: Element, number: int, covered: dict[int, int]
) -> Iterator[tuple[Element, tuple[int, int]]]:
    """`covered`: for each column, how many rows from this one on a cell above covers."""
    column, opened = 0, dict[int, int]()
    for cell in row.children:
        if not isinstance(cell, Element) or cell.name not in _CELLS:
            continue
        while covered.get(column, 0) > 0:
            column += 1
        yield cell, (number, column)
        below = _span(cell, "rowspan")
        for _ in range(_span(cell, "colspan") or 1):
            opened[column] = below or _WIDEST
            column += 1
    for place in {*covered, *opened}:
        covered[place] = max(covered.get(place, 0), opened.get(place, 0)) - 1


def _span(cell: Element, name: str) -> int:
    value = cell.attributes.get(name, "").strip()
    return min(int(value), _WIDEST) if value.isascii() and value.isdigit() else 1
