"""Words of a web page as its parser has them in, the place of each character in the page out."""

import html
import html.entities
import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from rag.reading.markup import PAGE_MARKUP

_REFERENCE = re.compile(r"&(?:#\d+;?|#[xX][0-9a-fA-F]+;?|([a-zA-Z][a-zA-Z0-9]*;?))")
_INPUT_VALUE = re.compile(
    r"""<input\b(?:[^>"']|"[^"]*"|'[^']*')*?[\s"'/]value\s*=\s*"""
    r"""(?:"(?P<double>[^"]*)"|'(?P<single>[^']*)'|(?P<bare>[^\s>"']+))""",
    re.IGNORECASE,
)


BYTE_ORDER_MARK = "\ufeff"
_RAW = "script|style|textarea|title|xmp|iframe|noembed|noframes|noscript|plaintext"
_DECLARED = re.compile(r"<(?!!--|!doctype)(?:[!?]|/(?![a-z]))[^>]*>", re.IGNORECASE)
_DECLARATION = re.compile(
    rf"<(?P<raw>{_RAW})\b[^>]*>.*?(?:</(?P=raw)|\Z)|(?P<declared>{_DECLARED.pattern})"
    rf"|{PAGE_MARKUP.pattern}",
    re.DOTALL | re.IGNORECASE,
)


def without_declarations(page: str) -> str:
    """As long as the page, with spaces in their place and in that of a byte order mark. The parser,
    when it keeps places, takes what browsers pass over, such as "<![if !vml]>" inside the text, for
    words, and counts places from behind the mark."""
    marked = f" {page[1:]}" if page.startswith(BYTE_ORDER_MARK) else page
    return _DECLARATION.sub(
        lambda found: " " * len(found[0]) if found["declared"] else found[0], marked
    )


@dataclass(slots=True)
class Piece:
    """Text that stands in one stretch of the page."""

    text: str = ""
    places: list[int] = field(default_factory=list)
    end: int = 0


def places_of(
    data: str, page: str, start: int, *, tags_are_words: bool, references_are_words: bool
) -> Iterator[Piece]:
    """`data` is what a parser made of the page from `start` on: without the tags that mean
    nothing there, and with references resolved, save in elements such as a script, where a browser
    takes either for words. One piece for each stretch without a tag."""
    piece, at, done = Piece(), start, 0
    while done < len(data) and at < len(page):
        markup = None if tags_are_words else PAGE_MARKUP.match(page, at)
        if markup is not None:
            yield from _told(piece)
            done += _blanks(data, done, markup[0])
            piece, at = Piece(), markup.end()
            continue
        refers = page[at] == "&" and not references_are_words
        resolved, length = _reference(page, at) if refers else ("", 0)
        if resolved and data.startswith(resolved, done):
            _take(piece, resolved, at, length)
            done += len(resolved)
        elif data[done] == page[at]:
            length = 1
            _take(piece, data[done], at, length)
            done += 1
        elif length and page[at + 1] == "#":
            _take(piece, data[done], at, length)
            done += 1
        elif page[at].isspace():  # what the parser leaves out: the first line end of a `pre`
            length = 1
        else:  # words of a cell between stray words of its table, which the parser puts together
            yield from _told(piece)
            piece, length = Piece(), page.find("<", at + 1) - at
            if length < 0:
                return
        at += length
    yield from _told(piece)


def _blanks(data: str, done: int, markup: str) -> int:
    """How many of the spaces that stand for a declaration have come to the words."""
    if not _DECLARED.match(markup):
        return 0
    after = data[done : done + len(markup)]
    return len(after) - len(after.lstrip(" "))


def places_of_value(page: str, start: int) -> Piece | None:
    """The value in the tag of an input field that begins at `start`; None where it has none."""
    found = _INPUT_VALUE.match(page, start)
    if not found or not found[str(found.lastgroup)].strip():
        return None
    first, last = found.span(str(found.lastgroup))
    piece, at = Piece(), first
    while at < last:
        resolved, length = _reference(page[:last], at) if page[at] == "&" else ("", 0)
        _take(piece, resolved or page[at], at, length or 1)
        at += length or 1
    return piece


def _take(piece: Piece, text: str, at: int, length: int) -> None:
    piece.text += text
    piece.places += [at] * len(text)
    piece.end = at + length


def _told(piece: Piece) -> Iterator[Piece]:
    if piece.text:
        yield piece


def _reference(page: str, at: int) -> tuple[str, int]:
    """What a character reference stands for and how long it is, a name without its semicolon as
    long as it is known (HTML Standard, "Named character references"); "" and 0 for none."""
    found = _REFERENCE.match(page, at)
    if not found:
        return "", 0
    name = found[1]
    if name is None:
        return html.unescape(found[0]), len(found[0])
    for length in range(len(name), 1, -1):
        if resolved := html.entities.html5.get(name[:length]):
            return resolved, 1 + length
    return "", 0
