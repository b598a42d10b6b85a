"""Tokens and the entries of tables in, where an entry stands out: the one matcher."""

import re
from collections.abc import Collection, Iterator, Sequence

from rag.language.terms import Key
from rag.language.tokens import Tokens

_GAP = re.compile(r"['’]?(?:[ \t]*\n?[ \t]*|[-‐‑–]\s?|(?<=\b\w)/|\.)")
"""What may stand between two words of one entry: "non-accidental", "s.47", "s/w"."""


def match_entries(
    text: str, tokens: Tokens, entries: Collection[Key], longest: int
) -> Iterator[tuple[Key, int, int]]:
    """Each entry with its start and end in the text, in order.

    The policy for overlaps: of all that begin at a word the longest stands, and nothing begins
    within it. `longest`: words in the longest entry."""
    keys = [token.key for token in tokens]
    at = 0
    while at < len(tokens):
        size = _longest_at(text, tokens, keys, at, entries, longest)
        if size:
            yield tuple(keys[at : at + size]), tokens[at].start, tokens[at + size - 1].end
        at += size or 1


def _longest_at(
    text: str,
    tokens: Tokens,
    keys: Sequence[str],
    at: int,
    entries: Collection[Key],
    longest: int,
) -> int:
    """How many tokens from `at` on make an entry, as many as possible; 0 for none."""
    # A letter on its own is an entry as a capital only: C may be a person, c marks a list.
    lone = len(keys[at]) == 1 and not tokens[at].words.isupper()
    best = 1 if (keys[at],) in entries and not lone else 0
    for end in range(at + 2, min(at + longest, len(tokens)) + 1):
        if not _GAP.fullmatch(text, tokens[end - 2].end, tokens[end - 1].start):
            break
        if tuple(keys[at:end]) in entries:
            best = end - at
    return best
