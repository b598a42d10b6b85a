"""A drawing of a Word document in, the words in it out; what it only shows is noted as unread."""

from collections.abc import Callable, Iterator

from docx.opc.part import Part
from docx.oxml.ns import qn
from docx.oxml.xmlchemy import BaseOxmlElement

from rag.backends.word_blocks import Block
from rag.backends.word_diagrams import chart_title, diagram_texts
from rag.backends.word_parts import Parts, part_of
from rag.backends.word_pictures import describe, holds_unread_words
from rag.backends.word_runs import ALTERNATIVES, alternative
from rag.backends.word_unread import Unread

_A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
_DGM = "{http://schemas.openxmlformats.org/drawingml/2006/diagram}"
_WP = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
_CHARTS = (
    "{http://schemas.openxmlformats.org/drawingml/2006/chart}chart",
    "{http://schemas.microsoft.com/office/drawing/2014/chartex}chart",
)
_V, _O = "{urn:schemas-microsoft-com:vml}", "{urn:schemas-microsoft-com:office:office}"
_BOX, _CANVAS = qn("w:txbxContent"), f"{_A}txBody"
_DIAGRAM, _WORD_ART = f"{_DGM}relIds", f"{_V}textpath"
_OBJECT, _ACTIVE = f"{_O}OLEObject", qn("w:control")
_PICTURES = (f"{_A}blip", f"{_V}imagedata")
_KNOWN = (_BOX, _CANVAS, _DIAGRAM, _WORD_ART, _OBJECT, _ACTIVE, *_CHARTS, *_PICTURES)
_LINK = qn("r:id")


class Drawings:
    def __init__(
        self,
        blocks: Callable[[BaseOxmlElement], Iterator[Block]],
        parts: Parts,
        unread: Unread,
    ) -> None:
        """`blocks` reads what stands in a text box."""
        self._blocks = blocks
        self._parts = parts
        self._unread = unread

    def read(self, part: Part, drawing: BaseOxmlElement) -> Iterator[Block]:
        """`part` is the one that the drawing stands in."""
        things = [] if _is_hidden(drawing) else list(_things(drawing))
        embedded = any(thing.tag in (_OBJECT, _ACTIVE) for thing in things)
        for thing in things:
            if thing.tag == _BOX:
                yield from self._blocks(thing)
            elif thing.tag == _CANVAS:
                yield from _paragraphs(thing)
            elif thing.tag == _WORD_ART:
                yield from (Block(text) for text in [thing.get("string", "").strip()] if text)
            elif thing.tag == _DIAGRAM:
                yield from self._diagram(part, thing)
            elif thing.tag == _OBJECT:
                yield from self._parts.embedded(part, thing)
            elif thing.tag == _ACTIVE:
                self._unread.add("control", thing.get(qn("w:name"), ""))
            elif thing.tag in _CHARTS:
                self._unread.add("chart", _chart_title(part_of(part, thing.get(_LINK))))
        if not embedded:
            self._note_pictures(part, drawing, things)

    def _diagram(self, part: Part, links: BaseOxmlElement) -> Iterator[Block]:
        data = part_of(part, links.get(qn("r:dm")))
        if data is None:
            self._unread.add("diagram")
        else:
            yield from (Block(t, label="-" * (n > 0)) for n, t in diagram_texts(data.blob))

    def _note_pictures(
        self, part: Part, drawing: BaseOxmlElement, things: list[BaseOxmlElement]
    ) -> None:
        links = (p.get(qn("r:embed")) or p.get(_LINK) for p in things if p.tag in _PICTURES)
        pictures = [found for found in (part_of(part, link) for link in links) if found]
        if any(holds_unread_words(picture.blob, drawing) for picture in pictures):
            self._unread.add("picture", describe(drawing))


def _things(parent: BaseOxmlElement) -> Iterator[BaseOxmlElement]:
    for child in parent.iterchildren():
        if child.tag in _KNOWN:
            yield child
        elif child.tag == ALTERNATIVES:
            yield from _things(alternative(child))
        else:
            yield from _things(child)


def _is_hidden(drawing: BaseOxmlElement) -> bool:
    return any(entry.get("hidden") in ("1", "true") for entry in drawing.iter(f"{_WP}docPr"))


def _paragraphs(body: BaseOxmlElement) -> Iterator[Block]:
    for paragraph in body.iter(f"{_A}p"):
        text = "".join(t.text or "" for t in paragraph.iter(f"{_A}t")).strip()
        if text:
            yield Block(text)


def _chart_title(chart: Part | None) -> str:
    return "" if chart is None else chart_title(chart.blob)
