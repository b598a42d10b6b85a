"""A question in, the headings that it may say out."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from rag.backends.lexical import FUNCTION_WORDS, stem

_IN_PART = re.compile(r"\b(?:sections?|heading|headed|under|theme|box|bit|part)\b", re.IGNORECASE)
_LISTED = re.compile(r"\b(?:(?:sub-?)?headings|sections)\b", re.IGNORECASE)
LEAST_SAID = 2
"""Words of a heading: one of a single word is said by anybody."""


@dataclass(frozen=True, slots=True)
class HeadingsSaid:
    words: tuple[str, ...]
    """See `heading_words`."""
    every_word: tuple[str, ...]
    """With function words, and without the names of documents; none unless `in_part`."""
    stems: frozenset[str]
    """Of all words."""
    in_part: bool
    """What is named is a heading, if any has the name: "the box on ..."."""
    listed: bool
    """Which sections there are is asked."""

    def says(self, heading: str) -> bool:
        """Word for word."""
        return _stands(heading_words(heading), self.words)

    def says_every_word(self, heading: str) -> bool:
        """ "The did you know section", which has no word but empty ones."""
        return _stands(heading_words(heading, everything=True), self.every_word)


def read_headings(question: str, topic: str) -> HeadingsSaid:
    """`topic` is the question without the names of documents."""
    in_part = _IN_PART.search(question) is not None
    return HeadingsSaid(
        heading_words(question),
        heading_words(topic, everything=True) if in_part else (),
        frozenset(stem(question)),
        in_part=in_part,
        listed=_LISTED.search(question) is not None,
    )


def heading_words(text: str, *, everything: bool = False) -> tuple[str, ...]:
    """Without their endings' plural and without function words, in order. No stems: a "response" is
    not who is "responsible"."""
    words = re.findall(r"[^\W_]+", text.casefold())
    return tuple(w.removesuffix("s") for w in words if everything or w not in FUNCTION_WORDS)


def _stands(words: Sequence[str], asked: Sequence[str]) -> bool:
    starts = range(len(asked) - len(words) + 1)
    return len(words) >= LEAST_SAID and any(asked[i : i + len(words)] == words for i in starts)
