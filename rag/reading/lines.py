"""Source text in, clean lines out: marks of markup taken away, every character's place kept."""

import html
import re

from rag.reading.layout_signs import (
    BULLETS,
    INVISIBLE,
    LIGATURES,
    LINE_ENDS,
    NOTE_MARK,
    RAISED,
    RAISED_SIGNS,
    lowered,
)
from rag.reading.markdown_asides import read_asides
from rag.reading.marks import is_mark_alone
from rag.reading.markup import BLOCK_TAGS, MARKDOWN
from rag.reading.scan import Line, Scan
from rag.reading.web.page_lines import read_page_lines
from rag.types import Dropped, Source

_LAYOUT = (
    rf"(?P<ligature>[{''.join(LIGATURES)}])|(?P<soft>\u00ad)|(?P<invisible>[{INVISIBLE}])"
    rf"|(?P<feed>\f)|(?P<newline>[{LINE_ENDS}])|(?P<tab>\t+)"
)
_FLAGS = re.DOTALL | re.IGNORECASE
_MARKDOWN = re.compile(f"{MARKDOWN}|{_LAYOUT}", _FLAGS)
_OFFICE = re.compile(rf"(?P<emphasis>(?<![^\n\t])\*\*|\*\*(?![^\n\t]))|{_LAYOUT}", _FLAGS)
"""The extractors write no other mark: a star or an angle bracket is the author's own."""
_NOTE = (
    rf"(?P<note>(?<=[^\s,{RAISED_SIGNS}])(?<!\b[^\W\d_])(?:{NOTE_MARK})(?![\w]|,[{RAISED_SIGNS}]))"
)
"""Not behind a letter by itself, which may have a power."""
_TOKENS = {
    "pdf": re.compile(f"{_NOTE}|{_LAYOUT}"),
    "word": _OFFICE,
    "slides": _OFFICE,
    "sheets": _OFFICE,
}
_INVISIBLE = re.compile(f"[{INVISIBLE}]+")
_TAG_NAME = re.compile(r"</?([a-z][a-z0-9]*)", re.IGNORECASE)
_BULLET_ALONE = re.compile(rf"[{BULLETS}*+–—-]")


def read_lines(source: Source) -> tuple[list[Line], list[Dropped]]:
    """Lines with text, in source order, their bullets still on them; and the marks left out
    (white space is not listed)."""
    if source.format == "html":
        return read_page_lines(source)
    scan, at = Scan(source), 0
    asides = read_asides(source.text) if source.format == "markdown" else []
    scan.dropped += asides
    for aside in asides:
        _read_stretch(scan, at, aside.start)
        at = aside.end
    _read_stretch(scan, at, len(source.text))
    scan.end_line(physical=True)
    return scan.lines, scan.dropped


def _read_stretch(scan: Scan, at: int, end: int) -> None:
    text = scan.source.text
    pattern = _TOKENS.get(scan.source.format, _MARKDOWN)
    for token in pattern.finditer(text, at, end):
        start = token.start()
        if start > at:
            _add(scan, at, start)
        at = token.end()
        _apply(scan, token)
    if at < end:
        _add(scan, at, end)


def _add(scan: Scan, start: int, end: int) -> None:
    """A raised figure is written as one: 10 to the power of 6 is not 106."""
    words = scan.source.text[start:end]
    scan.add(words.translate(RAISED) if scan.raised else words, range(start, end))


def _apply(scan: Scan, token: re.Match[str]) -> None:
    start, end, found = token.start(), token.end(), token.group()
    match token.lastgroup:
        case "newline" | "feed":
            _end_physical_line(scan, feed=found == "\f")
        case "tab":
            _read_tab(scan, token)
        case "ligature":
            scan.add(LIGATURES[found], [start] * len(LIGATURES[found]))
        case "entity":
            _read_entity(scan, found, start)
        case "tag":
            scan.drop(start, end, "tag")
            _read_tag(scan, found)
        case "soft":
            _read_soft_hyphen(scan, start)
        case "url" | "auto" | "escape":
            _keep_inside(scan, token)
        case mark:
            _drop_mark(scan, token, mark)


def _keep_inside(scan: Scan, token: re.Match[str]) -> None:
    """An address in brackets or without, or a character that a backslash protects."""
    start, end = token.span()
    first, last = start, end
    if token.lastgroup == "escape":
        first += 1
        scan.drop(start, first, "emphasis")
    elif token.lastgroup == "auto":
        first, last = start + 1, end - 1
        scan.drop(start, first, "link")
        scan.drop(last, end, "link")
    scan.add(scan.source.text[first:last], range(first, last))


def _drop_mark(scan: Scan, token: re.Match[str], mark: str | None) -> None:
    match mark:
        case "hidden":
            scan.drop(*token.span(), "tag")
        case "invisible":
            scan.drop(*token.span(), "space")
        case "note":
            scan.drop(*token.span(), "note")
            scan.notes.append(lowered(token.group()))
        case "image":
            scan.drop(*token.span(), "image")
        case "open" | "target":
            scan.drop(*token.span(), "link")
            scan.in_link = mark == "open"
        case _:
            scan.drop(*token.span(), "emphasis")
            if mark == "emphasis" and len(token.group()) > 1:
                scan.bold = not scan.bold


def _end_physical_line(scan: Scan, *, feed: bool) -> None:
    scan.end_line(physical=True)
    if not scan.tagged_row:
        scan.in_row, scan.cell = False, 0
    scan.bold = False
    if feed:
        scan.page += 1


def _read_soft_hyphen(scan: Scan, start: int) -> None:
    """At the front of a line it is a dash that a font misnames, hence a bullet."""
    at_front = not scan.so_far() and scan.source.text[start + 1 : start + 2].isspace()
    scan.drop(start, start + 1, "bullet" if at_front else "hyphen")
    scan.item = scan.item or at_front


def _read_entity(scan: Scan, found: str, start: int) -> None:
    words = html.unescape(found)
    if words == found:
        scan.add(found, range(start, start + len(found)))
    elif _INVISIBLE.fullmatch(words) or words == "\u00ad":
        scan.drop(start, start + len(found), "hyphen" if words == "\u00ad" else "space")
    else:
        words = "".join(" " if c.isspace() else LIGATURES.get(c, c) for c in words)
        scan.add(words, [start] * len(words))


def _read_tab(scan: Scan, token: re.Match[str]) -> None:
    """A tab parts the cells of a table row, but in a PDF, before the words of a line and after
    a bullet or number it is a wide space."""
    if scan.source.format == "pdf" or not (scan.in_row or _opens_row(scan, token)):
        scan.add(" " * len(token.group()), range(*token.span()))
        return
    if not scan.in_row:
        _open_row(scan, token.start())
    scan.end_line(physical=False)
    scan.cell += len(token.group())


def _opens_row(scan: Scan, token: re.Match[str]) -> bool:
    text, after = scan.source.text, token.end()
    end = text.find("\n", after)
    rest = text[after : end if end >= 0 else len(text)]
    before = scan.so_far()
    if before and _BULLET_ALONE.fullmatch(before) and rest.strip():
        return False
    if "\t" in rest or not rest.strip() or "<td" in rest:
        return True
    if before:
        return not is_mark_alone(before)
    return bool(scan.lines) and scan.gap == 0 and scan.lines[-1].row == scan.row >= 0


def _open_row(scan: Scan, at: int) -> None:
    """The lines that tags have already parted on this line of the source are its first cell."""
    scan.row += 1
    scan.in_row = True
    text = scan.source.text
    begin = max(text.rfind("\n", 0, at), text.rfind("\f", 0, at)) + 1
    for line in reversed(scan.lines):
        if line.places[0] < begin:
            return
        line.row, line.cell = scan.row, 0


def _read_tag(scan: Scan, found: str) -> None:
    name = _TAG_NAME.match(found)
    tag = name.group(1).lower() if name else ""
    closing = found.startswith("</")
    if tag in ("b", "strong"):
        scan.bold = not closing
    if tag == "a":
        scan.in_link = not closing
    if tag == "sup":
        scan.raised = not closing
    number = scan.lists.take(found, name=tag, closing=closing)
    if tag not in BLOCK_TAGS:
        return
    scan.end_line(physical=False)
    if tag == "li":
        scan.item, scan.number, scan.depth = not closing, number, scan.lists.depth
    elif tag[0] == "h" and tag[1:].isdigit():
        scan.level = 0 if closing else int(tag[1:])
    elif tag in ("tr", "td", "th", "table"):
        _read_table_tag(scan, tag, closing=closing)
    elif tag in ("p", "div", "ul", "ol") and not scan.in_row:
        scan.gap = max(scan.gap, 1)


def _read_table_tag(scan: Scan, tag: str, *, closing: bool) -> None:
    if tag in ("td", "th"):
        scan.cell += 0 if closing else 1
        return
    scan.in_row = scan.tagged_row = tag == "tr" and not closing
    scan.cell = -1 if scan.in_row else 0
    scan.row += scan.in_row
