"""A document, one of its units and spans in it in, a checked citation out."""

import hashlib
from collections.abc import Sequence

from rag.outline.addresses import span_text
from rag.quotes.check import check_quote
from rag.quotes.citations.links import Link
from rag.quotes.citations.speakers import speaker
from rag.reading.repair import furniture_places, part_at_pages
from rag.types import Citation, Document, Span, Unit


def cite(document: Document, unit: Unit, spans: Sequence[Span], n: int) -> Citation | None:
    """None where the words do not stand in the source: then nothing may be shown of them.

    A digest's words are ours, so they have no match and are no quotation."""
    spans = _unbroken(document, spans)
    quote = span_text(document.reading.text, spans)
    match = check_quote(document, spans, quote)
    if match is None:
        return None
    record = document.record
    start, end = spans[0][0], spans[-1][1]
    # Of the quotation, which may begin overleaf of where its unit does.
    page = next((p for p in reversed(document.pages) if p.start <= start), None)
    return Citation(
        n, record.id, record.title, record.subject, record.publisher, record.area,
        record.published, record.provenance, unit.id, unit.kind, unit.label, unit.path,
        unit.agency, page.number if page else None, page.label if page else None, quote, start,
        end, tuple(spans),
        match if record.provenance == "original" else None,
        Link(record.id, unit.id, (start, end), words_digest(document, (start, end))).address,
        record.source_url, speaker(unit, record),
    )  # fmt: skip


def stands_in_source(document: Document, unit: Unit) -> bool:
    """Whether all words of the unit do: else it must not be shown as the document's own."""
    spans = _unbroken(document, [(a, b) for a, b in unit.spans if a < b])
    return not spans or check_quote(document, spans, unit.text) is not None


def unfounded_units(document: Document) -> frozenset[str]:
    """Ids of the units whose words must not be shown."""
    return frozenset(u.id for u in document.units if not stands_in_source(document, u))


def words_digest(document: Document, span: Span) -> str:
    """8 hexadecimal digits by which a link knows whether the same words still stand there."""
    words = document.reading.text[span[0] : span[1]]
    return hashlib.sha256(words.encode()).hexdigest()[:8]


def _unbroken(document: Document, spans: Sequence[Span]) -> list[Span]:
    furniture = furniture_places(document.reading)
    return [piece for s in spans for piece in part_at_pages(document.reading, s, furniture)]
