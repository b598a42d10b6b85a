"""The marks of fields in, which of the text between them is shown out."""

import re
from dataclasses import dataclass

from docx.oxml.ns import qn
from docx.oxml.xmlchemy import BaseOxmlElement

from rag.backends.word_forms import legacy_prompt, legacy_value
from rag.backends.word_symbols import sign

_SYMBOL = re.compile(r'\s*SYMBOL\s+(\d+|0x[0-9a-f]+)(?:.*\\f\s+"?([^"\\]+?)"?\s*(?:\\|$))?', re.I)
_EQUATION = re.compile(r"\s*EQ\s", re.IGNORECASE)


@dataclass(slots=True)
class _Field:
    data: BaseOxmlElement | None
    """Of a form field."""
    code: str = ""
    in_code: bool = True
    silent: bool = False
    """Its result is shown by other means than text."""


class Fields:
    """A field is its code, which nobody sees, then its result; fields stand in each other and
    reach over paragraphs."""

    def __init__(self) -> None:
        self._open: list[_Field] = []

    @property
    def hide(self) -> bool:
        """The text that comes now."""
        return any(field.in_code or field.silent for field in self._open)

    def take(self, mark: BaseOxmlElement) -> str:
        """A `w:fldChar`; the text that it shows by itself."""
        match mark.get(qn("w:fldCharType")):
            case "begin":
                return self._begin(mark)
            case "separate" if self._open:
                self._open[-1].in_code = False
            case "end" if self._open:
                return self._end()
        return ""

    def add_code(self, code: str) -> None:
        if self._open:
            self._open[-1].code += code

    def is_prompt(self, text: str) -> bool:
        """Is it what the form field shows while it is empty?"""
        return any(text.strip() and text == legacy_prompt(field.data) for field in self._open)

    def end_paragraph(self) -> None:
        """A code ends with its paragraph; one that does not has lost its mark."""
        self._open = [field for field in self._open if not (field.in_code or field.silent)]

    def _begin(self, mark: BaseOxmlElement) -> str:
        data = mark.find(qn("w:ffData"))
        shown, hidden = legacy_value(data), self.hide
        self._open.append(_Field(data, silent=shown is not None))
        return "" if hidden else shown or ""

    def _end(self) -> str:
        field = self._open.pop()
        symbol = _SYMBOL.match(field.code)
        if not field.in_code or self.hide or not symbol:
            return ""
        return sign(symbol[2] or "Symbol", int(symbol[1], 0))
