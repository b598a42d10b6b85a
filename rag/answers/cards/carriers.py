"""A document and a fact of its card in, the place where the document says so out."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from rag.reading.dates import MONTHS, is_date
from rag.reading.sentences import sentence_spans
from rag.types import Document, Record, Span, Unit

_FLAGS = re.IGNORECASE | re.DOTALL
_NEAR_TOP = 20
"""Units among which a document says what it is."""
_LONGEST = 60
"""Words of a sentence that is shown as the place of a fact."""
_FRONT = ("title", "metadata")
_PUBLISHED = re.compile(r"\b(?:publi\w+|issued|produced)\b", re.IGNORECASE)
_THIS = re.compile(
    r"\bthis (?:\w+ ){0,3}(?:bulletin|briefing|report|review|summary|response|document)\b",
    re.IGNORECASE,
)
_FULL_REPORT = re.compile(
    r"\b(?:(?:full|overview|whole|complete|entire) (?:\w+ ){0,3}(?:reports?|reviews?)"
    r"|(?:report|review|scr)s? and [^.]{0,40}?)\b[^.]{0,80}?"
    r"\b(?:can be|is|are|available|accessed|found|downloaded|obtained|published alongside)\b"
    r"[^.]{0,80}?\b(?:found|accessed|available|downloaded|obtained|read|viewed)\b"
    r"|\b(?:full|overview) (?:\w+ ){0,2}report\b[^.]{0,60}\bpublished (?:alongside|at|on the)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Carrier:
    unit: Unit
    span: Span


def find_carrier(document: Document, fact: str) -> Carrier | None:
    """The title or a line of the front where those have the fact, else a sentence that tells it."""
    if fact == "pages":
        return None
    if fact == "link":
        return None if document.record.source_url else _find_sentence(document, _FULL_REPORT)
    words = _words(fact, document.record)
    if words is None:
        return None
    for unit in document.units:
        if unit.kind in _FRONT and words.search(unit.text) and _is_said(unit, fact):
            return Carrier(unit, unit.spans[0])
    if fact not in ("publisher", "published"):
        return None
    said = re.compile(rf"(?=.*{_PUBLISHED.pattern})(?=.*{_THIS.pattern}).*{words.pattern}", _FLAGS)
    return _find_sentence(document, said)


def _words(fact: str, record: Record) -> re.Pattern[str] | None:
    """What a place must have to bear out the card."""
    if fact == "published":
        return _date(record.published) if record.published else None
    name = {
        "publisher": record.publisher,
        "area": record.area,
        "kind": record.kind.replace("_", " ").removesuffix(" report"),
    }[fact]
    return re.compile(rf"\b{re.escape(name)}\b", _FLAGS) if name else None


def _date(iso: str) -> re.Pattern[str]:
    year, *rest = iso.split("-")
    month = rf"{MONTHS[int(rest[0]) - 1][:3]}\w*,? +" if rest else ""
    day = rf"\b0?{int(rest[1])}(?:st|nd|rd|th)?(?: of)? +" if len(rest) > 1 else ""
    return re.compile(rf"{day}{month}\b{year}\b", _FLAGS)


def _is_said(unit: Unit, fact: str) -> bool:
    """A date of the front may be that of something else: an inspection, a submission."""
    if len(unit.spans) != 1:
        return False
    if fact != "published":
        return True
    return is_date(unit.text) or bool(_PUBLISHED.search(f"{unit.label} {unit.text}"))


def _find_sentence(document: Document, said: re.Pattern[str]) -> Carrier | None:
    for unit, (start, end) in _sentences(document, everywhere=said is _FULL_REPORT):
        words = document.reading.text[start:end]
        if len(words.split()) <= _LONGEST and said.search(words):
            return Carrier(unit, (start, end))
    return None


def _sentences(document: Document, *, everywhere: bool) -> Iterator[tuple[Unit, Span]]:
    units = document.units if everywhere else document.units[:_NEAR_TOP]
    for unit in units:
        if unit.kind not in ("paragraph", "resource", "summary", "detail"):
            continue
        for start, end in unit.spans:
            for a, b in sentence_spans(document.reading.text[start:end]):
                yield unit, (start + a, start + b)
