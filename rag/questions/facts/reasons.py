""" "Why did they part" in, whether a sentence gives a reason for that, and does not only say that
they did, out."""

import re
from collections.abc import Iterable

from rag.backends.lexical import FUNCTION_WORDS, stem
from rag.language.word_classes import words_of
from rag.language.word_forms import forms_of

_ASKS = re.compile(
    r"(?:^|[,;:–-] ?|\b(?:and|but|so|n) )(?:why (?:was|were|did|had|could|wasn['’]?t|weren['’]?t"
    r"|didn['’]?t|hadn['’]?t|couldn['’]?t)\b|(?:for )?what(?: was|['’]?s| were)? (?:the )?"
    r"(?:reasons?|causes?) (?:did|was|were|had|for|that|behind|why|given|of)\b(?! death)"
    r"|what (?:caused|led to)\b)",
    re.IGNORECASE,
)
_FELL_SHORT = re.compile(
    r"\b(?:did|was|were|had|could)n['’]?t\b|\b(?:not|no|never|none|nobody|nothing|hard"
    r"|difficult\w*|complex|lack\w*|miss\w*|struggl\w+|poor\w*|slow\w*|so long|late)\b",
    re.IGNORECASE,
)
"""What was not done, or not well: a review tells the reason in whatever words, as its finding."""
_BEFORE_REASON = re.compile(
    r"\b(?:because|due to|as (?:a|the) results? of|owing to|given|since|based on|following|after|as"
    rf" (?:neither|no|none|they|she|he|it|there|the|{words_of('mother', 'father', 'parent')})"
    r"|on the (?:grounds?|basis)|in (?:order|response) to|to (?:allow|enable|avoid|protect|ensure)"
    r"|so that|who suggested"
    r"|caused by|explained by|for fear|not all|none of|despite|without|in (?:light|view) of)\b"
    r"| [–-] |[:;]",
    re.IGNORECASE,
)
_BEHIND_REASON = re.compile(
    r"\b(?:so|therefore|thus|hence|which (?:meant|led|left|made)|mean(?:t|s|ing)? that|led"
    r"|lead(?:s|ing)?|result(?:ed|s|ing)? in|caus(?:ed|es|ing)|as a result|consequently|prevented"
    r"|appears? to have|contributed|became|presented|created)\b",
    re.IGNORECASE,
)
_NAMED = re.compile(
    r"\b(?:reasons?|explanations?|factors?|barriers?|lack of|failure)\b", re.IGNORECASE
)
_REVIEWS = re.compile(r"\b(?:baby|child|adult) [A-Z]{1,2}(?:['’]?s)?\b", re.IGNORECASE)
_EMPTY = frozenset(
    stem(" ".join(FUNCTION_WORDS) + " case review one baby child get got take go any anyone just")
)
LEAST_STATED = 0.5
"""Share of the deed's words from which a sentence states the deed itself."""

Deed = frozenset[str]
"""Stems of what was done, of which the reason is asked."""


def deed_asked(question: str) -> Deed | None:
    """None where no reason of something done is asked."""
    found = _ASKS.search(question)
    if found is None or _FELL_SHORT.search(question):
        return None
    return deed_in(question[found.end() :]) or None


def deed_in(asked: str) -> Deed:
    return frozenset(stem(_REVIEWS.sub(" ", asked))) - _EMPTY


def states_deed(deed: Deed, text: str) -> bool:
    return len({done for done, _ in _places(deed, text)}) >= LEAST_STATED * len(deed)


def gives_reason(deed: Deed, text: str) -> bool:
    """Where a sentence states the deed, its reason stands on the other side of the word that
    joins them; where it does not, any such word will do."""
    before = [m.start() for m in _BEFORE_REASON.finditer(text)]
    behind = [m.start() for m in _BEHIND_REASON.finditer(text)]
    if _NAMED.search(text) or not states_deed(deed, text):
        return bool(before or behind or _NAMED.search(text))
    places = _places(deed, text)
    joined = any(_is_most({d for d, p in places if p < at}, places) for at in before)
    return (
        0 in before
        or joined
        or any(_is_most({d for d, p in places if p > at}, places) for at in behind)
    )


def _places(deed: Deed, text: str) -> list[tuple[str, int]]:
    words = [(m.start(), frozenset(stem(m[0]))) for m in re.finditer(r"[\w'’-]+", text)]
    return [
        (each, at) for each in deed for at, said in words if not forms_of(each).isdisjoint(said)
    ]


def _is_most(words: set[str], places: Iterable[tuple[str, int]]) -> bool:
    return len(words) * 2 >= len({word for word, _ in places})
