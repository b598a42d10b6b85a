"""A run of text in, whether a person sees it on the page out."""

from docx.document import Document
from docx.oxml.ns import qn
from docx.oxml.xmlchemy import BaseOxmlElement
from docx.parts.story import StoryPart

from rag.backends.word_styles import Styles, child_of, is_on

_AWAY = ("w:vanish", "w:strike", "w:dstrike")
_SMALLEST = 4
"""Half-points; smaller letters are there to be overlooked."""
_ALIKE = 16
"""Of 255: colours that differ by less are one to the eye."""
_WHITE = "FFFFFF"
_HIGHLIGHTS = {
    "black": "000000", "blue": "0000FF", "cyan": "00FFFF", "darkBlue": "000080",
    "darkCyan": "008080", "darkGray": "808080", "darkGreen": "008000", "darkMagenta": "800080",
    "darkRed": "800000", "darkYellow": "808000", "green": "00FF00", "lightGray": "C0C0C0",
    "magenta": "FF00FF", "red": "FF0000", "white": _WHITE, "yellow": "FFFF00",
}  # fmt: skip
_BACKDROP = 3_600_000 * 3_600_000
"""Square EMUs (360,000 to the centimetre) of a picture that white words may stand on."""
_DRAWING = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
_UNKNOWN = ""


class Sight:
    """Hidden, struck and tiny words are not seen, nor those in the colour of what is behind them;
    where that cannot be told, they are."""

    def __init__(self, document: Document, styles: Styles) -> None:
        self._styles = styles
        self._paper = _UNKNOWN if _has_backdrop(document) else _WHITE

    def sees(self, run: BaseOxmlElement, paragraph: BaseOxmlElement) -> bool:
        if any(is_on(self._styles.of_run(run, paragraph, tag)) for tag in _AWAY):
            return False
        size = self._styles.of_run(run, paragraph, "w:sz")
        points = "" if size is None else size.get(qn("w:val"), "")
        tiny = points.isdecimal() and int(points) <= _SMALLEST
        return not tiny and not self._blends_in(run, paragraph)

    def _blends_in(self, run: BaseOxmlElement, paragraph: BaseOxmlElement) -> bool:
        holder = self._styles.of_run(run, paragraph, "w:color")
        colour = "auto" if holder is None else holder.get(qn("w:val"), "auto")
        highlight = self._highlight(run, paragraph)
        if colour == "auto":
            # On a black shade Word writes white of its own accord, on a black marker it does not.
            return highlight == _HIGHLIGHTS["black"]
        behind = highlight or self._behind(run, paragraph)
        return behind != _UNKNOWN and _are_alike(colour, behind)

    def _highlight(self, run: BaseOxmlElement, paragraph: BaseOxmlElement) -> str | None:
        marker = self._styles.of_run(run, paragraph, "w:highlight")
        return None if marker is None else _HIGHLIGHTS.get(marker.get(qn("w:val"), ""))

    def _behind(self, run: BaseOxmlElement, paragraph: BaseOxmlElement) -> str:
        """Colour of the nearest shade as six hexadecimal digits, or `_UNKNOWN`."""
        styles = self._styles
        for shade in (
            styles.of_run(run, paragraph, "w:shd"), styles.of_paragraph(paragraph, "w:shd"),
        ):  # fmt: skip
            if (colour := _shade(shade)) is not None:
                return colour
        for around in paragraph.iterancestors():
            if around.tag == qn("w:txbxContent"):
                return _UNKNOWN
            if around.tag in (qn("w:tc"), qn("w:tbl")):
                properties = around.find(f"{around.tag}Pr")
                if (colour := _shade(child_of(properties, "w:shd"))) is not None:
                    return colour
            if around.tag == qn("w:tbl") and self._is_shaded_by_style(around):
                return _UNKNOWN
        return self._paper

    def _is_shaded_by_style(self, table: BaseOxmlElement) -> bool:
        shades = (s for style in self._styles.of_table(table) for s in style.iter(qn("w:shd")))
        return any(_shade(shade) not in (None, _WHITE) for shade in shades)


def _shade(shade: BaseOxmlElement | None) -> str | None:
    """None where nothing is shaded."""
    if shade is None:
        return None
    pattern, fill = shade.get(qn("w:val"), "clear"), shade.get(qn("w:fill"), "auto")
    if pattern == "solid":
        fill = shade.get(qn("w:color"), "auto")
        return "000000" if fill == "auto" else fill
    if pattern in ("clear", "nil"):
        return None if fill == "auto" else fill
    return _UNKNOWN


def _are_alike(one: str, other: str) -> bool:
    try:
        pairs = zip(bytes.fromhex(one), bytes.fromhex(other), strict=True)
        return all(abs(a - b) < _ALIKE for a, b in pairs)
    except ValueError:  # a colour by a name that the standard does not know
        return False


def _has_backdrop(document: Document) -> bool:
    """Is there a page colour, or a large picture behind the text, in a header or in the body?"""
    if document.element.find(qn("w:background")) is not None:
        return True
    headers = (
        part.element for part in document.part.package.iter_parts()
        if isinstance(part, StoryPart) and "/header" in part.partname
    )  # fmt: skip
    roots = (document.element.body, *headers)
    return any(_is_backdrop(anchor) for root in roots for anchor in root.iter(f"{_DRAWING}anchor"))


def _is_backdrop(anchor: BaseOxmlElement) -> bool:
    extent = anchor.find(f"{_DRAWING}extent")
    if anchor.get("behindDoc") not in ("1", "true") or extent is None:
        return False
    return int(extent.get("cx", "0")) * int(extent.get("cy", "0")) >= _BACKDROP
