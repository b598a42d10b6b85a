"""A paragraph of Word in, the words that a person sees in it and what else stands in it out."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from docx.oxml.ns import qn
from docx.oxml.xmlchemy import BaseOxmlElement

from rag.backends.word_equations import EQUATION, equation_text
from rag.backends.word_fields import Fields
from rag.backends.word_forms import shows_prompt, ticked
from rag.backends.word_notes import NOTE_MARKS, Notes, has_own_mark
from rag.backends.word_seen import Sight
from rag.backends.word_styles import Styles, is_on
from rag.backends.word_symbols import UNKNOWN, is_symbol_font, sign
from rag.backends.word_unread import Unread

_MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
ALTERNATIVES = f"{_MC}AlternateContent"
DRAWINGS = (qn("w:drawing"), qn("w:pict"), qn("w:object"))
_BESIDE = (*DRAWINGS, qn("w:tbl"), qn("w:subDoc"))
"""What stands in a paragraph and is no words of it."""
_AWAY = tuple(map(qn, ("w:pPr", "w:rPr", "w:del", "w:moveFrom", "w:rt", "w:delText")))
_SIGNS = {qn("w:tab"): "\t", qn("w:ptab"): "   ", qn("w:br"): "\n", qn("w:cr"): "\n",
          qn("w:noBreakHyphen"): "-", qn("w:softHyphen"): "\u00ad"}  # fmt: skip
_SHOWS = (*_BESIDE, qn("w:t"), qn("w:sym"), EQUATION)
_LAYOUT = str.maketrans({
    "\n": " ", "\r": " ", "\t": " ", "\u2028": "\n", "\u2029": "\n", "\x85": "\n",
})  # fmt: skip
"""Of the file is layout, of the page is a break of line."""
_NOTE_MARK = re.compile(r"\s?\d{1,3}(?:[,–-]\d{1,3})*")
SUPERSCRIPTS = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")


@dataclass(slots=True)
class Words:
    """Of one paragraph, or of its part up to a table that stands in it or from there on."""

    text: str = ""
    plain: int = 0
    """Characters that are not bold, white space aside."""
    gone: bool = False
    """It holds words, and all of them are struck, deleted or hidden."""
    beside: list[BaseOxmlElement] = field(default_factory=list)
    """Drawings, tables and the like, in order."""

    @property
    def bold(self) -> bool:
        return self.plain == 0 and bool(self.text.strip())


class Runs:
    """Reads paragraph by paragraph, in document order: fields reach from one to the next."""

    def __init__(self, styles: Styles, sight: Sight, notes: Notes, unread: Unread) -> None:
        self._styles = styles
        self._sight = sight
        self._notes = notes
        self._unread = unread
        self._fields = Fields()
        self._paragraph: BaseOxmlElement
        self._words: Words
        self._parts: list[Words]

    def read(self, paragraph: BaseOxmlElement) -> list[Words]:
        """One; more where a table stands inside the paragraph."""
        self._paragraph, self._words = paragraph, Words()
        self._parts = [self._words]
        self._walk(paragraph)
        self._fields.end_paragraph()
        kept = any(words.text.strip() or words.beside for words in self._parts)
        self._parts[0].gone = not kept and _has_text(paragraph)
        return self._parts

    def _walk(self, parent: BaseOxmlElement) -> None:
        for child in parent.iterchildren():
            if child.tag == qn("w:r"):
                self._run(child)
            elif child.tag == qn("w:sdt"):
                self._control(child)
            elif child.tag == EQUATION:
                self._add(equation_text(child))
            elif child.tag == ALTERNATIVES:
                self._walk(alternative(child))
            elif child.tag in _BESIDE:
                self._put_beside(child)
            elif child.tag not in _AWAY and isinstance(child.tag, str):
                self._walk(child)

    def _control(self, control: BaseOxmlElement) -> None:
        tick = ticked(control)
        if tick is not None:
            self._add(tick)
        elif not shows_prompt(control):
            self._walk(control)

    def _run(self, run: BaseOxmlElement) -> None:
        bold = is_on(self._styles.of_run(run, self._paragraph, "w:b"))
        seen = self._sight.sees(run, self._paragraph)
        for child in _shown(run):
            if child.tag == qn("w:fldChar"):
                shown = self._fields.take(child)
                self._add(shown if seen else "", bold=bold)
            elif child.tag == qn("w:instrText"):
                self._fields.add_code(child.text or "")
            elif not seen or self._fields.hide:
                continue
            elif child.tag in NOTE_MARKS:
                if not self._notes.refer(child):
                    self._unread.add("note")
                if has_own_mark(child):
                    return
            elif child.tag in _BESIDE:
                self._put_beside(child)
            elif child.tag == qn("w:ruby"):
                self._walk(child)
            else:
                self._add(self._text(child, run), bold=bold)

    def _put_beside(self, element: BaseOxmlElement) -> None:
        self._words.beside.append(element)
        if element.tag == qn("w:tbl"):
            self._words = Words()
            self._parts.append(self._words)

    def _text(self, child: BaseOxmlElement, run: BaseOxmlElement) -> str:
        if child.tag in _SIGNS:
            return _SIGNS[child.tag]
        if child.tag == qn("w:sym"):
            return self._sign(child.get(qn("w:font"), ""), int(child.get(qn("w:char"), "0"), 16))
        if child.tag != qn("w:t") or self._fields.is_prompt(child.text or ""):
            return ""
        text = (child.text or "").translate(_LAYOUT)
        fonts = self._styles.of_run(run, self._paragraph, "w:rFonts")
        font = "" if fonts is None else fonts.get(qn("w:ascii"), "")
        if is_symbol_font(font):
            return "".join(c if c.isspace() else self._sign(font, ord(c)) for c in text)
        return text.translate(SUPERSCRIPTS) if self._is_raised_mark(text, run) else text

    def _sign(self, font: str, place: int) -> str:
        found = sign(font, place)
        if found == UNKNOWN:
            self._unread.add("sign", f"of the font {font}")
        return found

    def _is_raised_mark(self, text: str, run: BaseOxmlElement) -> bool:
        """A raised figure would join the figure before it."""
        if not _NOTE_MARK.fullmatch(text):
            return False
        align = self._styles.of_run(run, self._paragraph, "w:vertAlign")
        lift = self._styles.of_run(run, self._paragraph, "w:position")
        raised = align is not None and align.get(qn("w:val")) == "superscript"
        lifted = lift is not None and not lift.get(qn("w:val"), "0").startswith(("-", "0"))
        return raised or lifted

    def _add(self, text: str, *, bold: bool = False) -> None:
        self._words.text += text
        self._words.plain += 0 if bold else len(text) - sum(map(str.isspace, text))


def alternative(element: BaseOxmlElement) -> BaseOxmlElement:
    """Of the ways in which a thing is written, the newest that can be read here."""
    branches = [branch for branch in element if branch.tag in (f"{_MC}Choice", f"{_MC}Fallback")]
    readable = (b for b in branches if next(b.iter(*_SHOWS), None) is not None)
    return next(readable, element if not branches else branches[0])


def _shown(run: BaseOxmlElement) -> Iterator[BaseOxmlElement]:
    for child in run.iterchildren():
        if child.tag == ALTERNATIVES:
            yield from alternative(child).iterchildren()
        else:
            yield child


def _has_text(paragraph: BaseOxmlElement) -> bool:
    return any((t.text or "").strip() for t in paragraph.iter(qn("w:t"), qn("w:delText")))
