"""Word file in, its text out with the structure written as Markdown (python-docx)."""

from dataclasses import dataclass

from docx.document import Document
from docx.opc.constants import RELATIONSHIP_TYPE

from rag.backends.word_blocks import lines_of
from rag.backends.word_package import MALFORMED, open_word, why_not_read
from rag.backends.word_unread import Unread
from rag.backends.word_walk import Walk
from rag.errors import UnreadableFile


@dataclass(frozen=True, slots=True)
class Extracted:
    text: str
    properties: tuple[tuple[str, str], ...]
    warnings: tuple[str, ...]


def extract_text(content: bytes, file: str) -> Extracted:
    """Paragraphs and tables in document order, a blank line between blocks.

    Headings and titles begin with "#", list items with "-" or their number as Word counts it; a
    paragraph in bold stands between "**"; a table row is a line of cells with tabs between. A row
    with words in one cell only is layout: its paragraphs count as paragraphs of the body. Text
    boxes and diagrams follow their paragraph; notes stand at the end, each behind its raised
    number. Page
    breaks, headers, comments and what nobody sees on the page (deleted, struck, hidden, white,
    empty fields) are left out. What is shown and not read is in the warnings, by heading. `file`
    is named in errors; raises UnreadableFile for a damaged file.
    """
    document = open_word(content, file)
    unread = Unread()
    try:
        text = "\n".join(lines_of(Walk(document, unread).read()))
    except MALFORMED as error:
        raise UnreadableFile(why_not_read(file, error)) from error
    return Extracted(text, _properties(document), tuple(unread.sentences()))


def _properties(document: Document) -> tuple[tuple[str, str], ...]:
    """None where the file has none: python-docx would make some up."""
    try:
        core = document.part.package.part_related_by(
            RELATIONSHIP_TYPE.CORE_PROPERTIES
        ).core_properties
        created = core.created.date().isoformat() if core.created else ""
    except (KeyError, AttributeError):
        return ()
    found = {"title": core.title, "author": core.author, "created": created}
    return tuple((name, value.strip()) for name, value in found.items() if value.strip())
