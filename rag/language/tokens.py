"""A text in, its tokens out: where each stands, how it is looked up, in which sentence."""

from functools import lru_cache
from typing import NamedTuple

from rag.backends.lexical import stem
from rag.backends.web_addresses import WEB_ADDRESS
from rag.language.spans import overlaps
from rag.language.terms import TOKEN, fold
from rag.reading.sentences import sentence_spans
from rag.types import Span

MOST_SIGNS = 2_000
"""Of a text whose tokens are kept: what people type, not the units of an index."""


class Token(NamedTuple):
    start: int
    end: int
    words: str
    """As typed; "Baby O" is one token."""
    key: str
    """As `fold` has it: without case, plural and possessive."""
    sentence: int
    """0-based."""

    @property
    def stem(self) -> str:
        """As texts are searched by it; "" for a word that is not searched for, such as "the"."""
        return _stem(self.words)


Tokens = tuple[Token, ...]


def read_tokens(text: str) -> Tokens:
    """In order; a web address has none."""
    return _kept(text) if len(text) <= MOST_SIGNS else _split(text)


@lru_cache(maxsize=512)
def _kept(text: str) -> Tokens:
    return _split(text)


def _split(text: str) -> Tokens:
    links = [m.span() for m in WEB_ADDRESS.finditer(text)]
    sentences = sentence_spans(text)
    tokens: list[Token] = []
    sentence = 0
    for found in TOKEN.finditer(text):
        start, end = found.span()
        if links and overlaps((start, end), links):
            continue
        while _is_past(start, sentences, sentence):
            sentence += 1
        tokens.append(Token(start, end, found[0], fold(found[0]), sentence))
    return tuple(tokens)


def _is_past(start: int, sentences: tuple[Span, ...], sentence: int) -> bool:
    return sentence + 1 < len(sentences) and start >= sentences[sentence + 1][0]


@lru_cache(maxsize=1 << 14)
def _stem(words: str) -> str:
    return " ".join(stem(words))
