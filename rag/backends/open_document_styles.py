"""The styles of an OpenDocument text in, what they hide and how they number lists out."""

import re
from collections.abc import Iterator, Mapping

from lxml import etree

from rag.reading.numerals import as_letters, as_roman

_NAMESPACE = "{{urn:oasis:names:tc:opendocument:xmlns:{}:1.0}}"
TEXT, TABLE, OFFICE, STYLE = (_NAMESPACE.format(n) for n in ("text", "table", "office", "style"))
DRAW = _NAMESPACE.format("drawing")
_RAISED = re.compile(r"[1-9]")
"""A share of the height; lowered words have a minus."""
_WRITTEN = {"a": as_letters, "i": as_roman}


class Styles:
    """Of both parts of a file that hold some: those of its content stand above the common ones."""

    def __init__(self, *parts: etree._Element | None) -> None:
        self._styles: dict[str, etree._Element] = {}
        self._lists: dict[str, etree._Element] = {}
        for part in reversed(parts):
            for element in part.iter() if part is not None else ():
                name = element.get(f"{STYLE}name") if isinstance(element.tag, str) else None
                if name and element.tag == f"{STYLE}style":
                    self._styles[name] = element
                elif name and element.tag == f"{TEXT}list-style":
                    self._lists[name] = element

    def is_hidden(self, element: etree._Element) -> bool:
        """Are its words not shown, or struck through?"""
        for properties in self._text_properties(element.get(f"{TEXT}style-name") or ""):
            if properties.get(f"{TEXT}display") in ("none", "true"):
                return True
            line = properties.get(f"{STYLE}text-line-through-style")
            kind = properties.get(f"{STYLE}text-line-through-type")
            if line is not None or kind is not None:
                return (line or "none") != "none" or (kind or "none") != "none"
        return False

    def is_raised(self, element: etree._Element) -> bool:
        for properties in self._text_properties(element.get(f"{TEXT}style-name") or ""):
            if place := properties.get(f"{STYLE}text-position"):
                return bool(place.startswith("super") or _RAISED.match(place))
        return False

    def is_title(self, element: etree._Element) -> bool:
        """Has it the style of that name, or one that builds on it?"""
        name = element.get(f"{TEXT}style-name") or ""
        return any(style == "Title" for style, _ in self._chain(name))

    def start(self, style: str, level: int) -> int:
        value = self._level(style, level).get(f"{TEXT}start-value", "")
        return int(value) if value.isdigit() else 1

    def label(self, style: str, level: int, counts: Mapping[tuple[str, int], int]) -> str:
        """The number with its signs, "(a)" or "2.1.", or "-" for a bullet."""
        form = self._level(style, level)
        if not form.get(f"{STYLE}num-format"):
            return "-"
        shown = form.get(f"{TEXT}display-levels", "1")
        first = level - (int(shown) if shown.isdigit() else 1) + 1
        parts = [
            _written(counts.get((style, at), 1), self._level(style, at).get(f"{STYLE}num-format"))
            for at in range(max(first, 1), level + 1)
        ]
        before, after = form.get(f"{STYLE}num-prefix", ""), form.get(f"{STYLE}num-suffix", "")
        return f"{before}{'.'.join(filter(None, parts))}{after or '.'}".strip()

    def _text_properties(self, name: str) -> Iterator[etree._Element]:
        """Of the style, then of those that it builds on."""
        for _, style in self._chain(name):
            yield from style.iterchildren(f"{STYLE}text-properties")

    def _chain(self, name: str) -> Iterator[tuple[str, etree._Element]]:
        seen: set[str] = set()
        while name in self._styles and name not in seen:
            seen.add(name)
            yield name, self._styles[name]
            name = self._styles[name].get(f"{STYLE}parent-style-name") or ""

    def _level(self, style: str, level: int) -> Mapping[str, str]:
        listed = self._lists.get(style)
        for form in listed if listed is not None else ():
            if form.get(f"{TEXT}level") == str(level):
                return dict(form.attrib)
        return {}


def _written(number: int, form: str | None) -> str:
    if not form:
        return ""
    write = _WRITTEN.get(form.lower())
    written = write(number) if write else str(number)
    return written.upper() if form.isupper() else written or str(number)
