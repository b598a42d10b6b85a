"""Lines in, those out that are a number, or a number and a title, and stand apart without a gap."""

import calendar
import re
from collections.abc import Sequence, Set

from rag.reading.counting import follows, parts_of
from rag.reading.scan import Line
from rag.reading.wrapping import ends_sentence, page_width, wants_more

_NUMBERED = re.compile(r"(?P<number>\d{1,2}(?:\.\d{1,2}){0,3})(?P<stop>\.?)(?: (?P<title>\S.*))?")
_OPENS = re.compile(r"[‘“'\"(\[]*[A-Z0-9]")
_CLOSES = re.compile(r"[.?!][”’\"')\]]*$")
_LONG_WORD = re.compile(r"[^\W\d_]{4,}")
_MONTHS = frozenset(name.lower() for name in (*calendar.month_name, *calendar.month_abbr) if name)
_LONGEST = 8
"""Words of a title that capitals do not tell."""
_SHORT = 0.6
"""Share of the width that such a title, with its number, stays below."""


def find_numbered_headings(lines: Sequence[Line], notes: Set[int]) -> frozenset[int]:
    """Positions of the headings and lone numbers that begin a text of their own though the line
    above may be full; `notes` are the positions of footnotes.

    Behind the end of a sentence a title in capitals does, and a number with two parts; a single
    number, or one with a short title, does where it carries on the count. A title in capitals
    that carries on the count stands apart behind a line that no stop closes too."""
    width = page_width(lines)
    found: set[int] = set()
    last: tuple[int, ...] = ()
    for i, line in enumerate(lines):
        match = _NUMBERED.fullmatch(line.text)
        if match is None or i in notes or not _is_between_sentences(lines, i):
            continue
        number, title = parts_of(match["number"]), match["title"] or ""
        if title and not (_is_capitals(title) or _is_short_title(title, line, width)):
            continue
        counts = bool(last) and follows(number, last)
        if i and _stands_apart(lines[i - 1].text, number, title, counts=counts):
            found.add(i)
        if i in found or (title and number == (1,)):
            last = number
    return frozenset(found)


def _is_between_sentences(lines: Sequence[Line], i: int) -> bool:
    """It is no row or item, and what is below opens a sentence or a list."""
    line = lines[i]
    below = lines[i + 1] if i + 1 < len(lines) else None
    if line.row >= 0 or line.bullet or below is None or below.row >= 0:
        return False
    return below.bullet or _OPENS.match(below.text) is not None


def _is_capitals(title: str) -> bool:
    """Its long words are: "INVESTIGATION and INQUEST". A page number at the end tells of a row."""
    words = _LONG_WORD.findall(title)
    return bool(words) and all(map(str.isupper, words)) and not title[-1].isdigit()


def _is_short_title(title: str, line: Line, width: float) -> bool:
    words = title.split()
    short = len(words) <= _LONGEST and len(line.text) < _SHORT * width
    dated = words[0].lower() in _MONTHS
    return short and title[0].isupper() and title[-1].isalpha() and not dated


def _stands_apart(above: str, number: tuple[int, ...], title: str, *, counts: bool) -> bool:
    capitals = _is_capitals(title)
    if _CLOSES.search(above) and ends_sentence(above):
        return counts or capitals or (not title and len(number) > 1)
    return counts and capitals and not wants_more(above)
