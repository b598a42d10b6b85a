"""Source text in, clean lines out: marks of layout taken away, every character's place kept."""

import html
import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from rag.types import Dropped, Source

BULLETS = "•◦▪▫■□◼◻●○❖➢➤►▶✓✔✗‣⁃∙·\ue000-\uf8ff"
"""Glyphs as a character class; symbol fonts put theirs into the private use area."""
LIGATURES = {"ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "ﬅ": "ft", "ﬆ": "st"}
INVISIBLE = "\u200b\u200c\u200d\u2060\ufeff"

_BLOCK_TAG = re.compile(
    r"</?(p|br|li|ul|ol|h[1-6]|div|tr|td|th|table|thead|tbody|section|article|header|footer|main|"
    r"nav|aside|hr|blockquote|dl|dt|dd|figure|figcaption|pre|body|html|head|title)\b",
    re.IGNORECASE,
)
_MARK = re.compile(
    r"(?P<hidden><!--.*?-->|<(script|style|head|title|noscript|template)\b[^>]*>.*?</\2\s*>)"
    r"|(?P<auto><(?:https?://|mailto:|www\.)[^<>\s]+>)"
    r"|(?P<tag></?[a-zA-Z][^<>\n]{0,600}>|<!doctype[^<>]*>)"
    r"|(?P<entity>&(?:#\d{1,7}|#x[0-9a-fA-F]{1,6}|[a-zA-Z]{2,31});)"
    r"|(?P<image>!\[[^\]\n]*\]\([^()\n]*\))"
    r"|(?P<open>\[(?=[^\[\]\n]+\]\([^()\n]*(?:\([^()\n]*\))?[^()\n]*\)))"
    r"|(?P<target>(?<=[^\[\]\n])\]\([^()\n]*(?:\([^()\n]*\))?[^()\n]*\))"
    r"|(?P<emphasis>\*{2,3}|__(?=\S)|(?<=\S)__|(?<![\w*])\*(?=[^\s*])|(?<=[^\s*])\*(?![\w*])"
    r"|(?<![\w_])_(?=[^\s_])|(?<=[^\s_])_(?![\w_]))"
    r"|(?P<ligature>[ﬀ-ﬆ])"
    r"|(?P<soft>\u00ad)"
    r"|(?P<invisible>[\u200b\u200c\u200d\u2060\ufeff])"
    r"|(?P<feed>\f)"
    r"|(?P<newline>\n)"
    r"|(?P<tab>\t+)",
    re.DOTALL | re.IGNORECASE,
)
_MARKUP = frozenset({"hidden", "auto", "tag", "entity", "image", "open", "target", "emphasis"})
_RULE = re.compile(r"[\s|:_=*–—.\-]{3,}")


@dataclass(slots=True)
class Line:
    """One line of text without its marks; `text[i]` stands at `places[i]` in the source."""

    text: str = ""
    places: list[int] = field(default_factory=list)
    page: int = 0
    """0-based index into the source's pages."""
    level: int = 0
    """Heading level that the file's own markup gives (1 is highest), 0 for none."""
    bullet: bool = False
    bold: bool = False
    """The whole line stands between emphasis marks."""
    row: int = -1
    """Number of the table row that the line stands in, -1 outside tables."""
    cell: int = 0
    """0-based column inside the row."""
    gap: int = 0
    """Empty lines before it."""
    link: bool = False
    """The whole line is the text of one link."""


@dataclass(slots=True)
class _Scan:
    """What the scanner holds while it walks over the source."""

    lines: list[Line]
    dropped: list[Dropped]
    line: Line
    page: int = 0
    row: int = -1
    cell: int = 0
    in_row: bool = False
    tagged_row: bool = False
    level: int = 0
    item: bool = False
    gap: int = 0
    bold: bool = False
    plain: int = 0
    linked: int = 0
    in_link: bool = False

    def add(self, text: str, place: int) -> None:
        self.line.text += text
        self.line.places.extend([place] * len(text))
        self._count(text)

    def add_run(self, text: str, start: int) -> None:
        self.line.text += text
        self.line.places.extend(range(start, start + len(text)))
        self._count(text)

    def _count(self, text: str) -> None:
        letters = len(text) - text.count(" ")
        self.plain += 0 if self.bold else letters
        self.linked += letters if self.in_link else 0

    def end_line(self, *, physical: bool) -> None:
        line = self.line
        letters = sum(1 for c in line.text if not c.isspace())
        if letters:
            line.page, line.gap = self.page, self.gap
            line.row = self.row if self.in_row else -1
            line.cell = self.cell
            line.level = line.level or self.level
            line.bullet = line.bullet or self.item
            line.bold = self.plain <= 2 < letters
            line.link = self.linked >= letters - 1
            self.lines.append(line)
            self.item = False
            self.gap = 0
        elif physical:
            self.gap += 1
        self.line, self.plain, self.linked = Line(), 0, 0

    def drop(self, start: int, end: int, reason: str) -> None:
        self.dropped.append(Dropped(start, end, reason))  # type: ignore[arg-type]


def read_lines(source: Source) -> tuple[list[Line], list[Dropped]]:
    """Lines with text, in source order; and the marks left out (spaces are not listed)."""
    scan = _Scan([], [], Line())
    marked = source.format != "pdf"
    text, at = source.text, 0
    for token in _MARK.finditer(text):
        if not marked and token.lastgroup in _MARKUP:
            continue
        if token.start() > at:
            scan.add_run(text[at : token.start()], at)
        at = token.end()
        _apply(scan, token, source)
    if at < len(text):
        scan.add_run(text[at:], at)
    scan.end_line(physical=True)
    lines = [part for line in scan.lines for part in _split_bullets(line, scan, source.format)]
    return lines, sorted(scan.dropped, key=lambda d: d.start)


def _apply(scan: _Scan, token: re.Match[str], source: Source) -> None:
    kind, start, end = str(token.lastgroup), token.start(), token.end()
    found = token.group()
    if token.group("hidden"):
        kind = "hidden"
    match kind:
        case "newline" | "feed":
            _end_physical_line(scan, feed=kind == "feed")
        case "tab":
            _read_tab(scan, token, source)
        case "ligature":
            scan.add(LIGATURES[found], start)
        case "entity":
            _read_entity(scan, found, start)
        case "tag" | "hidden":
            scan.drop(start, end, "tag")
            if kind == "tag":
                _read_tag(scan, found)
        case "soft":
            scan.drop(start, end, "hyphen")
        case "invisible":
            scan.drop(start, end, "space")
        case "auto":
            scan.drop(start, start + 1, "link")
            scan.add_run(found[1:-1], start + 1)
            scan.drop(end - 1, end, "link")
        case "open" | "target":
            scan.in_link = kind == "open"
            scan.drop(start, end, "link")
        case "image":
            scan.drop(start, end, "image")
        case "emphasis":
            scan.drop(start, end, "emphasis")
            if len(found) > 1:
                scan.bold = not scan.bold


def _end_physical_line(scan: _Scan, *, feed: bool) -> None:
    scan.end_line(physical=True)
    if not scan.tagged_row:
        scan.in_row, scan.cell = False, 0
    scan.bold = False
    if feed:
        scan.page += 1


def _read_tab(scan: _Scan, token: re.Match[str], source: Source) -> None:
    """A tab parts the cells of a table row, but not in what a PDF extractor gives."""
    if source.format == "pdf":
        scan.add(" ", token.start())
        return
    if not scan.in_row:
        scan.row += 1
        scan.in_row = True
        for line in _lines_of_this_row(scan, token.start(), source.text):
            line.row, line.cell = scan.row, 0
    scan.end_line(physical=False)
    scan.cell += len(token.group())


def _lines_of_this_row(scan: _Scan, at: int, text: str) -> Iterator[Line]:
    begin = max(text.rfind("\n", 0, at), text.rfind("\f", 0, at)) + 1
    for line in reversed(scan.lines):
        if line.places[0] < begin:
            return
        yield line


def _read_entity(scan: _Scan, found: str, start: int) -> None:
    character = html.unescape(found)
    if character == found:
        scan.add_run(found, start)
    elif character in INVISIBLE or character == "\u00ad":
        scan.drop(start, start + len(found), "space")
    else:
        scan.add(" " if character == "\xa0" else character, start)


def _read_tag(scan: _Scan, found: str) -> None:
    name = re.match(r"</?([a-zA-Z][a-zA-Z0-9]*)", found)
    tag = name.group(1).lower() if name else ""
    closing = found.startswith("</")
    if tag in ("b", "strong"):
        scan.bold = not closing
    if tag == "a":
        scan.in_link = not closing
    if not _BLOCK_TAG.match(found):
        return
    scan.end_line(physical=False)
    if tag == "li":
        scan.item = not closing
    elif re.fullmatch(r"h[1-6]", tag):
        scan.level = 0 if closing else int(tag[1])
    elif tag == "tr":
        scan.in_row, scan.cell = not closing, 0
        scan.tagged_row = not closing
        scan.row += 0 if closing else 1
    elif tag in ("td", "th") and closing:
        scan.cell += 1
    elif tag in ("p", "div", "ul", "ol") and not scan.in_row:
        scan.gap = max(scan.gap, 1)


_HASHES = re.compile(r"\s{0,3}(#{1,6})\s+|\s{0,3}((?:>\s?)+)")
_DASH = re.compile(r"\s*[-*+–—o](?=\s)\s+")
_GLYPH = re.compile(rf"\s*[{BULLETS}]\s*")
_INNER_GLYPH = re.compile(rf"(?:(?<=\s)|(?<=^))[{BULLETS.replace('·', '')}](?=\s)")


def _split_bullets(line: Line, scan: _Scan, format: str) -> Iterator[Line]:
    """Take heading hashes and bullets off the front; a bullet inside begins a line of its own."""
    if _RULE.fullmatch(line.text):
        scan.drop(line.places[0], line.places[-1] + 1, "emphasis")
        return
    if format != "pdf" and "|" in line.text and line.row < 0 and _is_pipe_row(line.text):
        yield from _split_pipes(line, scan)
        return
    cuts = [m.start() for m in _INNER_GLYPH.finditer(line.text)]
    bounds = [0, *[c for c in cuts if line.text[:c].strip()], len(line.text)]
    for i, (a, b) in enumerate(zip(bounds, bounds[1:], strict=False)):
        part = _cut(line, a, b)
        part.gap = line.gap if i == 0 else 0
        part.bullet = line.bullet if i == 0 else True
        yield from _strip_front(part, scan, format)


def _strip_front(part: Line, scan: _Scan, format: str) -> Iterator[Line]:
    while True:
        hashes = _HASHES.match(part.text) if format != "pdf" else None
        glyph = _GLYPH.match(part.text) or _DASH.match(part.text)
        if hashes:
            part.level = part.level or len(hashes.group(1) or "")
            part = _drop_front(part, hashes.end(), scan, "emphasis")
        elif glyph:
            part = _drop_front(part, glyph.end(), scan, "bullet")
            part.bullet = True
        else:
            break
    if part.text.strip():
        yield part


def _drop_front(part: Line, length: int, scan: _Scan, reason: str) -> Line:
    marks = [i for i in range(length) if not part.text[i].isspace()]
    scan.drop(part.places[marks[0]], part.places[marks[-1]] + 1, reason)
    rest = _cut(part, length, len(part.text))
    rest.gap, rest.bullet = part.gap, part.bullet
    return rest


def _cut(line: Line, a: int, b: int) -> Line:
    return Line(
        line.text[a:b], line.places[a:b], line.page, line.level, False, line.bold,
        line.row, line.cell, 0, line.link,
    )  # fmt: skip


def _is_pipe_row(text: str) -> bool:
    stripped = text.strip()
    return stripped.startswith("|") and stripped.endswith("|") and stripped.count("|") >= 2


def _split_pipes(line: Line, scan: _Scan) -> Iterator[Line]:
    """A Markdown table row: one line a cell; the bars are marks."""
    scan.row += 1
    bars = [i for i, c in enumerate(line.text) if c == "|" and line.text[i - 1 : i] != "\\"]
    for cell, (a, b) in enumerate(zip(bars, bars[1:], strict=False)):
        scan.drop(line.places[a], line.places[a] + 1, "emphasis")
        part = _cut(line, a + 1, b)
        part.row, part.cell, part.gap = scan.row, cell, line.gap
        if part.text.strip():
            yield part
    scan.drop(line.places[bars[-1]], line.places[bars[-1]] + 1, "emphasis")
