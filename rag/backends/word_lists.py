"""A Word paragraph in, the number or bullet that Word shows in front of it out."""

import re
from collections.abc import Callable

from docx.document import Document
from docx.oxml.ns import qn
from docx.oxml.xmlchemy import BaseOxmlElement

from rag.backends.word_styles import Styles, child_of, is_on, value

_ROMAN = ((1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"),
          (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"))  # fmt: skip
_CARDINALS = (
    "Zero One Two Three Four Five Six Seven Eight Nine Ten Eleven Twelve Thirteen Fourteen Fifteen"
    " Sixteen Seventeen Eighteen Nineteen Twenty"
).split()
_ORDINALS = (
    "Zeroth First Second Third Fourth Fifth Sixth Seventh Eighth Ninth Tenth Eleventh Twelfth"
    " Thirteenth Fourteenth Fifteenth Sixteenth Seventeenth Eighteenth Nineteenth Twentieth"
).split()


def _roman(number: int) -> str:
    digits = ""
    for value_, letters in _ROMAN:
        digits += letters * (number // value_)
        number %= value_
    return digits


def _letters(number: int) -> str:
    """a … z, aa, bb …, as Word goes on after z."""
    return chr(ord("a") + (number - 1) % 26) * ((number - 1) // 26 + 1)


def _ordinal(number: int) -> str:
    teens = number % 100 in (11, 12, 13)
    return f"{number}{'th' if teens else {1: 'st', 2: 'nd', 3: 'rd'}.get(number % 10, 'th')}"


def _word(words: list[str]) -> Callable[[int], str]:
    return lambda number: words[number] if number < len(words) else str(number)


_FORMATS: dict[str, Callable[[int], str]] = {
    "lowerLetter": _letters,
    "upperLetter": lambda number: _letters(number).upper(),
    "lowerRoman": _roman,
    "upperRoman": lambda number: _roman(number).upper(),
    "decimalZero": lambda number: f"{number:02}",
    "ordinal": _ordinal,
    "cardinalText": _word(_CARDINALS),
    "ordinalText": _word(_ORDINALS),
    "none": lambda _: "",
}
_DEEPEST = 9


class ListLabels:
    """Counts list numbers as Word does; ask for every paragraph once, in document order."""

    def __init__(self, document: Document, styles: Styles) -> None:
        self._styles = styles
        self._lists: dict[str, BaseOxmlElement] = {}
        self._abstracts: dict[str, BaseOxmlElement] = {}
        self._counts: dict[str, list[int]] = {}
        """Of each abstract list: those built on one go on with each other's count."""
        self._begun: set[tuple[str, int]] = set()
        """Lists and depths whose own first number has been given out."""
        numbering = next(
            (part.element for part in document.part.package.iter_parts()
             if part.partname.endswith("/numbering.xml")), None)  # fmt: skip
        if numbering is None:
            return
        for entry in numbering.iterchildren(qn("w:num")):
            self._lists[entry.get(qn("w:numId"), "")] = entry
        for abstract in numbering.iterchildren(qn("w:abstractNum")):
            self._abstracts[abstract.get(qn("w:abstractNumId"), "")] = abstract

    def next_label(self, paragraph: BaseOxmlElement) -> str:
        """ "-" for a bullet, the number as printed ("3.", "b)", "2.1"), "" outside lists."""
        entry, depth = self._list_of(paragraph)
        level = self._level(entry, depth)
        if level is None:
            return ""
        form = value(level, "w:numFmt") or "decimal"
        shown = value(level, "w:lvlText") or ""
        if form == "bullet":
            return "-"
        self._count(entry, depth)
        return re.sub(
            r"%([1-9])",
            lambda place: self._digits(entry, int(place[1]) - 1, level),
            shown,
        ).strip()

    def _count(self, entry: str, depth: int) -> None:
        counts = self._counts.setdefault(self._abstract_of(entry), [])
        for deeper in range(depth + 1, len(counts)):
            if not self._goes_on(entry, deeper, depth):
                del counts[deeper:]
                break
        while len(counts) <= depth:
            counts.append(self._start(entry, len(counts)) - (len(counts) == depth))
        anew = self._restart(entry, depth)
        if anew is not None and (entry, depth) not in self._begun:
            counts[depth] = anew - 1
        self._begun.add((entry, depth))
        counts[depth] += 1

    def _goes_on(self, entry: str, deeper: int, depth: int) -> bool:
        """Levels begin anew below every higher one, unless the list says below which."""
        level = self._level(entry, deeper)
        after = value(level, "w:lvlRestart")
        return after is not None and (int(after) == 0 or depth + 1 > int(after))

    def _restart(self, entry: str, depth: int) -> int | None:
        start = value(self._override(entry, depth), "w:startOverride")
        return None if start is None else int(start)

    def _start(self, entry: str, depth: int) -> int:
        anew = self._restart(entry, depth)
        return int(value(self._level(entry, depth), "w:start") or 1) if anew is None else anew

    def _digits(self, entry: str, depth: int, shown_in: BaseOxmlElement) -> str:
        counts = self._counts[self._abstract_of(entry)]
        number = counts[depth] if depth < len(counts) else self._start(entry, depth)
        form = value(self._level(entry, depth), "w:numFmt") or ""
        legal = is_on(child_of(shown_in, "w:isLgl"))
        return str(number) if legal else _FORMATS.get(form, str)(number)

    def _level(self, entry: str, depth: int) -> BaseOxmlElement | None:
        own = child_of(self._override(entry, depth), "w:lvl")
        abstract = self._abstracts.get(self._abstract_of(entry))
        levels = () if abstract is None else abstract.iterchildren(qn("w:lvl"))
        found = (each for each in levels if each.get(qn("w:ilvl")) == str(depth))
        return own if own is not None else next(found, None)

    def _override(self, entry: str, depth: int) -> BaseOxmlElement | None:
        holder = self._lists.get(entry)
        overrides = () if holder is None else holder.iterchildren(qn("w:lvlOverride"))
        return next((each for each in overrides if each.get(qn("w:ilvl")) == str(depth)), None)

    def _abstract_of(self, entry: str) -> str:
        """Of a list whose form a style keeps, the one that the style leads to."""
        found = value(self._lists.get(entry), "w:abstractNumId") or ""
        style = value(self._abstracts.get(found), "w:numStyleLink")
        if style is None:
            return found
        linked = (key for key, each in self._abstracts.items()
                  if value(each, "w:styleLink") == style)  # fmt: skip
        return next(linked, found)

    def _list_of(self, paragraph: BaseOxmlElement) -> tuple[str, int]:
        """Id of the list and the 0-based depth, from the paragraph or the styles it builds on."""
        holders = [(paragraph.find(qn("w:pPr")), "")]
        holders += [
            (style.find(qn("w:pPr")), style.get(qn("w:styleId"), ""))
            for style in self._styles.of_paragraphs(paragraph)
        ]
        depth: str | None = None
        for holder, style in holders:
            properties = child_of(holder, "w:numPr")
            depth = depth if depth is not None else value(properties, "w:ilvl")
            entry = value(properties, "w:numId")
            if entry is not None:
                of_style = self._depth_of(entry, style) if style and depth is None else 0
                return entry, int(depth) if depth is not None else of_style
        return "", 0

    def _depth_of(self, entry: str, style: str) -> int:
        """The level that says it is this style's."""
        levels = ((depth, self._level(entry, depth)) for depth in range(_DEEPEST))
        return next((depth for depth, each in levels if value(each, "w:pStyle") == style), 0)
