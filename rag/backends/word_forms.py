"""A field of a form in, what somebody has put into it out; prompts are nobody's words."""

import re

from docx.oxml.ns import qn
from docx.oxml.xmlchemy import BaseOxmlElement

from rag.backends.word_styles import is_on, value

_W14 = "{http://schemas.microsoft.com/office/word/2010/wordml}"
_SIGNS = {True: "☒", False: "☐"}
"""As Word shows them."""
_PROMPT = re.compile(
    r"\s*\[?(?:(?:click|tap|press)(?: or (?:click|tap))?\b.{0,40}\b(?:enter|insert|type|add|choose"
    r"|select)\b|(?:choose|select) (?:an item|a date|a building block)\b|(?:enter|type|insert)"
    r" (?:your |any )?(?:text|name|date|title|details)(?: here)?\b).{0,60}",
    re.IGNORECASE | re.DOTALL,
)


def is_prompt(text: str) -> bool:
    """ "Click or tap here to enter text.", as the whole of a field."""
    return _PROMPT.fullmatch(text) is not None


def shows_prompt(control: BaseOxmlElement) -> bool:
    """Of a content control: is it empty?"""
    if is_on(control.find(f"{qn('w:sdtPr')}/{qn('w:showingPlcHdr')}")):
        return True
    content = control.find(qn("w:sdtContent"))
    texts = () if content is None else content.iter(qn("w:t"))
    return is_prompt("".join(text.text or "" for text in texts))


def ticked(control: BaseOxmlElement) -> str | None:
    """The sign of a content control that is a check box; None where it is something else."""
    box = control.find(f"{qn('w:sdtPr')}/{_W14}checkbox")
    if box is None:
        return None
    checked = box.find(f"{_W14}checked")
    state = "0" if checked is None else checked.get(f"{_W14}val", "1")
    return _SIGNS[state in ("1", "true", "on")]


def legacy_value(data: BaseOxmlElement | None) -> str | None:
    """Of the data of a check box or a drop-down list; None for a text field, whose value is text
    of the document, and where there is no form field."""
    box = None if data is None else data.find(qn("w:checkBox"))
    if box is not None:
        checked = box.find(qn("w:checked"))
        return _SIGNS[is_on(checked if checked is not None else box.find(qn("w:default")))]
    choice = None if data is None else data.find(qn("w:ddList"))
    if choice is None:
        return None
    entries = [entry.get(qn("w:val"), "") for entry in choice.iterchildren(qn("w:listEntry"))]
    at = int(value(choice, "w:result") or value(choice, "w:default") or 0)
    chosen = entries[at] if at < len(entries) else ""
    return "" if is_prompt(chosen) else chosen


def legacy_prompt(data: BaseOxmlElement | None) -> str:
    """What a text field shows before anybody has written into it, where that asks for words."""
    text = "" if data is None else value(data.find(qn("w:textInput")), "w:default") or ""
    return text if is_prompt(text) else ""
