"""A stretch of a unit in, the whole thought that it belongs to out: it does not open with a word
that the sentence before explains, nor end before the one that takes it back."""

import re
from collections.abc import Sequence

from rag.reading.sentences import sentence_spans
from rag.types import Span, Unit

MOST_BEFORE = 4
"""Sentences that are put in front."""
_LEANS_BACK = re.compile(
    r"(?:this|that|these|those|it|they|she|he|her|his|their|such|however|but|although|therefore"
    r"|also|both|nor|as a result|in addition|moreover|nevertheless|when|despite)\b",
    re.IGNORECASE,
)
_OPENS_UNEXPLAINED = re.compile(
    r"(?:this|that|these|those|it|they|she|he|her|his|him|their|them|its|such|both|nor|however|but"
    r"|therefore|moreover|nevertheless|as a result|in addition|furthermore|consequently)\b",
    re.IGNORECASE,
)
_TAKES_BACK = re.compile(
    r"(?:but|however|although|though|nevertheless|nonetheless|yet|until|despite this|even so"
    r"|on the other hand|unfortunately|in fact)\b",
    re.IGNORECASE,
)


def leans_back(sentence: str) -> bool:
    """It opens with a word that the sentence before may explain: "this", "she", "when"."""
    return _LEANS_BACK.match(sentence) is not None


def complete(text: str, unit: Unit, spans: Sequence[Span]) -> tuple[Span, ...]:
    """`spans` of the reading text `text`, each grown to whole thoughts within its own stretch of
    the unit. One that covers its stretch, or stands in none, stays as it is."""
    return tuple(_complete(text, unit, span) for span in spans)


def _complete(text: str, unit: Unit, span: Span) -> Span:
    around = next((s for s in unit.spans if s[0] <= span[0] and span[1] <= s[1]), span)
    if around == span:
        return span
    sentences = [
        (around[0] + a, around[0] + b) for a, b in sentence_spans(text[around[0] : around[1]])
    ]
    inside = [i for i, (a, b) in enumerate(sentences) if a < span[1] and b > span[0]]
    if not inside:
        return span
    first, last = inside[0], inside[-1]
    least = max(0, first - MOST_BEFORE)
    while first > least and _OPENS_UNEXPLAINED.match(text, sentences[first][0]):
        first -= 1
    if last + 1 < len(sentences) and _TAKES_BACK.match(text, sentences[last + 1][0]):
        last += 1
    return sentences[first][0], sentences[last][1]
