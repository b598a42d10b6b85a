"""A sentence in, what it states out: its words with their polarity, its figures, and whether it
tells what was, what should be or what may be."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from rag.answers.claims.figures import Figure, read_figures, spans_of
from rag.backends.lexical import FUNCTION_WORDS, stem
from rag.language.spans import overlaps
from rag.language.statement_words import words_in
from rag.language.vocabulary import load_vocabulary
from rag.language.word_classes import words_of

_TOKEN = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?|[,;:.!?–—\n]|\s-\s")
_BORDER = re.compile(r"[^\w]+")
_TURNS = frozenset({"but", "although", "though", "however", "while", "whereas", "until", "despite"})
_KEPT = frozenset({"before", "after", "few", "same", "all"})
"""Words that say something of a case, though they carry no topic."""
_REVIEW = re.compile(rf"\b{words_of('review')}\b", re.IGNORECASE)
_ON_TIME = re.compile(r"\b[oi]n time\b", re.IGNORECASE)
"""As long as "timely" with the space behind it, so that no place moves."""
_OF_ONE = re.compile(r"\W*(?:s?he|his|her|the (?:child|baby|boy|girl|infant))\b", re.IGNORECASE)
SCOPE = 5
"""Words behind a negation that it may be about."""
BEHIND = 4
"""Words before one that ends its clause: "was shared late"."""


@dataclass(frozen=True, slots=True)
class Word:
    stem: str
    text: str
    start: int
    clause: int
    name: bool
    """It has a capital that no sentence gives it."""
    negated: bool = False
    term: str | None = None
    """Of the field, that it is a word of."""


@dataclass(frozen=True, slots=True)
class Statement:
    text: str
    words: tuple[Word, ...]
    """Without those that carry nothing, in order."""
    figures: tuple[Figure, ...]
    negations: int
    duty: bool
    """It tells what should be."""
    of_one: bool
    """It opens with "he", "she" or "the child": whom the text is about."""
    hedged: frozenset[int]
    """Clauses that tell what may be."""


@lru_cache(maxsize=20_000)
def read_statement(text: str) -> Statement:
    figures = read_figures(text)
    # What a review is called says nothing of a case: "serious".
    told = _REVIEW.sub(lambda found: " " * len(found[0]), _ON_TIME.sub("timely ", text))
    words, negations, hedged = _words(told, figures)
    return Statement(
        text,
        tuple(_with_terms(text, _negated(words, negations))),
        figures,
        len(negations),
        _has_phrase(text, "duty"),
        _OF_ONE.match(text) is not None,
        frozenset(hedged),
    )


def _words(
    text: str, figures: Sequence[Figure]
) -> tuple[list[Word], list[tuple[int, int]], set[int]]:
    """The words, place and clause of each negation among them, and the hedged clauses."""
    words, negations, hedged = list[Word](), list[tuple[int, int]](), set[int]()
    clause, opens, counted = 0, True, spans_of(figures)
    for token, following in _with_next(text):
        written, folded = token[0], token[0].casefold().replace("’", "'")
        if _BORDER.fullmatch(written) or folded in _TURNS:
            clause, opens = clause + 1, written in ".!?\n:" or (opens and written != ",")
            continue
        if overlaps(token.span(), counted):
            opens = False
            continue
        if folded in words_in("hedge"):
            hedged.add(clause)
        if _negates(folded, following):
            negations.append((len(words), clause))
        elif stems := _content_stems(folded):
            name = written[0].isupper() and not opens
            words.append(Word(stems[0], written, token.start(), clause, name))
        opens = False
    return words, negations, hedged


def _with_next(text: str) -> Iterator[tuple[re.Match[str], str]]:
    tokens = list(_TOKEN.finditer(text))
    following = [*(token[0].casefold() for token in tokens[1:]), ""]
    yield from zip(tokens, following[: len(tokens)], strict=True)


def _negates(word: str, following: str) -> bool:
    if word == "not" and following == "only":
        return False
    if word.endswith("n't") or word in words_in("negation"):
        return True
    if following in ("of", "in"):
        return word in words_in("negation_before_of")
    return following == "to" and word in words_in("negation_before_to")


def _content_stems(word: str) -> list[str]:
    bare = word.removesuffix("'s")
    if any(bare in words_in(name) for name in ("empty", "hedge", "duty")):
        return []
    if (bare in FUNCTION_WORDS and bare not in _KEPT) or len(bare) < 2:
        return []
    return stem(bare)


def _negated(words: Sequence[Word], negations: Sequence[tuple[int, int]]) -> Iterator[Word]:
    turned = set[int]()
    for place, clause in negations:
        inside = [i for i, word in enumerate(words) if word.clause == clause]
        behind = [i for i in inside if i >= place][:SCOPE]
        turned ^= set(behind or [i for i in inside if i < place][-BEHIND:])
    for i, word in enumerate(words):
        yield replace(word, negated=i in turned)


def _with_terms(text: str, words: Iterator[Word]) -> Iterator[Word]:
    mentions = [m for m in load_vocabulary().read(text) if m.certain]
    for word in words:
        terms = (m.term for m in mentions if m.start <= word.start < m.end)
        yield replace(word, term=next(terms, None))


def _has_phrase(text: str, name: str) -> bool:
    plainly = f" {' '.join(re.findall(r'[a-z]+', text.casefold()))} "
    return any(f" {phrase} " in plainly for phrase in words_in(name))
