"""Given words and source words in, what was changed, inserted and deleted out, word by word."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Literal

from rag.quotes.folding import PARTED, fold_layout, strip_marks
from rag.types import Span

Operation = Literal["changed", "inserted", "deleted"]
_TOKEN = re.compile(r"\S+")
_BARE = re.compile(r"[\W_]+")
_STOPS = ".,;:!?'\"()[]"
"""Folded signs at a word's edge that a writer may put around any words."""


@dataclass(frozen=True, slots=True)
class Difference:
    op: Operation
    """As seen from the source: "inserted" words are given and do not stand there."""
    given: str
    source: str


@dataclass(frozen=True, slots=True)
class Alignment:
    """Given words beside the stretch of a text that is most like them."""

    span: Span
    """In the text that was compared; as many words before the first that is the same as are
    given, and behind the last, of the same paragraph."""
    share: float
    """Of the words of the longer side, those that are the same, 0 to 1."""
    run: int
    """Most words in a row that are the same."""
    differences: tuple[Difference, ...]


def align(given: str, text: str) -> Alignment | None:
    """None where no word is the same. Words that `text` has before and behind do not count."""
    ours = [*_TOKEN.finditer(strip_marks(given).replace(PARTED, ""))]
    theirs = [*_TOKEN.finditer(text)]
    matcher = SequenceMatcher(None, _keys(ours), _keys(theirs), autojunk=False)
    same = [block for block in matcher.get_matching_blocks() if block.size]
    if not same:
        return None
    first, last = same[0].b, same[-1].b + same[-1].size
    before, behind = same[0].a, len(ours) - same[-1].a - same[-1].size
    while before and first and not _parted(text, theirs[first - 1], theirs[first]):
        first, before = first - 1, before - 1
    while behind and last < len(theirs) and not _parted(text, theirs[last - 1], theirs[last]):
        last, behind = last + 1, behind - 1
    chosen = theirs[first:last]
    matched = sum(block.size for block in same)
    return Alignment(
        (chosen[0].start(), chosen[-1].end()),
        matched / max(len(ours), len(chosen)),
        max(block.size for block in same),
        compare([token[0] for token in ours], [token[0] for token in chosen]),
    )


def compare(given: Sequence[str], source: Sequence[str]) -> tuple[Difference, ...]:
    """Words that differ in layout only are not listed, nor, where words differ, are stops."""
    return _differences(given, source, _wording) or _differences(given, source, fold_layout)


def _differences(
    given: Sequence[str], source: Sequence[str], fold: Callable[[str], str]
) -> tuple[Difference, ...]:
    ours, theirs = [*map(fold, given)], [*map(fold, source)]
    names: dict[str, Operation] = {"replace": "changed", "insert": "deleted", "delete": "inserted"}
    return tuple(
        Difference(names[op], " ".join(given[a:b]), " ".join(source[c:d]))
        for op, a, b, c, d in SequenceMatcher(None, ours, theirs, autojunk=False).get_opcodes()
        if op in names and fold_layout(" ".join(ours[a:b])) != fold_layout(" ".join(theirs[c:d]))
    )


def _wording(token: str) -> str:
    folded = fold_layout(token)
    return folded.strip(_STOPS) or folded


def _parted(text: str, one: re.Match[str], other: re.Match[str]) -> bool:
    return "\n\n" in text[one.end() : other.start()]


def _keys(tokens: Sequence[re.Match[str]]) -> list[str]:
    return [_BARE.sub("", fold_layout(token[0])).lower() or token[0] for token in tokens]
