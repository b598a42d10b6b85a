"""Words and where they are said to stand in, the verdict out: exact, layout, or no match."""

import html
import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence

from rag.quotes.folding import fold_layout, same_words, strip_marks, without_tag
from rag.reading.layout_signs import PLAIN_FIGURES
from rag.reading.markup import PAGE_MARKUP
from rag.types import Document, Dropped, Match, Span

_ENTITY_REST = re.compile(r"[#\w]{1,31};")
_TAG = re.compile(r"</?(?P<name>[a-zA-Z][\w:]*)[^<>]{0,600}>")
_HIDDEN = re.compile(
    r"<!.*>|<(?:script|style|head|title|noscript|template)\b.*>", re.DOTALL | re.IGNORECASE
)
_LONGEST_TAG = 2000
_NOTE_MARK = re.compile(r"[\s\[(]*(?:\^?\d{1,3}|[*†‡§¶]{1,3}|[a-z]|[ivx]{1,4})[\s\]),\d]*")
_WHOLE_NOTE = re.compile(
    r"\[\^[^\[\]\s]{1,20}\]|<sup[^<>]*>(?:\s|<a\b[^<>]*>|[\[(])*(?:\d{1,3}|[*†‡§])"
    r"(?:\s|</a>|[\])])*</sup>",
    re.IGNORECASE,
)
_NOTE_TAG = re.compile(r"<(?:sup|a|span|b|i|em|strong|small|font)\b[^<>]*>[\s\[(]*$", re.IGNORECASE)
_RAISES = re.compile(r"<su[bp]\b|vertical-align|\bclass=", re.IGNORECASE)
_OPEN_INPUT = re.compile(r"<input\b[^<>]*$", re.IGNORECASE)
_INPUT_END = re.compile(r"[\"']?[^<>]*>")
_BARE = re.compile(r"[\W_]*")
_FURNITURE = ("running", "page number")
_BORDERS = ("", "\n", "\f")
_GRAMMARS = {
    "hyphen": re.compile(r"-|\u00ad"),
    "link": re.compile(r"[\[<>]|\]\([^\n]*\)|\](?: ?\[[^\[\]\n]*\])?"),
    "image": re.compile(r"!\[[^\]\n]*\]\([^()\n]*\)"),
    "bullet": re.compile(r"[\W_]*|\s*o\s*"),
    "space": re.compile(r"\s*|[\W_]*|&[#\w]+;"),
    "emphasis": _BARE,
}
"""What a dropped stretch may hold, by the reason that is given for it; words that are not read
may stand in no piece of a quotation."""


def check_quote(document: Document, spans: Sequence[Span], quote: str) -> Match | None:
    """Do the words at `spans` of the reading text say `quote`, and stand so in the source text?

    The worst piece decides. None means that the quotation must not be shown."""
    reading = document.reading.text
    ends = [0, *(place for span in spans for place in span), len(reading)]
    if not spans or ends != sorted(ends) or any(a >= b for a, b in spans):
        return None
    pieces = [reading[a:b] for a, b in spans]
    if fold_layout(join_pieces(pieces, spans)) != fold_layout(quote):
        return None
    verdicts = [_check_piece(document, a, b) for a, b in spans]
    if None in verdicts:
        return None
    whole = len(pieces) == 1 and pieces[0] == quote
    return "exact" if whole and verdicts == ["exact"] else "layout"


def join_pieces(pieces: Sequence[str], spans: Sequence[Span]) -> str:
    """With a space between; the parts of one word, inside which something is struck, without."""
    text = pieces[0]
    for piece, (_, before), (start, _) in zip(pieces[1:], spans, spans[1:], strict=False):
        text += ("" if before == start else " ") + piece
    return text


def source_words(document: Document, start: int, end: int) -> str:
    """The stretch of the source text, marks and all, that `reading.text[start:end]` stands for."""
    first, last = document.reading.places[start], document.reading.places[end - 1] + 1
    text = document.source.text
    if text[last - 1] == "&" and document.reading.text[end - 1] != "&":
        rest = _ENTITY_REST.match(text, last)
        last = rest.end() if rest else last
    return text[first:last]


def _check_piece(document: Document, start: int, end: int) -> Match | None:
    words, source = document.reading.text[start:end], source_words(document, start, end)
    if source == words:
        return "exact"
    first = document.reading.places[start]
    kept = "".join(_without_dropped(document, first, first + len(source)))
    if document.source.format == "html":
        return "layout" if _are_same_on_page(kept, words, source) else None
    if same_words(fold_layout(kept), fold_layout(words)):
        return "layout"
    if document.source.format == "pdf":
        return None
    raised = _RAISES.search(source) is not None
    kept, words = _plain(strip_marks(kept), raised=raised), _plain(words, raised=raised)
    return "layout" if same_words(fold_layout(kept), fold_layout(words)) else None


def _are_same_on_page(kept: str, words: str, source: str) -> bool:
    """`kept`: the words of a web page between its tags. Its styles decide whether a tag parts
    words or not, and which figures are raised."""
    raised = _RAISES.search(source) is not None
    folded = [fold_layout(_plain(text, raised=raised)) for text in (html.unescape(kept), words)]
    if "<" in source:
        folded = [text.replace(" ", "") for text in folded]
    return folded[0] == folded[1]


def _plain(text: str, *, raised: bool) -> str:
    return text.translate(PLAIN_FIGURES) if raised else text


def _without_dropped(document: Document, first: int, last: int) -> Iterator[str]:
    """The source text of a stretch less what the reading text leaves out of it.

    Each stretch is looked at again, so that a wrong map cannot hide words."""
    text, dropped = document.source.text, document.reading.dropped
    at = first
    for i in range(bisect_left(dropped, first, key=lambda gap: gap.end), len(dropped)):
        gap = dropped[i]
        if gap.start >= last:
            break
        if gap.start < at:
            continue
        stand_in = _stand_in(text, dropped, i)
        if stand_in is None:
            continue
        yield text[at : gap.start] + stand_in
        at = gap.end
        if gap.reason == "hyphen":
            at += len(text[at:last]) - len(text[at:last].lstrip())
    yield text[at:last]


def _stand_in(text: str, dropped: Sequence[Dropped], i: int) -> str | None:
    """What stands for the stretch: nothing, or a space that parts words; None if it may not go."""
    gap = dropped[i]
    stretch = text[gap.start : gap.end]
    if gap.reason in _FURNITURE:
        return " " if _is_whole_lines(text, dropped, i) else None
    if gap.reason == "tag":
        return _stand_in_of_tag(text, gap)
    if gap.reason == "note":
        return "" if _is_mark_of_note(text, gap) else None
    grammar = _GRAMMARS.get(gap.reason)
    return "" if grammar and grammar.fullmatch(stretch) else None


def _stand_in_of_tag(text: str, gap: Dropped) -> str | None:
    stretch = text[gap.start : gap.end]
    if tag := _TAG.fullmatch(stretch):
        return without_tag(tag)
    if _is_page_markup(text, gap):
        return ""
    return " " if _HIDDEN.fullmatch(stretch) else None


def _is_mark_of_note(text: str, gap: Dropped) -> bool:
    """A figure or sign right behind a tag, as marks of notes are raised by one; or with its tags
    or brackets, as Markdown writes it."""
    if _WHOLE_NOTE.fullmatch(text, gap.start, gap.end):
        return True
    mark = _NOTE_MARK.fullmatch(text[gap.start : gap.end])
    return mark is not None and _NOTE_TAG.search(text[: gap.start][-_LONGEST_TAG:]) is not None


def _is_page_markup(text: str, gap: Dropped) -> bool:
    """A tag or comment of a web page, or a part of the tag whose `value` is read."""
    if PAGE_MARKUP.fullmatch(text, gap.start, gap.end):
        return True
    opened = _OPEN_INPUT.search(text[: gap.start][-_LONGEST_TAG:])
    return opened is not None and _INPUT_END.fullmatch(text, gap.start, gap.end) is not None


def _is_whole_lines(text: str, dropped: Sequence[Dropped], i: int) -> bool:
    """Furniture of a page has its lines for itself, or shares them with other furniture."""
    first = last = i
    while first and _are_side_by_side(text, dropped[first - 1], dropped[first]):
        first -= 1
    while last + 1 < len(dropped) and _are_side_by_side(text, dropped[last], dropped[last + 1]):
        last += 1
    start, end = dropped[first].start, dropped[last].end
    before, after = text[max(0, start - 80) : start], text[end : end + 80]
    return before.rstrip(" \t")[-1:] in _BORDERS and after.lstrip(" \t")[:1] in _BORDERS


def _are_side_by_side(text: str, one: Dropped, other: Dropped) -> bool:
    furniture = one.reason in _FURNITURE and other.reason in _FURNITURE
    return furniture and not text[one.end : other.start].strip(" \t")
