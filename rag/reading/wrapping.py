"""Do the words of a line go on in the next one? Told by how lines end, and how wide they are."""

import re
from collections.abc import Sequence
from itertools import pairwise
from statistics import quantiles

from rag.reading.marks import read_number
from rag.reading.scan import Line

LONG_LINE = 130
"""A line longer than this was not wrapped by a page."""
FULL = 0.92
"""Share of the width that a line with its follower's first word reaches if it was wrapped."""
_CLOSE = 10
"""Characters at the end of a text that tell how it ends."""
_LATELY = 400
_PARALLEL = 4
"""Words that two items of a list without marks begin with alike."""
_WANTS_MORE = frozenset(
    "a an the and or of to in on at by for with from both that which who whose is are was were be "
    "been has have had not as into between their his her its this these those should would could "
    "will may can than about".split()
)
_ENDED = re.compile(r"(?:[.?!:;]|:[-–])[”’\"')\]]*(?:[¹²³⁴⁵⁶⁷⁸⁹⁰]{1,2}|(?<!\d\.)\d{1,2})?$")
_QUESTION = re.compile(r"\?\d{0,2}$")
_SHORT_FORM = re.compile(r"(?:^|[\s(])(?:Dr|Mr|Mrs|Ms|St|Prof|e\.g|i\.e|[Pp]aras?|pp|vs|cf)\.$")
_SENTENCE_INSIDE = re.compile(r"[a-z0-9%)’”][a-z%)’”][.?!][”’\"')]*\d{0,2} [A-Z‘“0-9]")
_RUN_IN = re.compile(r"[A-Z][\w’'/&-]*(?: [\w’'/&-]+){0,3}: ")
_OPENER = re.compile(
    r"(?:The|An?|In|It|This|There|These|Those|When|Where|If|As|At|For|He|She|They|We|You|His|Her|Their"
    r"|Our|No|Each|All|Some|Most|Many|While|Although|However|During|After|Since|On) "
)
"""Words that have a capital only where a sentence begins."""
_ADDRESS = re.compile(r"https?://|www\.|\S+@\S+\.\w")
_ENTRY = re.compile(r"\D.* \d{1,3}")
_OPEN_END = re.compile(r"(?<!:)[-,–—(/]$")


class Layout:
    """What the lines of a document have in common."""

    def __init__(self, lines: Sequence[Line]) -> None:
        lengths = [len(line.text) for line in lines if line.row < 0]
        self.wrapped = sum(n for n in lengths if n > LONG_LINE) < 0.3 * (sum(lengths) or 1)
        """A page's width ended the lines."""
        self.width = page_width(lines)
        ends = [a.loose for a, b in pairwise(lines) if b.text[0].islower() and b.gap == 0]
        self.loose_tells = sum(ends) < 0.05 * len(ends)
        """Two spaces at the end of a line stand for the end of a paragraph."""

    def is_full(self, line: Line, following: Line) -> bool:
        word = following.text.split(" ", 1)[0]
        return len(line.text) + 1 + len(word) > self.width * FULL


def page_width(lines: Sequence[Line]) -> float:
    """Characters of a full line: the 90th percentile of the lines that are no headings."""
    body = [len(line.text) for line in lines if len(line.text) > 30 and line.row < 0] or [1]
    return quantiles(body, n=20)[-2] if len(body) > 1 else float(body[0])


def ends_sentence(text: str) -> bool:
    """Does it close with a stop, colon or semicolon? A footnote's mark may follow."""
    close = text[-_CLOSE:]
    return _ENDED.search(close) is not None and _SHORT_FORM.search(close) is None


def goes_on_below(
    text: str, last: Line, line: Line, following: Line | None, layout: Layout
) -> bool:
    """Is `line`, the next of the same page, part of `text`, whose last line is `last`? Yes unless
    something ended that line on purpose."""
    full, ended = layout.is_full(last, line), ends_sentence(text)
    heads = ended and following is not None and _stands_alone(line, following, layout)
    if heads or _lists_pages(text, line) or _begins_anew(text, line.text):
        return False
    lower = line.text[0].islower() or line.text[0] == "("
    wide = len(last.text) >= 0.6 * layout.width
    if last.bold != line.bold and not full:
        return False
    if wants_more(text):
        return True
    if last.loose and layout.loose_tells and (ended or not (lower and wide)):
        return False
    if ended and not full:
        return lower and (text[-1] == ";" or (text[-1] == ":" and last.text.count(" ") > 8))
    capitals = text.isupper() and line.text.isupper()
    return full or lower or (wide and (capitals or _in_paragraph(text)))


def goes_on_after_break(text: str, last: Line, line: Line, layout: Layout) -> bool:
    """The same across an empty line or a page's end: only in the middle of a sentence."""
    if line.bold:
        return False
    turned = last.page != line.page and line.gap <= 1
    full = turned and layout.wrapped and layout.is_full(last, line)
    if ends_sentence(text):
        return text[-1] == ";" and line.text[0].islower() and full
    unfinished = wants_more(text)
    long = text.count(" ") >= 8
    if line.text[0].islower():
        return long or unfinished
    if long and (unfinished or line.text[0] == "("):
        return True
    body = len(line.text) >= 0.75 * layout.width or line.text.endswith(".")
    return full and body and _in_paragraph(text)


def wants_more(text: str) -> bool:
    """Does it end as neither a sentence nor a heading does?"""
    return _OPEN_END.search(text[-2:]) is not None or text.rsplit(" ", 1)[-1].lower() in _WANTS_MORE


def _in_paragraph(text: str) -> bool:
    return _SENTENCE_INSIDE.search(text[-_LATELY:]) is not None


def _begins_anew(text: str, following: str) -> bool:
    """A label after a sentence; the words that the text itself began with; or, after what is none
    yet or an address, a word that has a capital only where a sentence begins."""
    if text.split()[:_PARALLEL] == following.split()[:_PARALLEL] and not wants_more(text):
        return True
    if _ADDRESS.match(text.rsplit(" ", 1)[-1]):
        return following[0].isupper()
    if ends_sentence(text):
        return _RUN_IN.match(following) is not None
    opens = _OPENER.match(following) is not None
    return opens and not wants_more(text) and not _in_paragraph(text)


def _stands_alone(line: Line, following: Line, layout: Layout) -> bool:
    """A short line that no stop ends and that the next one does not go on with, or a question right
    above a list: a heading."""
    text = line.text
    opens_list = following.bullet or read_number(following.text) is not None
    short = len(text) < 0.6 * layout.width or opens_list
    asks = opens_list and _QUESTION.search(text[-_CLOSE:]) is not None
    heads = text[0].isupper() and short and (asks or not ends_sentence(text))
    apart = following.gap > 0 or opens_list or not following.text[0].islower()
    return heads and apart and not wants_more(text)


def _lists_pages(text: str, line: Line) -> bool:
    """Two lines of a contents page, each with its number."""
    entries = all(_ENTRY.fullmatch(t) and t.count(" ") < 16 for t in (text, line.text))
    return entries and line.text[0].isalnum()
