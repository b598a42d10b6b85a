"""Citations as cards under an answer, and as marks in its text. Every text is data."""

import html
from dataclasses import dataclass
from urllib.parse import quote

from rag.errors import RagError
from rag.index.library import Library
from rag.quotes.citations.references import DIGEST_NOTE, quotation, quoted, review_line, unit_line
from rag.quotes.citations.surroundings import surroundings
from rag.reading.repair import CELL_GAP
from rag.types import Citation
from ui.render import cells_html, source_page

_STATES = {
    "exact": "Original: word for word",
    "layout": "Original: word for word, apart from line breaks and the like",
}
_GONE = "These words no longer stand so in the library: ask again, or read the unit as it is now."


@dataclass(frozen=True, slots=True)
class Card:
    citation: Citation
    before: str
    after: str
    link: str
    """From the question mark on; leads back to the conversation as well."""
    source_url: str | None
    """Of the document as it is known now: an older answer may not have known it."""


def make_card(library: Library, citation: Citation, conversation: str) -> Card:
    link = f"{citation.link}&c={conversation}"
    try:
        document = library.document(citation.document)
        unit = library.catalogue.unit(citation.document, citation.unit)
    except RagError:
        return Card(citation, "", "", link, citation.source_url)
    around = surroundings(document, unit, citation)
    return Card(citation, *around, link, document.record.source_url)


def mark_html(card: Card) -> str:
    """The number in the text: a link to the words, which shows them on hovering and on focus."""
    citation = card.citation
    name = f"Source {citation.n}: {citation.label}"
    shown = f"{quoted(citation)}\n{review_line(citation)}. {unit_line(citation)}"
    shown = shown.replace(CELL_GAP, " · ")
    return (
        f'<a class="fa-mark" {_opens(card)} aria-label="{html.escape(name)}"'
        f' data-ask-quote="{quote(shown)}">[{citation.n}]</a>'
    )


def cards_html(cards: list[Card]) -> str:
    items = "".join(_card_html(card) for card in cards)
    return f'<h3 class="fa-sources">Sources</h3><ol class="fa-cards">{items}</ol>'


def _card_html(card: Card) -> str:
    citation = card.citation
    digest = citation.provenance == "digest"
    state = DIGEST_NOTE if digest else _STATES.get(citation.match or "", "")
    web = source_page(card.source_url, f"Source page on the web of {citation.n}")
    chip = f'<span class="fa-chip">{html.escape(state)}</span>' if state else ""
    return (
        f'<li class="fa-card fa-{citation.provenance}"><div class="fa-head">'
        f'<span class="fa-n">{citation.n}</span>'
        f'<span class="fa-review">{html.escape(review_line(citation))}</span></div>'
        f'<div class="fa-where">{html.escape(unit_line(citation))}</div>'
        f"{_words_html(card)}"
        f'<div class="fa-foot"><a {_opens(card)} aria-label="Read {citation.n} in its place">'
        f"Read in its place</a>{web}{_copy_html(citation)}{chip}</div></li>"
    )


def _words_html(card: Card) -> str:
    if not card.citation.quote:
        return f'<p class="fa-gone">{html.escape(_GONE)}</p>'
    tag = "div" if card.citation.provenance == "digest" else "blockquote"
    around = [
        f'<span class="fa-around">{cells_html(text)}</span>' if text else ""
        for text in (card.before, card.after)
    ]
    words = f'<span class="fa-words">{cells_html(quoted(card.citation))}</span>'
    return f'<{tag} class="fa-quoted">{" ".join((around[0], words, around[1])).strip()}</{tag}>'


def _copy_html(citation: Citation) -> str:
    if not citation.quote:
        return ""
    return copy_button(quotation(citation), "Copy citation", f"Copy citation {citation.n}")


def copy_button(text: str, name: str, spoken: str) -> str:
    return (
        f'<button type="button" class="fa-copy" data-ask-copy="{quote(text)}"'
        f' aria-label="{html.escape(spoken)}">{html.escape(name)}</button>'
    )


def _opens(card: Card) -> str:
    return f'href="{html.escape(card.link)}" data-ask-open="" target="_self"'
