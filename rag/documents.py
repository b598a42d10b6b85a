"""A file in, a document out: read, repaired, cut along its own structure and described."""

from pathlib import Path

from rag.metadata import describe, slug
from rag.outline import draw_outline
from rag.reading import repair
from rag.register import Register
from rag.sources import read_source
from rag.types import Document, Record


def read_document(path: Path, register: Register | None = None) -> Document:
    """What the register says of the file stands above what the document says of itself.

    Raises UnreadableFile."""
    source = read_source(path)
    reading, blocks, pages = repair(source)
    units = draw_outline(reading, blocks, pages)
    titles = [u.text for u in units if u.kind == "title"]
    found = describe(source, reading.text, titles)
    ident = slug(found)
    record = Record(
        ident, source.file, found.title, found.subject, found.publisher, found.area,
        found.published, found.kind, "original", None,
    )  # fmt: skip
    entry = register.find(source) if register else None
    return Document(entry.apply(record) if entry else record, source, reading, pages, units)
