"""Lines in, lines without the bullets, heading hashes and table bars around them out."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from rag.reading.layout_signs import BULLETS
from rag.reading.marks import read_number
from rag.reading.scan import Line, stretches
from rag.reading.wrapping import ends_sentence, page_width
from rag.types import Dropped, Format, Reason, Source

_HASHES = re.compile(r"(#{1,6}) |((?:> ?)+)(?!\d)")
_GLYPH = re.compile(rf"[{BULLETS}] ?|[*o\ufffd] |[§ØüÞ] (?=[A-Za-z])")
_GLYPH_ALONE = re.compile(rf"[{BULLETS}*o\ufffd–—-]")
_DASH = re.compile(r"[-+–—−] |[-–](?=[A-Z][a-z])")
_INNER_GLYPH = re.compile(rf"(?<=\s)[{BULLETS.replace('·', '')}](?=\s)")
_RULE = re.compile(r"[\s|:_=*–—.\-]{3,}")
_LONGEST_HEADING = 140
_PIPE_ROW = re.compile(r"\|.*\|")
_PIPE = re.compile(r"(?<!\\)\|")


def read_items(lines: Sequence[Line], source: Source) -> tuple[list[Line], list[Dropped]]:
    """A bullet inside a line begins a line of its own; a bullet alone belongs to the next."""
    desk = _Desk(lines, source.format)
    for line in lines:
        desk.take(line)
    return desk.lines, desk.dropped


class _Desk:
    """Holds the lines so far: what a dash means depends on the line before."""

    def __init__(self, lines: Sequence[Line], kind: Format) -> None:
        self.lines: list[Line] = []
        self.dropped: list[Dropped] = []
        self._marked = kind not in ("pdf", "html")
        self._underlines = kind == "markdown"
        self._width = page_width(lines)
        self._row = max((line.row for line in lines), default=-1)
        self._dash = ""
        """The dash that the current list has for its bullet."""
        self._waiting: Line | None = None
        """A line that was nothing but a bullet."""

    def take(self, line: Line) -> None:
        if _RULE.fullmatch(line.text):
            if self._underlines and line.gap == 0 and self.lines:
                _underline(self.lines[-1], line)
            self._drop(line.places, "emphasis")
        elif self._marked and line.row < 0 and _PIPE_ROW.fullmatch(line.text):
            self._take_pipes(line)
        elif _GLYPH_ALONE.fullmatch(line.text) and line.row < 0:
            self._drop(line.places, "bullet")
            self._waiting = line
        else:
            for part in _parts(line):
                self._take_part(part)

    def _take_part(self, part: Line) -> None:
        waiting, self._waiting = self._waiting, None
        if waiting and waiting.page == part.page and part.gap == 0 and not read_number(part.text):
            part.bullet, part.gap = True, waiting.gap
        if part.gap or not self.lines or ends_sentence(self.lines[-1].text):
            self._dash = self._dash if part.text[0] == self._dash else ""
        first = part.text[0]
        while length := self._front(part):
            part = _cut(part, length, len(part.text))
        self._dash = first if part.bullet else self._dash
        if part.text:
            self.lines.append(part)

    def _front(self, part: Line) -> int:
        """Takes note of the mark at the front; its length, 0 if there is none."""
        if self._marked and (hashes := _HASHES.match(part.text)):
            part.level = part.level or len(hashes.group(1) or "")
            self._drop(part.places[: len(hashes.group().rstrip())], "emphasis")
            return hashes.end()
        found = _GLYPH.match(part.text) or _DASH.match(part.text)
        if not found or (_DASH.match(part.text) and not part.bullet and self._goes_on(part)):
            return 0
        part.bullet = True
        self._drop(part.places[: len(found.group().rstrip())], "bullet")
        return found.end()

    def _goes_on(self, part: Line) -> bool:
        """A dash in the middle of a sentence may have been wrapped to the front of a line."""
        before = self.lines[-1] if self.lines else None
        if _GLYPH.match(part.text, 2):
            return False
        if before is None or part.gap or before.page != part.page or ends_sentence(before.text):
            return False
        dash, word = part.text[0], part.text[1:].split(maxsplit=1)[0]
        full = len(before.text) + len(word) + 3 > 0.85 * self._width
        listed = dash == self._dash and (dash == "-" or word[0].isupper())
        return full and not listed

    def _take_pipes(self, line: Line) -> None:
        """A Markdown table row: one line a cell."""
        self._row += 1
        bars = [m.start() for m in _PIPE.finditer(line.text)]
        for bar in bars:
            self._drop(line.places[bar : bar + 1], "emphasis")
        for cell, (a, b) in enumerate(pairwise(bars)):
            part = _cut(line, a + 1, b)
            if part.text:
                part.row, part.cell, part.gap = self._row, cell, line.gap
                self.lines.append(part)

    def _drop(self, places: Sequence[int], reason: Reason) -> None:
        self.dropped += stretches(places, reason)


def _underline(above: Line, rule: Line) -> None:
    """Markdown may write a heading with a rule right below: "===" for level 1, "---" for 2."""
    level = {"=": 1, "-": 2}.get(rule.text[0], 0)
    plain = not above.bullet and above.row < 0 and not above.level
    if level and len(set(rule.text)) == 1 and plain and len(above.text) <= _LONGEST_HEADING:
        above.level = level


def _parts(line: Line) -> Iterator[Line]:
    starts = [m.start() for m in _INNER_GLYPH.finditer(line.text)]
    word = next((i for i, c in enumerate(line.text) if c.isalnum()), 0) if starts else 0
    cuts = [at for at in starts if at > word]
    if not cuts or not line.text[word].isalnum():
        yield line
        return
    for a, b in zip([0, *cuts], [*cuts, len(line.text)], strict=True):
        part = _cut(line, a, b)
        if part.text:
            yield part if a == 0 else replace(part, bullet=True, number="", gap=0)


def _cut(line: Line, a: int, b: int) -> Line:
    text = line.text[a:b]
    first, last = a + len(text) - len(text.lstrip()), a + len(text.rstrip())
    ends = last == len(line.text)
    return replace(
        line, text=text.strip(), places=line.places[first:last],
        loose=line.loose and ends, parted=line.parted and ends,
    )  # fmt: skip
