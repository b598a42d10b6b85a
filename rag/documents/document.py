"""A file in, a document out: read, repaired, cut along its own structure and described."""

from dataclasses import replace
from pathlib import Path

from rag.documents.front.details import add_details
from rag.documents.front.matter import read_front_matter
from rag.documents.metadata import OPENING, describe, slug
from rag.documents.register import Entry, Register
from rag.documents.sources import read_source
from rag.documents.subjects import review_subject
from rag.outline.draw import DIGEST_MARK, draw_outline
from rag.reading.repair import repair
from rag.types import Document, Record, Source

_NEAR_TOP = 2000
TITLE_ALONE = (
    "it holds its title and no other words: open it to see whether its text is there as words"
)


def read_document(path: Path, register: Register | None = None) -> Document:
    """What the register says of the file stands above what the document says of itself.

    Raises UnreadableFile."""
    return build_document(read_source(path), register)


def build_document(source: Source, register: Register | None = None) -> Document:
    """The steps after a file was read, with what the register says of it."""
    reading, blocks, pages = repair(source)
    units = draw_outline(reading, blocks, pages)
    titles = [u.text for u in units if u.kind == "title"]
    subject = review_subject(" ".join(titles), reading.text[:OPENING])
    front = read_front_matter(source, reading, blocks, subject)
    found = describe(source, reading, blocks, titles, front)
    units = add_details(units, front.findings, reading, pages)
    digest = DIGEST_MARK in reading.text[:_NEAR_TOP]
    record = Record(
        slug(found), source.file, found.title, found.subject, found.publisher, found.area,
        found.published, found.kind, "digest" if digest else "original", None,
    )  # fmt: skip
    if _is_title_alone(reading.text, found.title):
        source = replace(source, warnings=(*source.warnings, TITLE_ALONE))
    entry = _entry(source, register, digest=digest) if register else None
    return Document(_apply(entry, record) if entry else record, source, reading, pages, units)


def _is_title_alone(text: str, title: str) -> bool:
    """A line that ends as a sentence does is a short note."""
    words = " ".join(text.split())
    alone = words.casefold() == title.casefold()
    return bool(words) and alone and not words.endswith((".", "!", "?"))


def _entry(source: Source, register: Register, *, digest: bool) -> Entry | None:
    """An entry of a digest describes its original too; an edited digest keeps its entry."""
    known = register.by_checksum(source.checksum) or register.by_original_checksum(source.checksum)
    return known or (register.by_file(source.file) if digest else None)


def _apply(entry: Entry, record: Record) -> Record:
    # An original bears its own title, as printed: the entry has that of its digest.
    title = entry.title if entry.provenance == record.provenance else record.title
    return replace(
        record, id=entry.id, title=title, subject=entry.subject, publisher=entry.publisher,
        area=entry.area, published=entry.published, kind=entry.kind, source_url=entry.source_url,
    )  # fmt: skip
