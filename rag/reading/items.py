"""Lines in, lines without the bullets, heading hashes and table bars around them out."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from rag.reading.layout_signs import BULLETS, TICKS
from rag.reading.marks import read_number
from rag.reading.scan import Line, stretches
from rag.reading.wrapping import ends_sentence, page_width
from rag.types import Dropped, Format, Reason, Source

_HASHES = re.compile(r"(#{1,6}) |((?:> ?)+)(?!\d)")
_DASH = re.compile(r"[-+–—−] |[-–](?=[A-Z][a-z])")
_RULE = re.compile(r"[\s|:_=*–—.\-^~]{3,}")
_UNDERLINES = "=-^~"
"""What is drawn below a heading in plain text, the outermost first."""
_MARKDOWN_UNDERLINES = "=-"
"""Those that make a heading in Markdown however short they are."""
_LONGEST_HEADING = 140
_PIPE_ROW = re.compile(r"\|.*\|")
_PIPE = re.compile(r"(?<!\\)\|")


@dataclass(frozen=True, slots=True)
class _Glyphs:
    """What counts as a bullet at the front of a line, alone on one, and inside one."""

    front: re.Pattern[str]
    alone: re.Pattern[str]
    inner: re.Pattern[str]


def _glyphs(signs: str, *, others: str = "") -> _Glyphs:
    """`others`: characters that are bullets in this document alone."""
    more = rf"|[{re.escape(others)}] (?=\S)" if others else ""
    return _Glyphs(
        re.compile(rf"[{signs}] ?|[*o\ufffd] |[§ØüÞ] (?=[A-Za-z]){more}"),
        re.compile(rf"[{signs}*o\ufffd–—-]"),
        re.compile(rf"(?<=\s)[{signs.replace('·', '')}](?=\s)"),
    )


_WITHOUT_TICKS = re.sub(f"[{TICKS}]", "", BULLETS)
_OF_SYMBOL_FONTS = frozenset("bcdefghjklmnpqrstuvwxyz?~»>")
"""What stands for a bullet where its font is lost."""


def read_items(lines: Sequence[Line], source: Source) -> tuple[list[Line], list[Dropped]]:
    """A bullet inside a line begins a line of its own; a bullet alone belongs to the next."""
    told = source.format != "pdf" and _ticks_tell(lines)
    glyphs = _glyphs(_WITHOUT_TICKS if told else BULLETS, others=_lost_bullets(lines))
    desk = _Desk(lines, glyphs, source.format)
    for line in lines:
        desk.take(line)
    return desk.lines, desk.dropped


def _lost_bullets(lines: Sequence[Line]) -> str:
    """Characters that no word is, alone at the front of two lines or more, before a capital."""
    fronts = Counter(
        line.text[0] for line in lines
        if line.row < 0 and line.text[1:2] == " " and line.text[2:].lstrip("‘“'\"(")[:1].isupper()
    )  # fmt: skip
    return "".join(sorted(c for c in _OF_SYMBOL_FONTS if fronts[c] > 1))


def _ticks_tell(lines: Sequence[Line]) -> bool:
    """A tick, a cross or a box is a bullet only where all are alike and open lines; one of
    several, inside a line or alone in a table's cell tells yes from no."""
    ticked = [line for line in lines if any(tick in line.text for tick in TICKS)]
    kinds = {sign for line in ticked for sign in line.text if sign in TICKS}
    placed = any(line.text in kinds if line.row >= 0 else kinds & set(line.text[1:])
                 for line in ticked)  # fmt: skip
    return len(kinds) > 1 or placed


class _Desk:
    """Holds the lines so far: what a dash means depends on the line before."""

    def __init__(self, lines: Sequence[Line], glyphs: _Glyphs, kind: Format) -> None:
        self.lines: list[Line] = []
        self.dropped: list[Dropped] = []
        self._glyphs = glyphs
        self._marked = kind not in ("pdf", "html")
        self._markdown = kind == "markdown"
        self._width = page_width(lines)
        self._row = max((line.row for line in lines), default=-1)
        self._dash = ""
        """The dash that the current list has for its bullet."""
        self._waiting: Line | None = None
        """A line that was nothing but a bullet."""

    def take(self, line: Line) -> None:
        if _RULE.fullmatch(line.text):
            self._underline(line)
            self._drop(line.places, "emphasis")
        elif self._marked and line.row < 0 and _PIPE_ROW.fullmatch(line.text):
            self._take_pipes(line)
        elif self._glyphs.alone.fullmatch(line.text) and line.row < 0:
            self._drop(line.places, "bullet")
            self._waiting = line
        else:
            for part in _parts(line, self._glyphs.inner):
                self._take_part(part)

    def _underline(self, rule: Line) -> None:
        """A rule right below a line and as long as that makes it a heading; in Markdown a rule
        of any length does."""
        above = self.lines[-1] if self.lines and not rule.gap else None
        if above is None or above.level or above.bullet or above.row >= 0:
            return
        drawn = rule.text[0] if len(set(rule.text)) == 1 else ""
        if not drawn or drawn not in _UNDERLINES:
            return
        marked = self._markdown and drawn in _MARKDOWN_UNDERLINES
        short = len(above.text) <= _LONGEST_HEADING
        if abs(len(rule.text) - len(above.text)) <= 2 or (marked and short):
            above.level = _UNDERLINES.index(drawn) + 1

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
        found = self._glyphs.front.match(part.text) or _DASH.match(part.text)
        if not found or (_DASH.match(part.text) and not part.bullet and self._goes_on(part)):
            return 0
        part.bullet = True
        self._drop(part.places[: len(found.group().rstrip())], "bullet")
        return found.end()

    def _goes_on(self, part: Line) -> bool:
        """A dash in the middle of a sentence may have been wrapped to the front of a line."""
        before = self.lines[-1] if self.lines else None
        if self._glyphs.front.match(part.text, 2):
            return False
        if before is None or part.gap or before.page != part.page or ends_sentence(before.text):
            return False
        dash, word = part.text[0], part.text[1:].split(maxsplit=1)[0]
        full = len(before.text) + len(word) + 3 > 0.85 * self._width
        listed = dash == self._dash and (dash in "-−" or word[0].isupper())
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


def _parts(line: Line, inner: re.Pattern[str]) -> Iterator[Line]:
    starts = [m.start() for m in inner.finditer(line.text)]
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
