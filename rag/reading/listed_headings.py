"""Lines in, those out that a contents page lists word for word: each is a heading of its own."""

from collections.abc import Iterator, Sequence, Set

from rag.reading.heading_topics import topic_of
from rag.reading.scan import Line

_LEADERS = " .…_"
FEWEST_LEADERS = 2


def find_listed_headings(lines: Sequence[Line]) -> frozenset[int]:
    """Positions of the lines that repeat an entry, as a whole and with its number."""
    entries = dict(_entries(lines))
    last = max(entries, default=-1)
    headings = set(entries.values())
    return frozenset(i for i, line in enumerate(lines) if i > last and _is_one_of(headings, line))


def opens_anew(lines: Sequence[Line], i: int) -> bool:
    """Is the line below such a heading no second line of it?"""
    return i < len(lines) and not lines[i].text[0].islower() and lines[i].text[0] != "("


def _is_one_of(headings: Set[str], line: Line) -> bool:
    plain = line.row < 0 and not line.bullet and not line.text[0].islower()
    return plain and _fold(line.text) in headings


def _entries(lines: Sequence[Line]) -> Iterator[tuple[int, str]]:
    """Lines with leaders and a page number, and below "Contents" those with a number alone; the
    second line of one that is wrapped is none."""
    inside = whole = False
    for i, line in enumerate(lines):
        heading, leaders = _parts(line.text) if line.row < 0 else ("", "")
        heads = topic_of(line.text) == "contents"
        led = len(leaders.strip()) >= FEWEST_LEADERS
        inside = heads or (heading != "" and (inside or led))
        if inside and heading and whole and not heading[0].islower():
            yield i, _fold(heading)
        whole = heads or heading != ""


def _parts(entry: str) -> tuple[str, str]:
    """The heading, and what stands between it and the page number; two empty texts where there is
    no number, or nothing before it."""
    front = entry.rstrip("0123456789")
    heading = front.rstrip(_LEADERS)
    counted = 0 < len(entry) - len(front) <= 3 and len(front) > len(heading)
    return (heading, front[len(heading) :]) if counted else ("", "")


def _fold(heading: str) -> str:
    return " ".join(heading.casefold().split())
