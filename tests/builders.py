"""Documents made by hand, as small as a test wants them."""

import hashlib
from array import array
from collections.abc import Sequence
from dataclasses import replace

from rag.types import Document, Page, Provenance, Reading, Record, Source, Unit

Part = tuple[str, str, str]
"""Kind, label and text of a unit."""


def build_document(
    parts: Sequence[Part],
    *,
    id_: str = "baby-z",
    subject: str | None = "Baby Z",
    area: str | None = "Anyshire",
    published: str | None = "2019",
    kind: str = "learning_bulletin",
    provenance: Provenance = "original",
    file: str | None = None,
) -> Document:
    """One page; the reading text is the source text, and the units follow each other."""
    text = "\n\n".join(part[2] for part in parts)
    units, at = [], 0
    for kind_, label, words in parts:
        units.append(_unit(kind_, label, words, at))
        at += len(words) + 2
    pages = (Page(1, None, 0, len(text)),)
    checksum = hashlib.sha256(text.encode()).hexdigest()
    file = file or f"{id_}.txt"
    title = f"{subject}: learning"
    return Document(
        Record(id_, file, title, subject, None, area, published, kind, provenance, None),
        Source(file, "text", text, pages, checksum),
        Reading(text, array("i", range(len(text))), ()),
        pages,
        tuple(units),
    )


def with_spans(document: Document, unit: str, *spans: tuple[int, int]) -> Document:
    """The document with one unit in several pieces."""
    start, end = spans[0][0], spans[-1][1]
    text = "\n\n".join(document.reading.text[a:b] for a, b in spans)
    units = [
        replace(u, spans=spans, start=start, end=end, text=text) if u.id == unit else u
        for u in document.units
    ]
    return replace(document, units=tuple(units))


def _unit(kind: str, label: str, text: str, at: int) -> Unit:
    end = at + len(text)
    return Unit(
        id="-".join(label.lower().split()), kind=kind, label=label,
        number=next((word for word in label.split() if word.isdigit()), None), agency=None,
        parent=None, path=(), text=text, lead_in=None, page=1, page_label=None,
        start=at, end=end, spans=((at, end),),
    )  # fmt: skip
