"""Tags of the lists inside a Markdown text in, the number that each item is printed with out."""

import re

_ATTRIBUTE = re.compile(r"\b(?P<name>start|value)\s*=\s*[\"']?\s*(?P<number>\d{1,4})")


class InnerLists:
    """Counts as browsers do; ask for every tag once, in the order of the text."""

    def __init__(self) -> None:
        self._next: list[int] = []
        """Of the lists that are open, outermost first; 0 for one with bullets."""

    @property
    def depth(self) -> int:
        return len(self._next)

    def take(self, tag: str, *, name: str, closing: bool) -> str:
        """The number of the item that a tag opens; "" for a bullet and any other tag."""
        if name in ("ol", "ul"):
            self._take_list(tag, name, closing=closing)
        if name != "li" or closing or not self._next or not self._next[-1]:
            return ""
        number = _number(tag, "value") or self._next[-1]
        self._next[-1] = number + 1
        return str(number)

    def _take_list(self, tag: str, name: str, *, closing: bool) -> None:
        if not closing:
            self._next.append((_number(tag, "start") or 1) if name == "ol" else 0)
        elif self._next:
            self._next.pop()


def _number(tag: str, name: str) -> int | None:
    return next((int(f["number"]) for f in _ATTRIBUTE.finditer(tag) if f["name"] == name), None)
