"""A web page in, the number that a browser prints before each item of its lists out."""

import re
from collections.abc import Iterator

from rag.backends.web_page import Element, elements
from rag.reading.numerals import as_letters, as_roman

_NUMBER = re.compile(r"\s*([+-]?\d+)")
_FORMS = {"1": "decimal", "a": "lower-alpha", "A": "upper-alpha", "i": "lower-roman",
          "I": "upper-roman"}  # fmt: skip
_LATIN = re.compile(r"(lower|upper)-(?:alpha|latin)")
_ROMAN = re.compile(r"(lower|upper)-roman")
_LISTS = frozenset({"ol", "ul", "menu", "dir"})


def item_numbers(page: Element, unseen: set[Element]) -> dict[Element, str]:
    """For each numbered `li` its number as printed, without stop: "4", "d", "iv". What a list's
    `start`, `reversed` and `type`, an item's `value` and their styles say counts; an item that is
    not there (`unseen`) does not."""
    found: dict[Element, str] = {}
    for element in elements(page):
        if element.name in _LISTS:
            found.update(_numbers_of(element, unseen))
    return found


def _numbers_of(listed: Element, unseen: set[Element]) -> Iterator[tuple[Element, str]]:
    items = [i for i in _items(listed) if i not in unseen]
    step = -1 if "reversed" in listed.attributes else 1
    start = _integer(listed.attributes.get("start", ""))
    number = start if start is not None else (len(items) if step < 0 else 1)
    for item in items:
        value = _integer(item.attributes.get("value", ""))
        number = number if value is None else value
        if written := _written(number, _form(item, listed)):
            yield item, written
        number += step


def _items(listed: Element) -> Iterator[Element]:
    """Those of the list itself, not of one inside it."""
    for child in listed.children:
        if isinstance(child, Element):
            if child.name == "li":
                yield child
            elif child.name not in _LISTS:
                yield from _items(child)


def _integer(text: str) -> int | None:
    found = _NUMBER.match(text)
    return int(found[1]) if found else None


def _form(item: Element, listed: Element) -> str:
    """As the style of the item or list says, then its `type`, then the kind of list."""
    for element in (item, listed):
        style = element.style.get("list-style-type") or element.style.get("list-style", "")
        if style and style != "inherit":
            return style
        if kind := element.attributes.get("type", "").strip():
            return _FORMS.get(kind, kind.lower())
    return "decimal" if listed.name == "ol" else "disc"


def _written(number: int, form: str) -> str:
    """ "" for a bullet or nothing."""
    if latin := _LATIN.search(form):
        written = as_letters(number)
    elif latin := _ROMAN.search(form):
        written = as_roman(number)
    elif "decimal" in form:
        return str(number).zfill(2) if "leading-zero" in form else str(number)
    else:
        return ""
    return written.upper() if written and latin[1] == "upper" else written or str(number)
