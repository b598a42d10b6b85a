"""A document's text in reading order, unit by unit, each with a button that copies its link."""

import html
from collections.abc import Collection, Iterator
from itertools import pairwise

from rag.documents.front.details import enclosed_details
from rag.quotes.citations.linked import link_to_words
from rag.quotes.citations.links import Link
from rag.types import Document, Page, Span, Unit
from ui.outline import HEADINGS, address, kind_name
from ui.render import marked_html

_NOT_SHOWN = "The words of this part were not found in the document, so they are not shown."
_QUIET = HEADINGS | {"title", "metadata", "contents", "detail", "paragraph", "summary", "footnote"}
"""Kinds that a reader knows without being told."""
_TOGETHER = 25


def text_parts(
    document: Document, current: Unit | None, marked: Span, *, hidden: Collection[str], key: str
) -> list[str]:
    """The whole text in parts of a few units each, so that a step to the next unit changes two
    of them only and the browser keeps the rest.

    `hidden`: ids of the units that must not be shown; `key`: of the place to bring into view,
    see ui/bridge.py."""
    levels = heading_levels(document)
    units: list[str] = []
    page: int | None = None
    at = 0
    enclosed = enclosed_details(document.units)
    for unit in document.units:
        if unit.id in enclosed and unit is not current:
            continue
        if unit.page and unit.page != page:
            units.append(page_mark(document.pages[unit.page - 1]))
        page = _last_page(document, unit) or page
        printed = _between(document.reading.text, at, unit.start)
        at = max(at, unit.end)
        here = unit is current
        words = marked if here else (0, 0)
        body = (
            f'<p class="fa-missing">{_NOT_SHOWN}</p>'
            if unit.id in hidden
            else unit_body(document, unit, words, levels.get(unit.id))
        )
        units.append(
            f'<div class="fa-unit fa-d{min(len(unit.path), 3)}{" fa-here" if here else ""}"'
            + (f' tabindex="-1" data-fa-here="{html.escape(key)}"' if here else "")
            + f">{copy_buttons(document, unit, words)}{_head(unit, printed, here=here)}{body}</div>"
        )
    return [
        f'<div class="fa-document">{"".join(units[i : i + _TOGETHER])}</div>'
        for i in range(0, len(units), _TOGETHER)
    ]


def heading_levels(document: Document) -> dict[str, int]:
    """By unit id, 2 to 6: of the units that are headings, each below those that it stands under."""
    levels: dict[str, int] = {}
    below: dict[str | None, int] = {None: 2}
    for unit in document.units:
        level = below.get(unit.parent, 2)
        if unit.kind in HEADINGS:
            levels[unit.id] = min(level, 6)
            level += 1
        below[unit.id] = level
    return levels


def unit_body(document: Document, unit: Unit, marked: Span, level: int | None = None) -> str:
    """The unit's words; pieces of one sentence that a page's end has parted run on."""
    text = document.reading.text
    tag = f"h{level}" if level else "p"
    parts = [marked_html(text, unit.spans[0], marked)]
    for (_, before), (start, end) in pairwise(unit.spans):
        ended = text[:before].rstrip()[-1:] in ".?!:;"
        parts.append(f"</{tag}><{tag}>" if ended and not level else " ")
        turned = next((page for page in document.pages if before <= page.start <= start), None)
        parts.append(page_mark(turned) if turned else "")
        parts.append(marked_html(text, (start, end), marked))
    opening = f'<{tag} class="fa-text">'
    return opening + "".join(parts).replace(f"<{tag}>", opening) + f"</{tag}>"


def page_mark(page: Page) -> str:
    printed = f" (printed {html.escape(page.label)})" if page.label else ""
    return f'<span class="fa-page-mark">Page {page.number}{printed}</span>'


def _last_page(document: Document, unit: Unit) -> int | None:
    found = (page.number for page in document.pages if page.start < unit.end)
    return max(found, default=None)


def _between(text: str, at: int, start: int) -> str:
    """A label or number that is printed before the unit's words and is no part of them."""
    printed = " ".join(text[at:start].replace("|", " ").split())
    return printed if any(sign.isalnum() for sign in printed) else ""


def place_html(unit: Unit) -> str:
    place = html.escape(" › ".join((*unit.path, unit.label)))
    return f'<span class="fa-place">{place}</span>'


def _head(unit: Unit, printed: str, *, here: bool) -> str:
    parts = [place_html(unit)] if here else []
    kind = kind_name(unit)
    if kind not in printed.casefold() and unit.kind not in _QUIET:
        parts.append(f'<span class="fa-kind">{html.escape(kind)}</span>')
    if printed:
        parts.append(f'<span class="fa-printed">{html.escape(printed)}</span>')
    return f'<div class="fa-unit-head">{" ".join(parts)}</div>' if parts else ""


def copy_buttons(document: Document, unit: Unit, marked: Span) -> str:
    """The buttons: one for the unit, one for its marked words."""
    return f'<div class="fa-copies">{"".join(_buttons(document, unit, marked))}</div>'


def _buttons(document: Document, unit: Unit, marked: Span) -> Iterator[str]:
    label = html.escape(unit.label)
    if marked[0] < marked[1]:
        link = html.escape(address(link_to_words(document, unit, marked)))
        yield (
            f'<button type="button" data-fa-copy="{link}" aria-label="Copy link to the words'
            f' marked in {label}">Copy link to the words</button>'
        )
    link = html.escape(address(Link(document.record.id, unit.id)))
    yield (
        f'<button type="button" data-fa-copy="{link}" aria-label="Copy link to {label}">'
        "Copy link</button>"
    )
