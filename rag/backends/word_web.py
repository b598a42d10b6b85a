"""A web page kept inside a Word document in, its blocks out."""

from __future__ import annotations

import email
import email.policy
import re
from collections.abc import Iterator
from html.parser import HTMLParser

from rag.backends.word_blocks import Block, row_of

_SILENT = frozenset("head script style template title del s strike".split())
_BREAKS = frozenset(
    "address article aside blockquote body br dd div dl dt figcaption footer form h1 h2 h3 h4 h5 h6"
    " header hr li main nav ol p pre section table tbody td tfoot th thead tr ul".split()
)
_CHARSET = re.compile(rb"charset\s*=\s*[\"']?([\w-]+)", re.IGNORECASE)


def page_blocks(content: bytes) -> Iterator[Block]:
    found = _CHARSET.search(content[:4096])
    try:
        text = content.decode(found[1].decode("ascii") if found else "utf-8-sig")
    except (LookupError, UnicodeDecodeError):
        text = content.decode("cp1252", "replace")
    return _blocks(text)


def archive_blocks(content: bytes) -> Iterator[Block]:
    """Of a page saved with its pictures (.mht)."""
    message = email.message_from_bytes(content, policy=email.policy.default)
    page = message.get_body(("html", "plain"))
    return _blocks("" if page is None else str(page.get_content()))


def _blocks(text: str) -> Iterator[Block]:
    page = _Page()
    page.feed(text)
    page.close()
    page.end_block()
    return iter(page.blocks)


class _Page(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.blocks: list[Block] = []
        self._text = ""
        self._silent = 0
        self._level = 0
        self._lists: list[int | None] = []
        """The last number of each open list, None for bullets."""
        self._label = ""
        self._rows: list[list[list[Block]]] = []
        """Of each open row, its cells so far."""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._silent += tag in _SILENT
        if tag not in _BREAKS:
            return
        self.end_block()
        if tag in ("ul", "ol"):
            start = str(dict(attrs).get("start") or 1)
            first = int(start) if start.isdecimal() else 1
            self._lists.append(first - 1 if tag == "ol" else None)
        elif tag == "li":
            self._label = self._next_label()
        elif tag[0] == "h" and tag[1:].isdecimal():
            self._level = int(tag[1:])
        elif tag == "tr":
            self._rows.append([])
        elif tag in ("td", "th") and self._rows:
            self._rows[-1].append([])

    def handle_endtag(self, tag: str) -> None:
        self._silent -= tag in _SILENT and self._silent > 0
        if tag not in _BREAKS:
            return
        self.end_block()
        self._level = 0
        if tag in ("ul", "ol") and self._lists:
            self._lists.pop()
        elif tag == "tr" and self._rows:
            for block in row_of(self._rows.pop()):
                self._keep(block)

    def handle_data(self, data: str) -> None:
        self._text += "" if self._silent else data

    def end_block(self) -> None:
        text = " ".join(self._text.split())
        self._text = ""
        if text:
            self._keep(Block(text, self._level, self._label))
            self._label = ""

    def _keep(self, block: Block) -> None:
        if self._rows and self._rows[-1]:
            self._rows[-1][-1].append(block)
        else:
            self.blocks.append(block)

    def _next_label(self) -> str:
        if not self._lists or self._lists[-1] is None:
            return "-"
        self._lists[-1] += 1
        return f"{self._lists[-1]}."
