"""What a file says of itself for programs (YAML keys, meta tags, core properties) in, the author
that the document prints too out: a property alone is often the name of whoever typed it."""

import re
from collections.abc import Iterator, Sequence

from rag.documents.front.findings import Finding
from rag.documents.front.people import names_people
from rag.reading.blocks import Block
from rag.types import Document, Format, Source

_FIRST, _LAST = 30, 30
"""Blocks at either end in which an author is printed."""
_BETWEEN = re.compile(r"\s*[,;]\s*|\s+(?:and|&)\s+")
PROPERTIES = {"title": "Title", "author": "Author", "created": "Date"}
"""How a person calls each property of a file."""
_MEANT_FOR_READERS: dict[Format, tuple[str, ...]] = {
    "markdown": ("title", "author", "created"),
    "html": ("title", "author", "created"),
    "word": ("title", "author"),
}
"""The properties that somebody has filled in for readers, by format: the day on which a Word file
was made is no date of the document, and those who make a PDF seldom look at what it says of
itself."""


def find_in_properties(source: Source, blocks: Sequence[Block]) -> Iterator[Finding]:
    """Each author where he or she is named first, in the opening or at the end."""
    given = dict(source.properties).get("author", "")
    ends = [*blocks[:_FIRST], *blocks[_FIRST:][-_LAST:]]
    for name in filter(None, _BETWEEN.split(given.strip())):
        if not names_people(name):
            continue
        whole = re.compile(rf"(?<!\w){re.escape(name)}(?!\w)")
        for block in ends:
            if found := whole.search(block.text):
                start = block.start + found.start()
                yield Finding("author", (start, start + len(name)), name)
                break


def unprinted_properties(document: Document) -> tuple[tuple[str, str], ...]:
    """What only the file says: a key of `PROPERTIES`, and the value. Answers never rest on it, as
    it cannot be quoted; it is shown as what it is."""
    text = " ".join(document.reading.text.split())
    card = {"title": document.record.title, "created": document.record.published or ""}
    return tuple(
        (name, value)
        for name, value in document.source.properties
        if name in _MEANT_FOR_READERS.get(document.source.format, ())
        and value != card.get(name)
        and not all(part in text for part in _parts(name, value))
    )


def _parts(name: str, value: str) -> list[str]:
    return _BETWEEN.split(value) if name == "author" else [value]
