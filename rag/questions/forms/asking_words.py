"""A question in, the words by which it asks out: without the names of documents, and with one word
in place of every kind of unit."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from rag.language.phrases import plain
from rag.types import Span

KIND = "_kind_"
"""In place of "findings"."""
UNIT = "_unit_"
"""In place of "finding 3"."""
_PART = re.compile(r"[.?!;:,–—()]+(?:\s|$)|\s-\s|\s-$")
_COURTESY = re.compile(
    r"^(?:(?:ok|okay|so|and|but|please|pls|can|could|would|will|you|u|me|tell|us|i|we|just|want"
    r"|need|know|to|the|a|an|hi|hello|your|my|also|thanks|give|show|find|get|may|have|like) )+"
)


def asking_words(
    question: str, named: Sequence[Span], units: Sequence[Span], *, one_unit: bool
) -> frozenset[str]:
    """Words and pairs of words; "^why" opens a part of the question once the courtesies are gone,
    "^^can" with them, and "please$" ends one. A number is "0". `one_unit`: the spans in `units`
    are of units asked for by their label."""
    blanks = [
        *((a, b, "") for a, b in named),
        *((a, b, UNIT if one_unit else KIND) for a, b in units),
    ]
    return frozenset(
        each for part in _PART.split(_fill(question, sorted(blanks))) for each in _of_part(part)
    )


def _fill(question: str, blanks: Sequence[tuple[int, int, str]]) -> str:
    filled, at = "", 0
    for start, end, word in blanks:
        if start >= at:
            filled, at = f"{filled}{question[at:start]} {word} ", end
    return filled + question[at:]


def _of_part(part: str) -> Iterator[str]:
    words = ["0" if w.isdigit() else w for w in plain(part).replace(" . ", " ").split()]
    if not words:
        return
    yield from words
    yield from (" ".join(pair) for pair in pairwise(words))
    yield f"^^{words[0]}"
    yield f"{words[-1]}$"
    opening = _COURTESY.sub("", " ".join(words)).split()[:2]
    if opening:
        yield f"^{opening[0]}"
        yield f"^{' '.join(opening)}"
