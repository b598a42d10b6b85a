"""A paragraph that says its kind itself in, its parts out: "Learning: one; two. Action: three."."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from rag.outline.agencies import agency_of
from rag.reading.heading_topics import is_all_topic, topic_of
from rag.types import Span

KINDS = frozenset(
    "finding lesson learning_point recommendation key_message good_practice action measure"
    " summary".split()
)
_LABEL = re.compile(r"(?:^|(?<=[.;!?]\s))(?P<label>[A-Z][\w' -]{3,60}?)\s*(?::|\s[–—])\s+(?=\S)")
_OWNER = re.compile(r"(?P<label>[A-Z]{2,6}):\s+(?=\S)")
_BORDER = re.compile(r"(?<=;)\s+(?:and\s+)?")


@dataclass(frozen=True, slots=True)
class Part:
    kind: str | None
    """None for what stands before the first label."""
    span: Span
    """Offsets in the paragraph."""


def read_label_kind(text: str) -> str | None:
    """Kind of unit that the run-in label at the front names ("Good practice: ...")."""
    found = _LABEL.match(text)
    return _kind(found) if found else None


def read_label_owner(text: str, kind: str) -> str | None:
    """The organisation in it ("Recommendation for the Police: ..."), or that it is, before what
    somebody should do ("Police: officers should ...")."""
    found = _LABEL.match(text) or _OWNER.match(text)
    return agency_of(found.group("label"), kind) if found else None


def split_abstract(text: str) -> tuple[Part, ...]:
    """Its parts in order: each item between semicolons under a label that names a kind of unit,
    the label left out; nothing where the paragraph is not written like that."""
    labels = [m for m in _LABEL.finditer(text) if _kind(m)]
    labels = [m for m in labels if text[m.end()].islower() or len(labels) > 1]
    if not labels:
        return ()
    ends = [*(m.start() for m in labels[1:]), len(text)]
    parts = [Part(None, (0, labels[0].start()))] if labels[0].start() else []
    for label, end in zip(labels, ends, strict=True):
        parts += [Part(_kind(label), span) for span in _items(text, label.end(), end)]
    return tuple(Part(p.kind, _trim(text, p.span)) for p in parts)


def _kind(label: re.Match[str]) -> str | None:
    words = label.group("label")
    kind = topic_of(words) if is_all_topic(words) or agency_of(words, None) else None
    return kind if kind in KINDS else None


def _items(text: str, start: int, end: int) -> Iterator[Span]:
    at = start
    for border in _BORDER.finditer(text, start, end):
        yield at, border.start()
        at = border.end()
    yield at, end


def _trim(text: str, span: Span) -> Span:
    start, end = span
    return start, start + len(text[start:end].rstrip())
