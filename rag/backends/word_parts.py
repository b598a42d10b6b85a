"""A part that a Word document embeds in, the blocks in it out where a library reads it."""

from collections.abc import Callable, Iterator

from docx.document import Document
from docx.opc.part import Part
from docx.oxml.ns import qn
from docx.oxml.xmlchemy import BaseOxmlElement

from rag.backends.word_blocks import Block
from rag.backends.word_package import MALFORMED, open_word
from rag.backends.word_unread import Unread
from rag.backends.word_web import archive_blocks, page_blocks
from rag.errors import UnreadableFile

_DEEPEST = 3
_KINDS = (
    ("Excel", "a spreadsheet"), ("PowerPoint", "slides"), ("Word", "a Word document"),
    ("Acro", "a PDF"), ("Visio", "a drawing"), ("Outlook", "a message"),
)  # fmt: skip


class Parts:
    def __init__(
        self, walk: Callable[[Document], Iterator[Block]], unread: Unread, depth: int
    ) -> None:
        self._walk = walk
        self._unread = unread
        self._depth = depth

    def chunk(self, part: Part, chunk: BaseOxmlElement) -> Iterator[Block]:
        """Of another document that Word takes in whole when it opens this one."""
        found = part_of(part, chunk.get(qn("r:id")))
        kind = "" if found is None else found.content_type
        if found is None:
            self._unread.add("part")
        elif "html" in kind:
            yield from page_blocks(found.blob)
        elif kind == "message/rfc822" or found.partname.endswith(".mht"):
            yield from archive_blocks(found.blob)
        elif kind == "text/plain":
            text = found.blob.decode("utf-8-sig", "replace")
            yield from (Block(line.strip()) for line in text.splitlines() if line.strip())
        else:
            yield from self._document(found, "")

    def embedded(self, part: Part, thing: BaseOxmlElement) -> Iterator[Block]:
        """Of a file that is put into the page as an object: a Word document that shows as text is
        read, others and those behind an icon are not."""
        program = thing.get("ProgID", "")
        found = part_of(part, thing.get(qn("r:id")))
        if program.startswith(("Equation", "MathType")):
            self._unread.add("equation")
        elif found is not None and program.startswith("Word") and thing.get("DrawAspect") != "Icon":
            yield from self._document(found, "a Word document")
        else:
            named = next((name for front, name in _KINDS if program.startswith(front)), "")
            self._unread.add("object", named)

    def _document(self, part: Part, named: str) -> Iterator[Block]:
        blocks = self._read(part) if self._depth < _DEEPEST else None
        if blocks is None:
            self._unread.add("object" if named else "part", named)
        else:
            yield from blocks

    def _read(self, part: Part) -> list[Block] | None:
        try:
            return list(self._walk(open_word(part.blob, str(part.partname))))
        except (UnreadableFile, *MALFORMED):
            return None


def part_of(part: Part, link: str | None) -> Part | None:
    """The part that a relationship of `part` leads to; None where it leads out or nowhere."""
    relation = part.rels.get(link or "")
    return None if relation is None or relation.is_external else relation.target_part
