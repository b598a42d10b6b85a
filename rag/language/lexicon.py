"""The words of a text and tables of expressions in, where each table's expressions stand out.

One policy for overlaps: within a table the expression that begins first stands, of those that
begin at one place the longest, and no other begins inside it. An expression with several meanings
gives a match of each. Tables do not push one another aside: "serious case review" may be a term of
the field and a noun for a review at once."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from rag.language.tokens import Tokens, tokenise

Key = tuple[str, ...]
"""The folded words of an expression."""
Index = Mapping[Key, tuple[tuple[str, bool], ...]]
"""Expression -> the entries that it may stand for, each with whether it surely does."""
_GAP = re.compile(r"['’]?(?:[ \t]*\n?[ \t]*|[-‐‑–]\s?|(?<=\b\w)/|\.)")
"""What may stand between two words of one expression: "non-accidental", "s.47", "s/w"."""


@dataclass(frozen=True, slots=True)
class Match:
    """Offsets count in the text, end exclusive."""

    table: str
    entry: str
    start: int
    end: int
    certain: bool
    """False where the words have other meanings too."""


@dataclass(frozen=True)
class Lexicon:
    tables: Mapping[str, Index]
    """By name."""

    def find_in(self, table: str, tokens: Tokens) -> Iterator[Match]:
        index, longest = self.tables[table], self._longest[table]
        folded, spans = tokens.folded, tokens.spans
        at = 0
        while at < len(folded):
            most = longest.get(folded[at], 0)
            size = _longest_at(tokens, index, at, most) if most else 0
            if size:
                start, end = spans[at][0], spans[at + size - 1][1]
                for entry, certain in index[folded[at : at + size]]:
                    yield Match(table, entry, start, end, certain)
            at += size or 1

    @cached_property
    def _longest(self) -> dict[str, dict[str, int]]:
        """By table and first word, the words of the longest expression."""
        return {name: _longest_by_first(index) for name, index in self.tables.items()}


def _longest_by_first(index: Index) -> dict[str, int]:
    longest: dict[str, int] = {}
    for key in filter(None, index):
        longest[key[0]] = max(longest.get(key[0], 0), len(key))
    return longest


def _longest_at(tokens: Tokens, index: Index, at: int, most: int) -> int:
    """How many tokens from `at` on make an expression, `most` at most; 0 for none."""
    text, spans, folded = tokens.text, tokens.spans, tokens.folded
    # A letter on its own is an expression as a capital only: C may be a person, c marks a list.
    lone = len(folded[at]) == 1 and not text[slice(*spans[at])].isupper()
    best = 1 if folded[at : at + 1] in index and not lone else 0
    for end in range(at + 2, min(at + most, len(folded)) + 1):
        if not _GAP.fullmatch(text, spans[end - 2][1], spans[end - 1][0]):
            break
        if folded[at:end] in index:
            best = end - at
    return best


def key_of(expression: str) -> Key:
    return tokenise(expression).folded
