"""The same words on several pages in; whether they head parts of the text, and no pages, out."""

from collections.abc import Mapping, Sequence, Set

from rag.reading.scan import Line

EDGE = 4
"""How many lines from a page's edge may be furniture."""


def heads_parts(
    found: Sequence[int], lines: Sequence[Line], on_page: Mapping[int, Sequence[int]]
) -> bool:
    """ "What we asked": now and then at the top of a page, and no sentence of the page before goes
    on below it. `found`: positions of the words; `on_page`: of the lines of each page."""
    pages = {lines[i].page for i in found}
    if len(pages) * 2 >= len(on_page) or are_neighbours(pages):
        return False
    return all(_is_at_top(i, on_page[lines[i].page]) and _begins(lines[i + 1]) for i in found)


def are_neighbours(pages: Set[int]) -> bool:
    return max(pages) - min(pages) + 1 == len(pages)


def _is_at_top(i: int, page: Sequence[int]) -> bool:
    return i in page[:EDGE] and i + 1 in page


def _begins(line: Line) -> bool:
    return not line.text[0].islower()
