"""A Markdown text in, the stretches that its reader does not see as words out."""

import re
from collections.abc import Iterator

from rag.reading.front_matter import front_matter
from rag.types import Dropped

_DEFINED = re.compile(
    r"(?m)^ {0,3}\[(?P<label>[^\^\[\]\n][^\[\]\n]*)\]:[ \t]*\n?[ \t]*<?(?P<address>[^\s<>]+)>?"
    r"(?:[ \t]+(?:\"[^\"\n]*\"|'[^'\n]*'|\([^()\n]*\)))?[ \t]*$"
)
_ADDRESS = re.compile(r"[/#.]|\w+[.:/]\S")
_LINK = re.compile(r"!?\[(?P<words>[^\[\]\n]+)\](?:[ ]?\[(?P<label>[^\[\]\n]*)\])?(?![(:\[])")
_NOTE = re.compile(r"(?<=\S)\[\^[^\[\]\s]{1,20}\](?!:)")
_RAISED_NOTE = re.compile(
    r"(?<=[^\W\d]|[.,;:)’”\"'])(?P<mark><sup[^<>]*>\s*(?:<a\b[^<>]*>)?\s*[\[(]?"
    r"(?:\d{1,3}|[*†‡§])[\])]?\s*(?:</a>)?\s*</sup>)",
    re.IGNORECASE,
)
_UNIT = re.compile(r"(?:^|[\d\s])(?:[ckm]?m|ft|in|miles?)$")
_YEAR_NOTE = re.compile(
    r"(?<=\b(?:19|20)\d\d)<sup[^<>]*>\s*(?:<a\b[^<>]*>)?\d{1,3}(?:</a>)?\s*</sup>", re.IGNORECASE
)
_STRUCK = re.compile(
    r"(?<![~\\])~~(?=[^\s~])(?:[^~\n]|\n(?!\s*\n)|~(?!~))*?(?<=[^\s~\\])~~(?!~)"
    r"|<(?P<struck>del|s|strike)(?:\s[^<>]*)?>.{0,5000}?</(?P=struck)\s*>"
    r"|<(?P<hidden>[a-z][a-z0-9]*)\b[^<>]*(?:\shidden(?=[\s>=/])"
    r"|\bstyle\s*=\s*[\"'][^\"'<>]*(?:display\s*:\s*none|visibility\s*:\s*hidden))[^<>]*>"
    r".{0,5000}?</(?P=hidden)\s*>",
    re.IGNORECASE | re.DOTALL,
)
_FENCE = re.compile(r"(?m)^ {0,3}(?:`{3,}|~{3,})[^`\n]*$")
_FOR_PROGRAMS = re.compile(r"(?m)(?:^[*-] [^\n]*\n)?^\{:toc\b[^{}\n]*\}|^\{:[^{}\n]*\}[ \t]*$")
"""Attributes and a place for contents, as kramdown has them."""


def read_asides(text: str) -> list[Dropped]:
    """In order, without overlaps: the head for programs, addresses of links that are given by
    name, marks of notes, struck and hidden words, fences of code."""
    found = sorted(_asides(text), key=lambda d: (d.start, -d.end))
    kept: list[Dropped] = []
    for aside in found:
        if not kept or aside.start >= kept[-1].end:
            kept.append(aside)
    return kept


def _asides(text: str) -> Iterator[Dropped]:
    _, begin = front_matter(text)
    if begin:
        yield Dropped(0, begin, "unread")
    for pattern in (_STRUCK, _FENCE, _FOR_PROGRAMS):
        yield from (Dropped(*found.span(), "unread") for found in pattern.finditer(text))
    yield from (Dropped(*found.span(), "note") for found in _NOTE.finditer(text))
    yield from (Dropped(*found.span(), "note") for found in _YEAR_NOTE.finditer(text))
    for found in _RAISED_NOTE.finditer(text):
        if not _UNIT.search(text[max(0, found.start() - 8) : found.start()]):
            yield Dropped(*found.span(), "note")
    yield from _links(text)


def _links(text: str) -> Iterator[Dropped]:
    """A link by name counts where its name is given an address: other brackets are words."""
    defined = [found for found in _DEFINED.finditer(text) if _ADDRESS.match(found["address"])]
    yield from (Dropped(*found.span(), "unread") for found in defined)
    known = {_folded(found["label"]) for found in defined}
    if not known:
        return
    for link in _LINK.finditer(text):
        if _folded(link["label"] or link["words"]) not in known:
            continue
        if link[0].startswith("!"):
            yield Dropped(*link.span(), "unread")
        else:
            yield Dropped(link.start(), link.start() + 1, "link")
            yield Dropped(link.end("words"), link.end(), "link")


def _folded(label: str) -> str:
    return " ".join(label.lower().split())
