"""A Word paragraph in, the number or bullet that Word shows in front of it out."""

import re
from collections.abc import Callable

from docx.document import Document
from docx.oxml.ns import qn
from docx.oxml.xmlchemy import BaseOxmlElement
from docx.text.paragraph import Paragraph

_ROMAN = ((1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"),
          (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"))  # fmt: skip


def _roman(number: int) -> str:
    digits = ""
    for value, letters in _ROMAN:
        digits += letters * (number // value)
        number %= value
    return digits


def _letters(number: int) -> str:
    """a … z, aa, bb …, as Word goes on after z."""
    return chr(ord("a") + (number - 1) % 26) * ((number - 1) // 26 + 1)


_FORMATS: dict[str, Callable[[int], str]] = {
    "lowerLetter": _letters,
    "upperLetter": lambda number: _letters(number).upper(),
    "lowerRoman": _roman,
    "upperRoman": lambda number: _roman(number).upper(),
    "decimalZero": lambda number: f"{number:02}",
}


class ListLabels:
    """Counts list numbers as Word does; ask for every paragraph once, in document order."""

    def __init__(self, document: Document) -> None:
        self._lists: dict[str, str] = {}
        self._levels: dict[tuple[str, int], BaseOxmlElement] = {}
        self._counts: dict[str, list[int]] = {}
        numbering = next(
            (part.element for part in document.part.package.iter_parts()
             if part.partname.endswith("/numbering.xml")), None)  # fmt: skip
        if numbering is None:
            return
        for entry in numbering.iterchildren(qn("w:num")):
            self._lists[entry.get(qn("w:numId"))] = _value(entry, "w:abstractNumId") or ""
        for abstract in numbering.iterchildren(qn("w:abstractNum")):
            for level in abstract.iterchildren(qn("w:lvl")):
                key = (abstract.get(qn("w:abstractNumId")), int(level.get(qn("w:ilvl"))))
                self._levels[key] = level

    def next_label(self, paragraph: Paragraph) -> str:
        """ "-" for a bullet, the number as printed ("3.", "b)", "2.1"), "" outside lists."""
        number, depth = _list_of(paragraph)
        abstract = self._lists.get(number or "", "")
        level = self._levels.get((abstract, depth))
        if level is None:
            return ""
        form = _value(level, "w:numFmt") or "decimal"
        if form in ("bullet", "none"):
            return "-" if form == "bullet" else ""
        counts = self._counts.setdefault(abstract, [])
        del counts[depth + 1 :]
        while len(counts) <= depth:
            counts.append(self._start(abstract, len(counts)) - (len(counts) == depth))
        counts[depth] += 1
        return re.sub(
            r"%([1-9])",
            lambda place: self._digits(abstract, int(place[1]) - 1),
            _value(level, "w:lvlText") or "",
        ).strip()

    def _start(self, abstract: str, depth: int) -> int:
        level = self._levels.get((abstract, depth))
        return int((_value(level, "w:start") if level is not None else None) or 1)

    def _digits(self, abstract: str, depth: int) -> str:
        counts = self._counts[abstract]
        number = counts[depth] if depth < len(counts) else self._start(abstract, depth)
        level = self._levels.get((abstract, depth))
        form = _value(level, "w:numFmt") if level is not None else None
        return _FORMATS.get(form or "", str)(number)


def _list_of(paragraph: Paragraph) -> tuple[str | None, int]:
    """Id of the list and the 0-based depth, from the paragraph or the styles it builds on."""
    holders = [paragraph._p.pPr]  # no public way leads to it
    style = paragraph.style
    while style is not None:
        holders.append(style.element.pPr)
        style = style.base_style
    for holder in holders:
        properties = holder.find(qn("w:numPr")) if holder is not None else None
        if properties is not None and _value(properties, "w:numId") is not None:
            return _value(properties, "w:numId"), int(_value(properties, "w:ilvl") or 0)
    return None, 0


def _value(element: BaseOxmlElement, tag: str) -> str | None:
    child = element.find(qn(tag))
    return None if child is None else child.get(qn("w:val"))
