"""A document's front matter as a short list: who wrote it, for whom, and its dates."""

import html
from collections.abc import Iterator

from rag.documents.front.labels import NAMES
from rag.documents.front.properties import PROPERTIES, unprinted_properties
from rag.quotes.citations.links import Link
from rag.types import Document, Unit
from ui.outline import address

_MOST_CHARACTERS = 160


def front_matter_html(document: Document) -> str:
    """Each value leads to where it is printed; what only the file's properties say is marked as
    that. Empty where the document has none."""
    rows = "".join(_rows(document))
    if not rows:
        return ""
    return (
        '<details class="fa-fold fa-front"><summary>About this document</summary>'
        f'<dl class="fa-small">{rows}</dl></details>'
    )


def _rows(document: Document) -> Iterator[str]:
    for key, name in NAMES.items():
        units = [unit for unit in document.units if unit.key == key]
        if units:
            values = "".join(f"<dd>{_value(document, unit)}</dd>" for unit in units)
            yield f"<dt>{html.escape(name)}</dt>{values}"
    for name, value in unprinted_properties(document):
        shown = f"{_shortened(value)} (only in the file’s properties)"
        yield f"<dt>{PROPERTIES[name]}</dt><dd>{html.escape(shown)}</dd>"


def _value(document: Document, unit: Unit) -> str:
    link = html.escape(address(Link(document.record.id, unit.id)))
    return f'<a href="{link}" data-fa-open>{html.escape(_shortened(unit.text))}</a>'


def _shortened(text: str) -> str:
    words = " ".join(text.split())
    return words if len(words) <= _MOST_CHARACTERS else f"{words[:_MOST_CHARACTERS]}…"
