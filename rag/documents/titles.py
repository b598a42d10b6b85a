"""The opening of a document in, its printed title on one line out."""

import re
from collections.abc import Iterable, Iterator, Sequence

from rag.documents.front.people import names_body
from rag.reading.dates import DATE, is_date
from rag.reading.heading_topics import LABELLED
from rag.reading.marks import read_number

_END = re.compile(
    r"(?:contents|introduction|summary|background|foreword|date|author|lead (?:inspector|reviewer)"
    r"|report(?:ing)? (?:author|published|inspector)|inspection dates?|publi(?:shed|cation)|age"
    r" group|independent (?:author|reviewer|chair)|written by|prepared by|version|judgement"
    r"|submission|re-?consideration|final publication)\b(?=\s*[:.]|\s*$|\s+[–-]|\s+by\b|\s+to\b"
    r"|\s+grade\b)",
    re.IGNORECASE,
)
_JOINED_START = re.compile(
    r"(?i:(?:in (?:respect|relation)|of|and|for|on|from|about|concerning|regarding|relating|into"
    r"|to)\b)|[a-z(&]"
)
_JOINED_END = re.compile(
    r"(?:\b(?:of|and|for|in|the|to|on|a|with|by|into)|[&,–:-])$", re.IGNORECASE
)
_MOST_LINES, _MOST_CHARACTERS = 6, 300
_WRAPPED = 40
"""Characters of a line in capitals that was broken for want of room."""
_FORMAT = re.compile(
    r"(?:statutory |non-statutory )?guidance|transparency data|research and analysis|policy paper"
    r"|official statistics|corporate report|independent report|easy read|(?:this )?document"
    r"|contains provisional data|(?:final )?draft|(?:private and )?confidential|restricted"
    r"|official(?:[ –-]+sensitive)?|not protectively marked|embargoed.*|final(?: version)?",
    re.IGNORECASE,
)
"""What a cover says of the sort of document or of its state, which is no title."""
_MARKUP = re.compile(r"::|[<>{}]|^\W*$")
_BREAK = re.compile(
    r".*(?:::|[<>{}]).*|\(?\d{1,2}[.:]\d\d ?(?:[ap]\.?m\.?)?\)?", re.IGNORECASE | re.DOTALL
)
"""Markup, or the time at which a hearing began: no title goes on behind it."""
_NO_TITLE = re.compile(
    r"page \d+(?: of \d+)?|\d+ (?:of|/) \d+|(?:https?://|www\.)\S+|[\w-]+(?:\.[\w-]+)+/\S*"
    r"|[\w ()&.,+-]+\.(?:pdf|docx?|docm|odt|rtf|txt|md|html?|pptx?|xlsx?|indd|pub)"
    r"|.*(?:\.\s?){4,}\d*|.*(?:-{4,}|_{4,}|…+)\s*\d*"
    r"|untitled(?:[ -]?\d+)?|document ?\d*|slide \d+|powerpoint presentation"
    r"|(?:word )?template\b.*",
    re.IGNORECASE,
)
"""The number of a page, an address, the name of a file, a line of the contents, or what a program
writes where nobody gave a title."""
_PROGRAM = re.compile(r"Microsoft (?:Office )?(?:Word|PowerPoint|Excel) [-–] ", re.IGNORECASE)
_MEDIUM = re.compile(
    r"(?:audio |video )?transcript (?:for|of) (?:the |an? )?(?:\w+ ){0,2}"
    r"(?:podcast|video|webinar|recording|interview|film)\s*[:–-]\s*",
    re.IGNORECASE,
)
_QUOTED = re.compile(r"[“\"](?P<title>[^“”\"]{10,}?)[,.]?[”\"](?:\s*\([A-Z\d][\w/-]*\d\))?")
_SHORT_FORM = re.compile(r"\b[A-Z]{3,7}\b")
_DASH = re.compile(r"\s[–—-]{1,2}\s")
_DATED = re.compile(DATE)
_HEADING = re.compile(
    r"(?:introduction|(?:table of )?contents|foreword|background|preface|abstract)", re.IGNORECASE
)


def printed_title(titles: Sequence[str], opening: str, told: Sequence[str] = ()) -> str:
    """The title lines joined; from the first lines of the opening where none are given.

    A line that repeats an earlier one, a page number, a date alone, what the front matter tells
    (`told`), a stamp and the name of a format are left out; lines are joined with ": " unless one
    plainly runs on into the next. "" when nothing is a title.
    """
    given = [_tidy(line) for title in titles for line in title.splitlines() if line.strip()]
    lines = _own_lines(_spelled_to_the_end(given, opening), told)
    if not lines:
        lines = _own_lines(_without_head(_cover_lines(opening)), told)[: 1 if given else None]
    title = _bare(join_lines(lines))
    return "" if _HEADING.fullmatch(title) else title


def given_title(given: str) -> str:
    """The title among a file's properties; "" where a program or nobody gave it."""
    title = _PROGRAM.sub("", " ".join(given.split()))
    return "" if _NO_TITLE.fullmatch(title) or is_date(title) else title


def _bare(title: str) -> str:
    """Without quotation marks around all of it, and without what it is the transcript of."""
    quoted = _QUOTED.fullmatch(title)
    return _MEDIUM.sub("", quoted["title"] if quoted else title)


def _spelled_to_the_end(given: list[str], opening: str) -> list[str]:
    """A title that spells out the short form it begins with ("CERAF") goes on over the line below
    it, where that has the missing words."""
    short = _SHORT_FORM.search(given[0]) if len(given) > 1 else None
    below = [line for printed in opening.splitlines() if (line := _tidy(printed))]
    if not short or given[-1] not in below[:-1]:
        return given
    whole = f"{given[-1]} {below[below.index(given[-1]) + 1]}"
    return [*given[:-1], whole] if _initials(whole) == short[0] else given


def _initials(words: str) -> str:
    return "".join(word[0] for word in re.findall(r"\w+", words) if word[0].isupper())


def _without_head(lines: list[str]) -> list[str]:
    """Where two lines or more say again what a longer first one says, that is the page's head."""
    if not lines:
        return lines
    said = set(_letters(lines[0]).split())
    again = [line for line in lines[1:] if set(_letters(line).split()) <= said]
    return lines[1:] if len(again) > 1 else lines


def join_lines(lines: Iterable[str]) -> str:
    title = last = ""
    for line in lines:
        if not line or line.isdigit() or is_date(line) or _repeats(line, title):
            continue
        wraps = len(last) > _WRAPPED and last.isupper() and line.isupper()
        runs_on = wraps or _JOINED_END.search(title) or (title and _JOINED_START.match(line))
        title += ("" if not title else " " if runs_on else ": ") + line
        last = line
    return title[:_MOST_CHARACTERS].strip()


def _own_lines(lines: Sequence[str], told: Sequence[str]) -> list[str]:
    """Those that are a title's: neither stamp nor format, markup, front matter or page header."""
    lines = [*_up_to_break(lines)]
    if _FORMAT.fullmatch(" ".join(lines[:2])):  # "Easy", "Read"
        lines = lines[2:]
    known = [_letters(text) for text in told]
    bodies = [line for line in lines if names_body(_DASH.split(line)[0])]
    if len(bodies) < len(lines):
        lines = [line for line in lines if line not in bodies]
    own = [
        line
        for line in lines
        if line
        and not _FORMAT.fullmatch(line)
        and not _NO_TITLE.fullmatch(line)
        and not _MARKUP.search(line)
        and not LABELLED.match(line)
        and not any(_letters(line) in text for text in known)
    ]
    return [line for line in own if not _is_header(line, own)]


def _up_to_break(lines: Sequence[str]) -> Iterator[str]:
    begun = False
    for line in lines:
        if _BREAK.fullmatch(line):
            if begun:
                return
        else:
            begun = begun or bool(line)
            yield line


def _is_header(line: str, lines: Sequence[str]) -> bool:
    """A line of the page's head: it begins with a date, or repeats another line with the number of
    the page behind."""
    dated = _DATED.match(line)
    numbered = line[-1:].isdigit() and any(
        other != line and _letters(other) == _letters(line) for other in lines
    )
    return numbered or bool(dated and dated.end() < len(line))


def _letters(text: str) -> str:
    return " ".join(re.findall(r"[^\W\d_]+", text.casefold()))


def _cover_lines(opening: str) -> list[str]:
    lines: list[str] = []
    for printed in opening.splitlines():
        line = _tidy(printed)
        if not line or line.isdigit() or is_date(line) or (not lines and LABELLED.match(line)):
            continue
        sentence = len(line.split()) > 6 and printed.rstrip().endswith((";", ":"))
        if lines and (
            sentence
            or printed.rstrip().endswith(".")
            or _END.match(line)
            or LABELLED.match(line)
            or _opens_section(line)
            or len(lines) == _MOST_LINES
        ):
            break
        lines.append(line[:_MOST_CHARACTERS])
    return lines


def _opens_section(line: str) -> bool:
    mark = read_number(line)
    return mark is not None and mark.kind != "letter"


def _tidy(line: str) -> str:
    line = re.sub(r"<[^>]+>|[*_]{2,}|^#+\s", " ", line)
    line = re.sub(r"(?<=[a-z]{3})\d(?=\s|$)", "", line)  # a footnote's number stuck to a word
    line = re.sub(r"^[a-z][.)]\s+(?=[A-Z])", "", line)  # "b. Persons affected"
    line = re.sub(r"(?<=\d{4}) \d{1,3}$", "", line)  # a page number behind a year
    return " ".join(line.split()).strip(" .|")


def _repeats(line: str, title: str) -> bool:
    words = set(re.findall(r"\w+", re.sub(r"\([A-Z]+\)", "", line).casefold()))
    return bool(title) and words <= set(re.findall(r"\w+", title.casefold()))
