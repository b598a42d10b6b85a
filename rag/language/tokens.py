"""A text in, its words out: where each stands, and as it is compared."""

import re
from dataclasses import dataclass
from functools import lru_cache

from rag.backends.negations import spell_negations
from rag.backends.web_addresses import WEB_ADDRESS
from rag.language.spans import overlaps
from rag.types import Span

_TOKEN = re.compile(
    # "Baby O" and "child k" are names of reviews: one token, which is no term.
    r"\b(?i:baby|child|family|adult|sibling)\s+(?:[A-Z]\d?|[b-hj-z])(?:['’]?s)?(?![\w&/]|\.\w)"
    r"|\b(?:[A-Za-z]\.)+[A-Za-z]\b(?:['’]?s\b)?"
    r"|[^\W_]+(?:['’][^\W_]+)*|&"
)
_IRREGULAR = {"children": "child", "men": "man", "women": "woman", "people": "person", "&": "and"}
TEXTS_KEPT = 256
"""A question is read by many readers, a passage by one or two."""


@dataclass(frozen=True, slots=True)
class Tokens:
    """The words of a text, in order; those of web addresses are left out."""

    text: str
    spans: tuple[Span, ...]
    """Offsets in the text, end exclusive."""
    folded: tuple[str, ...]
    """Of each token, as variants of terms are compared (see `fold`)."""


@lru_cache(maxsize=TEXTS_KEPT)
def tokenise(text: str) -> Tokens:
    links = [found.span() for found in WEB_ADDRESS.finditer(text)]
    spans = [found.span() for found in _TOKEN.finditer(text)]
    if links:
        spans = [span for span in spans if not overlaps(span, links)]
    return Tokens(text, tuple(spans), tuple([fold(text[a:b]) for a, b in spans]))


@lru_cache(maxsize=1 << 16)
def fold(word: str) -> str:
    """Lower case, without possessive, plural and the points of "S.C.R"; "didn't" is "not".

    Variants and texts are folded alike, so what comes out need not be a real word."""
    word = spell_negations(word).casefold().replace("’", "'").replace(".", "").removesuffix("'s")
    if word.endswith(("sses", "shes", "ches", "xes", "zes")):
        word = word[:-2]
    elif len(word) > 4 and word.endswith("ies"):
        word = word[:-3] + "y"
    elif len(word) > 2 and word.endswith("s") and not word.endswith(("ss", "us", "is")):
        word = word[:-1]
    return _IRREGULAR.get(word, word)
