"""Words of a document in, the pages that they are printed on out, with the words boxed."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from rag.backends.page_images import Box, locate_words
from rag.types import Document, Page, Span


@dataclass(frozen=True, slots=True)
class PrintedPage:
    page: Page
    boxes: tuple[Box, ...]
    located: bool
    """Whether all of the words that stand on this page were; True also where none were sought."""


def printed_pages(
    document: Document, path: Path, words: Iterable[Span], *, otherwise: int
) -> tuple[PrintedPage, ...]:
    """The pages of a PDF at `path` that these stretches of the reading text stand on, in order;
    where there are none, page `otherwise` (from 1). Raises UnreadableFile."""
    stretches = [*_by_page(document, words)]
    if not stretches:
        page = document.pages[otherwise - 1]
        return (PrintedPage(page, (), located=True),)
    pages = dict.fromkeys(page for page, _ in stretches)
    return tuple(
        _locate(document, path, page, [s for p, s in stretches if p == page]) for page in pages
    )


def _by_page(document: Document, words: Iterable[Span]) -> Iterator[tuple[Page, Span]]:
    for start, end in words:
        for page in document.pages:
            part = max(start, page.start), min(end, page.end)
            if document.reading.text[slice(*part)].strip():
                yield page, part


def _locate(document: Document, path: Path, page: Page, stretches: list[Span]) -> PrintedPage:
    found = [
        locate_words(
            path, page.number, document.reading.text[start:end],
            share=(start - page.start) / (page.end - page.start),
        )
        for start, end in stretches
    ]  # fmt: skip
    return PrintedPage(page, tuple(box for boxes in found for box in boxes), located=all(found))
