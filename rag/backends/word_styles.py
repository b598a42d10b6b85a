"""A run or paragraph in, what its own properties and the styles it builds on say of it out."""

import re
from collections.abc import Iterator
from functools import cache

from docx.document import Document
from docx.oxml.ns import qn
from docx.oxml.xmlchemy import BaseOxmlElement

_name = cache(qn)
_HEADING = re.compile(r"heading ([1-9])$", re.IGNORECASE)
_BODY_TEXT = 9
"""The outline level that says "no heading"."""


class Styles:
    """The nearest wins: the run, its character style, the paragraph's style, the defaults."""

    def __init__(self, document: Document) -> None:
        root = document.styles.element
        styles = list(root.iterchildren(qn("w:style")))
        self._by_id = {style.get(qn("w:styleId"), ""): style for style in styles}
        self._default = next((s.get(qn("w:styleId"), "") for s in styles if _is_default(s)), "")
        self._defaults = root.find(f"{qn('w:docDefaults')}/{qn('w:rPrDefault')}/{qn('w:rPr')}")
        self._known: dict[tuple[str, str, str], BaseOxmlElement | None] = {}
        self._inherited: dict[tuple[str, str, str], BaseOxmlElement | None] = {}
        self._last: tuple[BaseOxmlElement | None, str] = (None, "")
        """The paragraph asked for last, and its style: each of its runs asks for it again."""

    def of_run(
        self, run: BaseOxmlElement, paragraph: BaseOxmlElement, tag: str
    ) -> BaseOxmlElement | None:
        """The property `tag` ("w:vanish") that holds for the run."""
        own = child_of(run, "w:rPr")
        found = child_of(own, tag)
        if found is not None:
            return found
        key = (value(own, "w:rStyle") or "", self._of(paragraph), tag)
        if key not in self._inherited:
            self._inherited[key] = self._inherit(*key)
        return self._inherited[key]

    def _inherit(self, of_run: str, of_paragraph: str, tag: str) -> BaseOxmlElement | None:
        styles = (self._in_style(style, "w:rPr", tag) for style in (of_run, of_paragraph))
        return next((found for found in styles if found is not None), child_of(self._defaults, tag))

    def of_paragraph(self, paragraph: BaseOxmlElement, tag: str) -> BaseOxmlElement | None:
        found = child_of(paragraph.find(qn("w:pPr")), tag)
        return found if found is not None else self._in_style(self._of(paragraph), "w:pPr", tag)

    def of_table(self, table: BaseOxmlElement) -> Iterator[BaseOxmlElement]:
        """The table's style and those that it builds on."""
        return self.chain(value(table.find(qn("w:tblPr")), "w:tblStyle") or "")

    def heading_level(self, paragraph: BaseOxmlElement) -> int:
        """1 to 6; 0 for a paragraph that is no heading."""
        own = value(paragraph.find(qn("w:pPr")), "w:outlineLvl")
        if own is not None:
            return _as_heading(own)
        for style in self.chain(self._of(paragraph)):
            level = value(style.find(qn("w:pPr")), "w:outlineLvl")
            name = (value(style, "w:name") or "").lower()
            heading = _HEADING.match(name)
            if name == "title" or heading:
                return min(int(heading[1]), 6) if heading else 1
            if level is not None:
                return _as_heading(level)
        return 0

    def of_paragraphs(self, paragraph: BaseOxmlElement) -> Iterator[BaseOxmlElement]:
        """The paragraph's style and those that it builds on."""
        return self.chain(self._of(paragraph))

    def chain(self, style: str) -> Iterator[BaseOxmlElement]:
        seen = set[str]()
        while style in self._by_id and style not in seen:
            seen.add(style)
            yield self._by_id[style]
            style = value(self._by_id[style], "w:basedOn") or ""

    def _of(self, paragraph: BaseOxmlElement) -> str:
        if self._last[0] is not paragraph:
            found = value(child_of(paragraph, "w:pPr"), "w:pStyle") or self._default
            self._last = (paragraph, found)
        return self._last[1]

    def _in_style(self, style: str, holder: str, tag: str) -> BaseOxmlElement | None:
        key = (style, holder, tag)
        if key not in self._known:
            found = (child_of(each.find(qn(holder)), tag) for each in self.chain(style))
            self._known[key] = next((each for each in found if each is not None), None)
        return self._known[key]


def child_of(element: BaseOxmlElement | None, tag: str) -> BaseOxmlElement | None:
    return None if element is None else element.find(_name(tag))


def value(element: BaseOxmlElement | None, tag: str) -> str | None:
    """What `w:val` of the child says."""
    child = child_of(element, tag)
    return None if child is None else child.get(_name("w:val"))


def is_on(element: BaseOxmlElement | None) -> bool:
    """Of a property that is on or off: without a value it is on."""
    return element is not None and element.get(qn("w:val"), "1") not in ("0", "false", "off")


def _is_default(style: BaseOxmlElement) -> bool:
    return style.get(qn("w:type")) == "paragraph" and style.get(qn("w:default")) in ("1", "true")


def _as_heading(level: str) -> int:
    number = int(level)
    return 0 if number >= _BODY_TEXT else min(number + 1, 6)
