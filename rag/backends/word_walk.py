"""A Word document in, its blocks out in the order in which they are read."""

import re
from collections.abc import Iterator

from docx.document import Document
from docx.opc.part import Part
from docx.oxml.ns import qn
from docx.oxml.xmlchemy import BaseOxmlElement

from rag.backends.word_blocks import LONGEST_HEADING, Block, row_of
from rag.backends.word_drawings import Drawings
from rag.backends.word_forms import shows_prompt
from rag.backends.word_lists import ListLabels
from rag.backends.word_notes import Notes
from rag.backends.word_parts import Parts
from rag.backends.word_runs import (
    ALTERNATIVES,
    DRAWINGS,
    SUPERSCRIPTS,
    Runs,
    Words,
    alternative,
)
from rag.backends.word_seen import Sight
from rag.backends.word_styles import Styles, child_of, is_on
from rag.backends.word_unread import Unread

_PARAGRAPH, _TABLE, _CHUNK = map(qn, ("w:p", "w:tbl", "w:altChunk"))
_BLOCKS = (_PARAGRAPH, _TABLE, _CHUNK)
_CONTROL = qn("w:sdt")
_WRAPPERS = tuple(map(qn, ("w:sdtContent", "w:ins", "w:moveTo", "w:customXml", "w:smartTag")))
_CAPTION = re.compile(r"(?:table|figure|fig\.|map|chart|graph|diagram|image)\s+\d", re.IGNORECASE)


class Walk:
    """One pass over a document; holds the list numbers counted so far."""

    def __init__(self, document: Document, unread: Unread, *, depth: int = 0) -> None:
        """`depth` counts the documents around this one."""
        styles = Styles(document)
        self._document = document
        self._part: Part = document.part
        self._notes = Notes(document)
        self._runs = Runs(styles, Sight(document, styles), self._notes, unread)
        self._labels = ListLabels(document, styles)
        self._styles = styles
        self._unread = unread
        self._parts = Parts(self._read_inner, unread, depth)
        self._depth = depth
        self._drawings = Drawings(self.blocks, self._parts, unread)

    def read(self) -> Iterator[Block]:
        """The body, then the notes."""
        yield from self.blocks(self._document.element.body)
        for number, part, note in self._notes.in_order():
            self._part = part
            words = " ".join(block.text for block in self.blocks(note))
            if words:
                yield Block(f"{str(number).translate(SUPERSCRIPTS)} {' '.join(words.split())}")

    def _read_inner(self, document: Document) -> "Iterator[Block]":
        return Walk(document, self._unread, depth=self._depth + 1).read()

    def blocks(self, parent: BaseOxmlElement) -> Iterator[Block]:
        begun = ""
        for element in _block_elements(parent):
            if element.tag == _TABLE:
                yield from self._table(element)
            elif element.tag == _CHUNK:
                yield from self._parts.chunk(self._part, element)
            else:
                words, *rest = self._runs.read(element)
                words.text = begun + words.text
                runs_on = _runs_on(element)
                begun = words.text if runs_on else ""
                if not runs_on:
                    yield from self._paragraph(element, words)
                yield from self._beside(words)
                for later in rest:
                    yield from _plain(later.text)
                    yield from self._beside(later)
        yield from _plain(begun)

    def _paragraph(self, paragraph: BaseOxmlElement, words: Words) -> Iterator[Block]:
        text = words.text.strip()
        # An empty item of a list is counted too, but not one that nobody sees.
        label = "" if words.gone else self._labels.next_label(paragraph)
        if text:
            level = self._styles.heading_level(paragraph) if len(text) < LONGEST_HEADING else 0
            if level or (words.bold and not label and _may_head(paragraph, text)):
                self._unread.under(f"{label.strip('-')} {text}")
            yield Block(text, level, label, words.bold)

    def _beside(self, words: Words) -> Iterator[Block]:
        for element in words.beside:
            if element.tag == _TABLE:
                yield from self._table(element)
            elif element.tag in DRAWINGS:
                yield from self._drawings.read(self._part, element)
            else:
                self._unread.add("part")

    def _table(self, table: BaseOxmlElement) -> Iterator[Block]:
        for row in _children(table, qn("w:tr")):
            properties = row.find(qn("w:trPr"))
            gone = any(is_on(child_of(properties, tag)) for tag in ("w:del", "w:hidden"))
            if not gone:
                cells = list(_children(row, qn("w:tc")))
                goes_on = any(_goes_on(cell, "w:vMerge") for cell in cells)
                yield from row_of([list(self._cell(cell)) for cell in cells], goes_on=goes_on)

    def _cell(self, cell: BaseOxmlElement) -> Iterator[Block]:
        return iter(()) if _shows_nothing(cell) else self.blocks(cell)


def _may_head(paragraph: BaseOxmlElement, text: str) -> bool:
    """A bold line heads what follows, but not in a table or as a caption."""
    return next(paragraph.iterancestors(qn("w:tc")), None) is None and not _CAPTION.match(text)


def _plain(text: str) -> Iterator[Block]:
    if text.strip():
        yield Block(text.strip())


def _block_elements(parent: BaseOxmlElement) -> Iterator[BaseOxmlElement]:
    """Also those inside content controls and tracked insertions."""
    for child in parent.iterchildren():
        if child.tag in _BLOCKS:
            yield child
        elif child.tag in _WRAPPERS or (child.tag == _CONTROL and not shows_prompt(child)):
            yield from _block_elements(child)
        elif child.tag == ALTERNATIVES:
            yield from _block_elements(alternative(child))


def _children(parent: BaseOxmlElement, tag: str) -> Iterator[BaseOxmlElement]:
    for child in parent.iterchildren():
        if child.tag == tag:
            yield child
        elif child.tag in (*_WRAPPERS, _CONTROL):
            yield from _children(child, tag)


def _shows_nothing(cell: BaseOxmlElement) -> bool:
    """It goes on with the cell above or before it, is deleted, or an empty field of a form."""
    if _goes_on(cell, "w:vMerge") or _goes_on(cell, "w:hMerge"):
        return True
    control = next(cell.iterancestors(_CONTROL, qn("w:tr")), None)
    in_prompt = control is not None and control.tag == _CONTROL and shows_prompt(control)
    return in_prompt or child_of(cell.find(qn("w:tcPr")), "w:cellDel") is not None


def _goes_on(cell: BaseOxmlElement, merge: str) -> bool:
    found = child_of(cell.find(qn("w:tcPr")), merge)
    return found is not None and found.get(qn("w:val"), "continue") == "continue"


def _runs_on(paragraph: BaseOxmlElement) -> bool:
    """Its end is deleted, or it is a large first letter: its words go on in the next."""
    properties = paragraph.find(qn("w:pPr"))
    mark = child_of(properties, "w:rPr")
    if any(child_of(mark, tag) is not None for tag in ("w:del", "w:moveFrom")):
        return True
    frame = child_of(properties, "w:framePr")
    return frame is not None and frame.get(qn("w:dropCap"), "none") != "none"
