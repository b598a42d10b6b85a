"""Words and where they are said to stand in, the verdict out: exact, layout, or no match."""

import html
import re
from collections.abc import Sequence

from rag.lines import BULLETS, INVISIBLE, LIGATURES
from rag.types import Document, Match, Span

_TAG = re.compile(r"<!--.*?-->|</?[a-zA-Z][^<>]{0,600}>", re.DOTALL)
_LINK = re.compile(r"!?\[([^\]\n]*)\]\([^()\n]*(?:\([^()\n]*\))?[^()\n]*\)")
_LAYOUT = re.compile(rf"[\s*_|#{BULLETS}{INVISIBLE}\u00ad¹²³⁴⁵⁶⁷⁸⁹⁰]+")
_SHAPES = str.maketrans(
    {
        "‘": "'", "’": "'", "‚": "'", "‛": "'", "`": "'", "´": "'", "“": '"', "”": '"', "„": '"',
        "«": '"', "»": '"', "‐": "-", "‑": "-", "‒": "-", "–": "-", "—": "-", "−": "-",
        "…": "...", "\xa0": " ",
    }
    | LIGATURES
)  # fmt: skip


def fold_layout(text: str) -> str:
    """The text without what counts as layout; two texts that fold alike have the same words."""
    bare = _LINK.sub(r"\1", _TAG.sub("", text))
    return _LAYOUT.sub("", html.unescape(bare).translate(_SHAPES))


def check_quote(document: Document, spans: Sequence[Span], quote: str) -> Match | None:
    """Do the words at `spans` of the reading text say `quote`, and stand so in the source text?

    The worst piece decides. None means that the quotation must not be shown."""
    reading = document.reading
    pieces = [reading.text[a:b] for a, b in spans]
    if not pieces or any(not piece for piece in pieces):
        return None
    if fold_layout(" ".join(pieces)) != fold_layout(quote):
        return None
    verdicts = [_check_piece(document, a, b) for a, b in spans]
    if None in verdicts:
        return None
    whole = len(pieces) == 1 and pieces[0] == quote
    return "exact" if whole and verdicts == ["exact"] else "layout"


def _check_piece(document: Document, start: int, end: int) -> Match | None:
    reading = document.reading
    words = reading.text[start:end]
    first, last = reading.places[start], reading.places[end - 1] + 1
    source = document.source.text[first:last]
    if source == words:
        return "exact"
    kept = _without_dropped(document, first, last)
    return "layout" if fold_layout(kept) == fold_layout(words) else None


def _without_dropped(document: Document, first: int, last: int) -> str:
    """The source text of a stretch less the furniture of pages and line-end hyphens in it.

    Marks that fold away by themselves stay, so that a wrong map cannot hide letters."""
    text, parts, at = document.source.text, list[str](), first
    for gap in document.reading.dropped:
        if gap.reason not in ("running", "page number", "hyphen", "bullet") or gap.end <= at:
            continue
        if gap.start >= last:
            break
        parts.append(text[at : gap.start])
        at = gap.end
    return "".join(parts) + text[at:last]
