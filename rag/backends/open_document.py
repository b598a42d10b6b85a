"""OpenDocument text (.odt) in, its text out with the structure written as Markdown."""

import io
import re
import zipfile
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from lxml import etree

from rag.backends.extracted import Extracted, properties_of
from rag.backends.nesting import is_too_deep, too_deep
from rag.backends.open_document_styles import DRAW, OFFICE, TABLE, TEXT, Styles
from rag.errors import UnreadableFile

_LARGEST = 200_000_000
"""Bytes of a part when unpacked; no document that people write is larger."""
_DC = "{http://purl.org/dc/elements/1.1/}"
_META = "{urn:oasis:names:tc:opendocument:xmlns:meta:1.0}"
_PASSED = frozenset(
    {f"{TEXT}{name}" for name in ("tracked-changes", "hidden-text", "hidden-paragraph",
     "sequence-decls", "note", "ruby-text")}
    | {f"{OFFICE}{name}" for name in ("annotation", "annotation-end", "forms")}
)  # fmt: skip
_SIGNS = {f"{TEXT}s": " ", f"{TEXT}tab": "\t", f"{TEXT}line-break": "\n"}
_MOST_SPACES = 100
_FIGURES = re.compile(r"\s*\d{1,3}\s*")
_SPACE = re.compile(r"[ \t\r\n]+")


class _Block(NamedTuple):
    text: str
    kind: str = "paragraph"
    """"paragraph", "item" or "row"; neighbours of the last two stand on lines without a gap."""


def extract_text(content: bytes, file: str) -> Extracted:
    """Paragraphs, lists and tables in document order, a blank line between blocks: headings with
    "#", items with "-" or their number as the document counts it, rows as lines of cells with
    tabs between. A row with words in one cell only is layout. Notes follow at the end. Deleted,
    struck and hidden words and comments are left out.

    `file` is named in errors; raises UnreadableFile for a damaged or locked file."""
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as parts:
            body = _part(parts, "content.xml")
            styles = Styles(body, _part(parts, "styles.xml"))
            meta = _part(parts, "meta.xml")
            manifest = _part(parts, "META-INF/manifest.xml")
    except (zipfile.BadZipFile, etree.XMLSyntaxError, NotImplementedError, OSError, RuntimeError,
            ValueError) as error:  # fmt: skip
        if is_too_deep(error):
            raise UnreadableFile(too_deep(file, suffix=".odt")) from error
        raise UnreadableFile(
            f"{file} is not a complete OpenDocument file ({error}): open it in LibreOffice, save"
            " it anew as .odt or .docx, or download it again."
        ) from error
    if manifest is not None and any(e.tag.endswith("}encryption-data") for e in manifest.iter()):
        raise UnreadableFile(
            f"{file} is locked with a password: save a copy without one and add that."
        )
    found = body.find(f".//{OFFICE}text") if body is not None else None
    if found is None:
        raise UnreadableFile(
            f"{file} has no text: expected an OpenDocument text; save it in LibreOffice as .odt."
        )
    walk = _Walk(styles)
    try:
        lines = list(_spaced([*walk.blocks(found), *walk.notes()]))
    except RecursionError as error:
        raise UnreadableFile(too_deep(file, suffix=".odt")) from error
    return Extracted(("\n".join(lines),), _properties(meta), tuple(_warnings(found)))


def _part(parts: zipfile.ZipFile, name: str) -> etree._Element | None:
    if name not in parts.namelist():
        return None
    if parts.getinfo(name).file_size > _LARGEST:
        raise ValueError(f"its part {name} is too large")
    parser = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=True)
    return etree.fromstring(parts.read(name), parser)


class _Walk:
    """One pass over a document; holds what its lists have counted and its notes."""

    def __init__(self, styles: Styles) -> None:
        self._styles = styles
        self._counts: dict[tuple[str, int], int] = {}
        self._notes: list[etree._Element] = []

    def blocks(self, parent: Iterable[etree._Element]) -> Iterator[_Block]:
        for element in parent:
            match element.tag:
                case _ if element.tag in _PASSED or not isinstance(element.tag, str):
                    continue
                case tag if tag == f"{TEXT}h":
                    yield from self._paragraph(element, level=_number(element, "outline-level", 1))
                case tag if tag == f"{TEXT}p":
                    yield from self._paragraph(element)
                case tag if tag == f"{TEXT}list":
                    yield from self._list(element, "", 1)
                case tag if tag == f"{TABLE}table":
                    yield from self._table(element)
                case _:  # sections, contents, wrappers of form fields
                    yield from self.blocks(element)

    def notes(self) -> Iterator[_Block]:
        for number, note in enumerate(self._notes, start=1):
            words = [block.text for part in note for block in self.blocks(part)
                     if part.tag == f"{TEXT}note-body"]  # fmt: skip
            yield _Block(f"[^{number}]: {' '.join(words)}")

    def _paragraph(self, element: etree._Element, *, level: int = 0) -> Iterator[_Block]:
        if self._styles.is_hidden(element):
            return
        text = self._words(element).strip()
        level = level or int(self._styles.is_title(element))
        if text:
            yield _Block(f"{'#' * min(level, 6)} {' '.join(text.split())}" if level else text)
        for box in element.iter(f"{DRAW}text-box"):
            yield from self.blocks(box)

    def _words(self, element: etree._Element) -> str:
        if element.tag in _PASSED or not isinstance(element.tag, str):
            return self._note(element)
        if element.tag == f"{DRAW}text-box" or self._is_left_out(element):
            return ""
        if element.tag in _SIGNS:
            return _SIGNS[element.tag] * min(_number(element, "c", 1), _MOST_SPACES)
        inside = (f"{self._words(child)}{_flat(child.tail)}" for child in element)
        return f"{_flat(element.text)}{''.join(inside)}"

    def _is_left_out(self, element: etree._Element) -> bool:
        """Hidden or struck, or a raised figure, which is the mark of a note."""
        figure = _FIGURES.fullmatch(element.text or "") is not None
        return self._styles.is_hidden(element) or (figure and self._styles.is_raised(element))

    def _note(self, element: etree._Element) -> str:
        """Its mark is no word of the text."""
        if element.tag == f"{TEXT}note":
            self._notes.append(element)
        return ""

    def _list(self, element: etree._Element, style: str, level: int) -> Iterator[_Block]:
        style = element.get(f"{TEXT}style-name") or style
        if level == 1 and element.get(f"{TEXT}continue-numbering") != "true":
            self._forget(style, level)
        for item in element:
            if item.tag not in (f"{TEXT}list-item", f"{TEXT}list-header"):
                continue
            label = self._label(item, style, level) if item.tag.endswith("}list-item") else ""
            for child in item:
                if child.tag == f"{TEXT}list":
                    self._forget(style, level + 1)
                    yield from self._list(child, style, level + 1)
                    continue
                for block in self.blocks((child,)):
                    heading = block.text.startswith("#")
                    marked = f"{label} {block.text}" if label and not heading else block.text
                    yield _Block(marked, "paragraph" if heading else "item")
                    label = ""

    def _label(self, item: etree._Element, style: str, level: int) -> str:
        given = item.get(f"{TEXT}start-value")
        start = self._styles.start(style, level)
        number = int(given) if given and given.isdigit() else (
            self._counts.get((style, level), start - 1) + 1
        )  # fmt: skip
        self._counts[style, level] = number
        return self._styles.label(style, level, self._counts)

    def _forget(self, style: str, level: int) -> None:
        for key in [key for key in self._counts if key[0] == style and key[1] >= level]:
            del self._counts[key]

    def _table(self, table: etree._Element) -> Iterator[_Block]:
        for row in table.iter(f"{TABLE}table-row"):
            cells = [
                list(self.blocks(cell))
                for cell in row
                if cell.tag in (f"{TABLE}table-cell", f"{TABLE}covered-table-cell")
            ]
            filled = [cell for cell in cells if cell]
            if len(filled) == 1:
                yield from filled[0]
            elif filled:
                yield _Block("\t".join(_cell_text(cell) for cell in cells).rstrip("\t"), "row")


def _flat(text: str | None) -> str:
    """White space of the file itself is one space; spaces of the text have tags of their own."""
    return _SPACE.sub(" ", text or "")


def _cell_text(blocks: list[_Block]) -> str:
    return " ".join(" ".join(block.text.lstrip("#") for block in blocks).split())


def _spaced(blocks: list[_Block]) -> Iterator[str]:
    before = _Block("")
    for block in blocks:
        if before.text and (block.kind == "paragraph" or block.kind != before.kind):
            yield ""
        yield block.text
        before = block


def _number(element: etree._Element, name: str, otherwise: int) -> int:
    value = element.get(f"{TEXT}{name}", "")
    return int(value) if value.isdigit() else otherwise


def _properties(meta: etree._Element | None) -> tuple[tuple[str, str], ...]:
    if meta is None:
        return ()
    names = (f"{_DC}title", f"{_DC}creator", f"{_META}creation-date")
    title, author, created = (meta.findtext(f".//{name}") or "" for name in names)
    return properties_of(title, author, created[:10])


def _warnings(body: etree._Element) -> Iterator[str]:
    pictures = sum(
        1 for image in body.iter(f"{DRAW}image") if image.getparent().tag == f"{DRAW}frame"
    )
    if pictures:
        yield f"{pictures} pictures are not read"
    objects = sum(1 for _ in body.iter(f"{DRAW}object"))
    if objects:
        yield f"{objects} charts or embedded parts are not read"
