"""Word file in, its text out with the structure written as Markdown (python-docx)."""

import io
import re
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass

import docx
from docx.document import Document
from docx.opc.exceptions import PackageNotFoundError
from docx.oxml.ns import qn
from docx.oxml.xmlchemy import BaseOxmlElement
from docx.text.paragraph import Paragraph

from rag.backends.word_lists import ListLabels
from rag.errors import UnreadableFile

# Beside its own error, python-docx lets these through when a file breaks the standard.
_MALFORMED = (
    PackageNotFoundError, AttributeError, LookupError, OSError, SyntaxError, ValueError,
    NotImplementedError, zipfile.BadZipFile, zipfile.LargeZipFile,
)  # fmt: skip
_FOOTNOTE = "w:footnoteReference"
_HEADING = re.compile(r"heading ([1-9])$", re.IGNORECASE)
_BLOCKS = (qn("w:p"), qn("w:tbl"))
_WRAPPERS = (qn("w:sdt"), qn("w:sdtContent"), qn("w:ins"), qn("w:customXml"), qn("w:smartTag"))
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_WORDS = {qn("w:t"): None, qn("w:tab"): "\t", qn("w:br"): "\n", qn("w:cr"): "\n",
          qn("w:noBreakHyphen"): "-", qn("w:softHyphen"): "\u00ad"}  # fmt: skip


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
    boxes follow their paragraph. Page breaks, running headers and deleted text are left out.
    `file` is named in errors; raises UnreadableFile for a damaged file.
    """
    try:
        document = docx.Document(io.BytesIO(content))
        blocks = _Walk(document).blocks(document.element.body)
        text = "\n".join(_spaced(blocks))
        properties = _properties(document)
    except _MALFORMED as error:
        raise UnreadableFile(
            f"{file} is not a complete Word document ({error or type(error).__name__}):"
            " open it in Word, save it anew as .docx or download it again."
        ) from error
    return Extracted(text, properties, _warnings(document))


@dataclass(frozen=True, slots=True)
class _Block:
    text: str
    kind: str = "paragraph"
    """"paragraph", "item" or "row"; neighbours of the last two stand on lines without a gap."""


class _Walk:
    """One pass over a document; holds the list numbers counted so far."""

    def __init__(self, document: Document) -> None:
        self._document = document
        self._labels = ListLabels(document)

    def blocks(self, parent: BaseOxmlElement) -> Iterator[_Block]:
        for element in _block_elements(parent):
            if element.tag == _BLOCKS[0]:
                yield from self._paragraph(element)
            else:
                yield from self._table(element)

    def _paragraph(self, element: BaseOxmlElement) -> Iterator[_Block]:
        paragraph = Paragraph(element, self._document)
        text = _words(element).strip()
        if text:
            level = _heading_level(paragraph)
            label = self._labels.next_label(paragraph)
            if level:
                line = " ".join(filter(None, ("#" * level, label.strip("-"), text)))
                yield _Block(" ".join(line.split()))
            elif label:
                yield _Block(f"{label} {text}", "item")
            else:
                yield _Block(f"**{text}**" if _is_bold(paragraph) and "\n" not in text else text)
        for box in _text_boxes(element):
            yield from self.blocks(box)

    def _table(self, table: BaseOxmlElement) -> Iterator[_Block]:
        for row in _children(table, qn("w:tr")):
            cells = [list(self.blocks(cell)) for cell in _children(row, qn("w:tc"))]
            filled = [cell for cell in cells if cell]
            if len(filled) == 1:
                yield from filled[0]
            elif filled:
                yield _Block("\t".join(_cell_text(cell) for cell in cells), "row")


def _cell_text(blocks: list[_Block]) -> str:
    """A cell on one line; its list items keep a bullet or number to be told apart by."""
    texts = (re.sub(r"^- ", "• ", block.text) if block.kind == "item" else block.text
             for block in blocks)  # fmt: skip
    return " ".join(" ".join(texts).split())


def _spaced(blocks: Iterator[_Block]) -> Iterator[str]:
    before = _Block("")
    for block in blocks:
        if before.text and (block.kind == "paragraph" or block.kind != before.kind):
            yield ""
        yield block.text
        before = block


def _block_elements(parent: BaseOxmlElement) -> Iterator[BaseOxmlElement]:
    """Paragraphs and tables, also those inside content controls and tracked insertions."""
    for child in parent.iterchildren():
        if child.tag in _BLOCKS:
            yield child
        elif child.tag in _WRAPPERS:
            yield from _block_elements(child)


def _children(parent: BaseOxmlElement, tag: str) -> Iterator[BaseOxmlElement]:
    for child in parent.iterchildren():
        if child.tag == tag:
            yield child
        elif child.tag in _WRAPPERS:
            yield from _children(child, tag)


def _words(element: BaseOxmlElement) -> str:
    """All words of a paragraph: in links, fields, content controls and tracked insertions too."""
    parts: list[str] = []
    for child in element.iterchildren():
        if child.tag in _WORDS:
            parts.append(_WORDS[child.tag] or child.text or "")
        elif child.tag not in _SKIPPED:
            parts.append(_words(child))
    return "".join(parts)


_SKIPPED = (
    *map(qn, ("w:pPr", "w:rPr", "w:del", "w:moveFrom", "w:drawing", "w:pict", "w:object")),
    "{http://schemas.openxmlformats.org/markup-compatibility/2006}AlternateContent",
)


def _text_boxes(paragraph: BaseOxmlElement) -> Iterator[BaseOxmlElement]:
    for box in paragraph.iter(qn("w:txbxContent")):
        # Word writes every text box twice, the second time for programs before 2010.
        ancestors = [ancestor.tag for ancestor in box.iterancestors()]
        inner = ancestors[: ancestors.index(qn("w:p"))]
        if _FALLBACK not in inner and qn("w:txbxContent") not in inner:
            yield box


def _heading_level(paragraph: Paragraph) -> int:
    """1 to 6; 0 for a paragraph that is no heading."""
    name = (paragraph.style.name if paragraph.style else None) or ""
    if name.lower() == "title":
        return 1
    heading = _HEADING.match(name)
    return min(int(heading[1]), 6) if heading else 0


def _is_bold(paragraph: Paragraph) -> bool:
    inherited = bool(paragraph.style and paragraph.style.font.bold)
    runs = [run for run in paragraph.runs if run.text.strip()]
    return bool(runs) and all(inherited if run.bold is None else run.bold for run in runs)


def _properties(document: Document) -> tuple[tuple[str, str], ...]:
    core = document.core_properties
    created = core.created.date().isoformat() if core.created else ""
    found = {"title": core.title.strip(), "created": created}
    return tuple((name, value) for name, value in found.items() if value)


def _warnings(document: Document) -> tuple[str, ...]:
    notes = sum(1 for _ in document.element.body.iter(qn(_FOOTNOTE)))
    return (f"{notes} footnotes are not read",) if notes else ()
