"""The text of a robots.txt and the name of a program in, what the program may fetch out.

As RFC 9309 has it: of all rules of the program's groups the longest that fits counts, and one that
allows before one that forbids; "*" stands for any signs, "$" at the end for the end of the path.
`Crawl-delay` and `Request-rate` are no part of the standard, and many sites write them.
"""

import re
import string
from collections.abc import Iterator
from dataclasses import dataclass, field
from urllib.parse import quote

_LINE = re.compile(r"\s*(?P<name>[\w-]+)\s*:\s*(?P<value>[^#]*)")
_TOKEN = re.compile(r"\*|[A-Za-z_-]+")
_NAMES_PROGRAM = "user-agent"
_OF_GROUP = frozenset({"allow", "disallow", "crawl-delay", "request-rate"})
_RATE = re.compile(r"(?P<requests>[1-9]\d*)\s*/\s*(?P<seconds>\d+)\s*s?")
_DELAY = re.compile(r"\d+(?:\.\d+)?")
_ESCAPED = re.compile(r"%([0-9A-Fa-f]{2})")
_UNRESERVED = frozenset(f"{string.ascii_letters}{string.digits}-._~")
_KEPT = "".join(map(chr, range(0x21, 0x7F)))
"""Printable ASCII, in which a path is written."""


@dataclass(slots=True)
class _Group:
    programs: set[str] = field(default_factory=set)
    """In lower case; "*" for all that no group names."""
    lines: list[tuple[str, str]] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class RobotRules:
    patterns: tuple[tuple[str, bool], ...] = ()
    """Of paths, and whether these may be fetched."""
    delay: float = 0.0
    """Seconds between two requests; 0 for none in particular."""

    def allow(self, target: str) -> bool:
        """`target`: path and query of an address, in ASCII."""
        path = _canonical(target.replace("*", "%2A").replace("$", "%24"))
        fitting = [(len(p), allowed) for p, allowed in self.patterns if _fits(p, path)]
        return max(fitting)[1] if fitting and path != "/robots.txt" else True


def read_rules(text: str, program: str) -> RobotRules:
    """Those of the groups that name the program, else of those for all. Lines that mean nothing
    are passed over."""
    groups = list(_groups(text))
    own = [group for group in groups if program.lower() in group.programs]
    lines = [
        line
        for group in own or [group for group in groups if "*" in group.programs]
        for line in group.lines
    ]
    patterns = tuple(
        (_canonical(value), name == "allow")
        for name, value in lines
        if name in ("allow", "disallow") and value
    )
    return RobotRules(patterns, max((_seconds(*line) for line in lines), default=0.0))


def _groups(text: str) -> Iterator[_Group]:
    group = _Group()
    for line in re.split(r"\r\n|\r|\n", text):
        found = _LINE.match(line)
        name, value = (found["name"].lower(), found["value"].strip()) if found else ("", "")
        if name == _NAMES_PROGRAM:
            if group.lines:
                yield group
                group = _Group()
            if token := _TOKEN.match(value):
                group.programs.add(token[0].lower())
        elif name in _OF_GROUP:
            group.lines.append((name, value))
    yield group


def _seconds(name: str, value: str) -> float:
    """That a line asks to wait; 0 where it asks for nothing."""
    if name == "crawl-delay" and _DELAY.fullmatch(value):
        return float(value)
    rate = _RATE.match(value) if name == "request-rate" else None
    return int(rate["seconds"]) / int(rate["requests"]) if rate else 0.0


def _canonical(path: str) -> str:
    """Each sign written in one way: plain where it may be, else as capital hexadecimal."""
    escaped = quote(path, safe=_KEPT)
    return _ESCAPED.sub(_plain, escaped)


def _plain(escaped: re.Match[str]) -> str:
    sign = chr(int(escaped[1], 16))
    return sign if sign in _UNRESERVED else escaped[0].upper()


def _fits(pattern: str, path: str) -> bool:
    """Piece by piece between the stars: a regular expression of many stars takes for ever."""
    ends = pattern.endswith("$")
    first, *others = pattern.removesuffix("$").split("*")
    if not path.startswith(first):
        return False
    if not others:
        return not ends or path == first
    at = len(first)
    *between, last = others
    for piece in between:
        at = path.find(piece, at)
        if at < 0:
            return False
        at += len(piece)
    return path.endswith(last) and len(path) - len(last) >= at if ends else last in path[at:]
