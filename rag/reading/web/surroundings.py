"""A web page in, what stands around the words of each of its elements out."""

from dataclasses import dataclass

from rag.backends.web_page import Element, elements
from rag.reading.web.furniture import site_furniture
from rag.reading.web.grid import cell_places
from rag.reading.web.looks import heading_level, is_block, is_bold, is_box, keeps_lines, rise
from rag.reading.web.numbering import item_numbers
from rag.reading.web.unseen import unseen_elements


@dataclass(frozen=True, slots=True)
class Surroundings:
    """Of the words of one element."""

    block: Element
    """Innermost element around them that has lines of its own."""
    box: Element | None = None
    """Innermost element around them that stands apart in its line."""
    item: Element | None = None
    """Innermost list item around them."""
    number: str = ""
    """That of the item as printed; "" for a bullet."""
    depth: int = 0
    """Lists around them."""
    cell: tuple[int, int] | None = None
    """Row, counted over all tables of the page, and column of the cell around them, 0-based."""
    level: int = 0
    """That of the heading around them, 1 to 6; 0 for none."""
    bold: bool = False
    link: bool = False
    keeps_lines: bool = False
    rise: int = 0
    """1 for raised words, -1 for lowered ones."""
    unread: bool = False
    """Nobody sees them, or they belong to the site and not to its document."""


def read_surroundings(page: Element) -> dict[Element, Surroundings]:
    unseen = unseen_elements(page)
    unread = unseen | site_furniture(page, unseen)
    numbers, cells = item_numbers(page, unread), cell_places(page, unread)
    found: dict[Element, Surroundings] = {}
    for element in elements(page):
        above = found[element.parent] if element.parent else Surroundings(element)
        found[element] = _inside(element, above, numbers, cells, unread=element in unread)
    return found


def _inside(
    element: Element, above: Surroundings, numbers: dict[Element, str],
    cells: dict[Element, tuple[int, int]], *, unread: bool,
) -> Surroundings:  # fmt: skip
    bold, lines = is_bold(element), keeps_lines(element)
    item = element.name == "li"
    return Surroundings(
        block=element if is_block(element) else above.block,
        box=element if is_box(element) else above.box,
        item=element if item else above.item,
        number=numbers.get(element, "") if item else above.number,
        depth=above.depth + (element.name in ("ol", "ul", "menu", "dir")),
        cell=cells.get(element, above.cell),
        level=heading_level(element) or above.level,
        bold=above.bold if bold is None else bold,
        link=above.link or (element.name == "a" and "href" in element.attributes),
        keeps_lines=above.keeps_lines if lines is None else lines,
        rise=rise(element) or above.rise,
        unread=unread,
    )
