"""The head of fields that a plain text may begin with, between two lines of dashes, in, the front
matter that it tells out. That of a Markdown file is no part of its reading text."""

import re
from bisect import bisect_left
from collections.abc import Iterator

from rag.documents.front.findings import Finding
from rag.documents.front.labels import LABELS
from rag.documents.front.values import value_length
from rag.types import Reading, Source

_HEAD = re.compile(r"\s*---[ \t]*\n(?P<fields>.*?\n)---[ \t]*(?:\n|$)", re.DOTALL)
_FIELD = re.compile(r"^(?P<name>[A-Za-z][\w -]*):[ \t]*[\[\"' ]*(?P<value>[^\n]*?)[\]\"' ]*$", re.M)


def head_length(source: Source) -> int:
    """Characters of the source text that the head takes; 0 where there is none."""
    found = _HEAD.match(source.text) if source.format == "text" else None
    return found.end() if found else 0


def find_in_head(source: Source, reading: Reading) -> Iterator[Finding]:
    head = _HEAD.match(source.text)
    if not head_length(source) or not head:
        return
    for field in _FIELD.finditer(source.text, head.start("fields"), head.end("fields")):
        value = field["value"]
        label = next((each for each in LABELS if each.pattern.fullmatch(field["name"])), None)
        length = value_length(value, label.check) if label and value else 0
        start = bisect_left(reading.places, field.start("value"))
        words = value[:length]
        if label and length and reading.text.startswith(words, start):
            yield Finding(label.key, (start, start + length), words, field["name"])
