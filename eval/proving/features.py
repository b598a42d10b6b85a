"""A claim and its evidence in, what can be counted about their agreement out.

All features lie between 0 and 1 (`cosine` between -1 and 1), and all speak for support the higher
they are. "Near" is the two sentences of the evidence that cover most of the claim. Words are
stemmed; number words are figures ("five" is "5").
"""

import re
from collections.abc import Sequence, Set
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

import numpy as np
import Stemmer
from numpy.typing import NDArray
from rapidfuzz.distance import LCSseq

from rag.backends.lexical import FUNCTION_WORDS
from rag.backends.plain_words import plain_words

FEATURES = (
    "cosine",
    "covered",
    "covered_rarely",
    "covered_near",
    "covered_nearest",
    "bigrams",
    "bigrams_near",
    "together",
    "sequence",
    "unbroken",
    "numbers",
    "numbers_near",
    "names",
    "names_near",
    "negations",
)
"""In the order of a row of `count_features`."""

MOST_COMPARED = 6
"""Sentences of the evidence whose meaning is compared, those that cover most of the claim."""
NEGATIONS = frozenset("not no never none nobodi noth neither nor without cannot".split())
"""As stems."""
LONG_RUN = 5
"""Words of the claim in a row that the evidence lacks: so many, or more, count as 0."""
REACH = 3
"""Words after a negation that it may be about."""

_NUMBER_WORDS = {
    word: str(value)
    for value, word in enumerate(
        "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen "
        "fifteen sixteen seventeen eighteen nineteen twenty".split()
    )
    if word != "one"  # mostly a pronoun
} | {"thirty": "30", "forty": "40", "fifty": "50", "hundred": "100"}
_WORD = re.compile(r"\d[\d,.]*\d|\d|[^\W\d_]+")
_NOT = re.compile(r"n't\b")
_NAME = re.compile(r"(?<![.!?\"“‘] )(?<!^)\b[A-Z][A-Za-z'-]+")


@dataclass(frozen=True, slots=True)
class Compared:
    """A claim with the evidence sentences that it is compared with."""

    words: tuple[str, ...]
    names: frozenset[str]
    sentences: tuple[tuple[str, ...], ...]
    """Words of every evidence sentence."""
    nearest: tuple[int, ...]
    """Places of the MOST_COMPARED sentences in `sentences`, best first; ties as they stand."""


def split_words(text: str) -> tuple[str, ...]:
    """Stems of all words in order; "didn't" is "did", "not"; "1,000" is "1000"."""
    plain = _NOT.sub(" not", text.replace("’", "'")).replace("can not", "cannot").casefold()
    words = [word.strip(".,").replace(",", "") for word in _WORD.findall(plain)]
    return tuple(_stem_word(_NUMBER_WORDS.get(word, word)) for word in words)


def compare(claim: str, evidence: Sequence[str]) -> Compared:
    words = split_words(claim)
    sentences = tuple(_split_cached(sentence) for sentence in evidence)
    covering = [_weigh(set(words) & set(sentence)) for sentence in sentences]
    best = sorted(range(len(sentences)), key=lambda place: (-covering[place], place))
    names = frozenset(
        stem for name in _NAME.findall(claim) for stem in split_words(name.removesuffix("'s"))
    )
    return Compared(words, names - FUNCTION_WORDS, sentences, tuple(best[:MOST_COMPARED]))


def count_features(compared: Compared, cosine: float) -> NDArray[np.float64]:
    """One row, in the order of FEATURES. `cosine` is the highest of the claim's vector and those
    of `nearest`. Where a claim has no number, name or pair of words, it lacks none: 1."""
    words, content = compared.words, [word for word in compared.words if _tells(word)]
    near = [compared.sentences[place] for place in _near(compared)]
    whole = set().union(*compared.sentences)
    close = set().union(*near)
    numbers = {word for word in words if word[0].isdigit()}
    lacking = [word not in whole for word in words if _tells(word)]
    values = {
        "cosine": cosine,
        "covered": _share(set(content), whole),
        "covered_rarely": _weighed_share(set(content), whole),
        "covered_near": _weighed_share(set(content), close),
        "covered_nearest": _weighed_share(set(content), set(near[0]) if near else set()),
        "bigrams": _share(_pairs(words), set().union(*map(_pairs, compared.sentences))),
        "bigrams_near": _share(_pairs(words), set().union(*map(_pairs, near))),
        "together": _together(content, compared.sentences),
        "sequence": _sequence(words, near) / max(len(words), 1),
        "unbroken": 1 - min(_longest_run(lacking), LONG_RUN) / LONG_RUN,
        "numbers": _share(numbers, whole),
        "numbers_near": _share(numbers, close),
        "names": _share(compared.names, whole),
        "names_near": _share(compared.names, close),
        "negations": float(not _turns_negation(words, near)),
    }
    return np.array([values[name] for name in FEATURES])


@lru_cache(maxsize=1 << 16)
def _stem_word(word: str) -> str:
    return str(Stemmer.Stemmer("english").stemWord(word))


@lru_cache(maxsize=1 << 15)
def _split_cached(sentence: str) -> tuple[str, ...]:
    return split_words(sentence)


@lru_cache(maxsize=1)
def _ranks() -> dict[str, int]:
    """Rank by frequency of every stem, from the word list of the embedding model, which is in
    that order."""
    ranks: dict[str, int] = {}
    for rank, word in enumerate(plain_words()):
        ranks.setdefault(_stem_word(word), rank)
    return ranks


@lru_cache(maxsize=1 << 16)
def _rarity(stem: str) -> float:
    """0 for the most frequent word of English to 1 for one outside the list: the logarithm of the
    rank, which by Zipf's law goes with the negative logarithm of the frequency."""
    ranks = _ranks()
    return float(np.log1p(ranks.get(stem, len(ranks))) / np.log1p(len(ranks)))


@lru_cache(maxsize=1)
def _function_stems() -> frozenset[str]:
    return frozenset(map(_stem_word, FUNCTION_WORDS)) - NEGATIONS


def _tells(stem: str) -> bool:
    return stem not in _function_stems() and stem not in NEGATIONS


def _weigh(stems: set[str]) -> float:
    return sum(sorted(_rarity(stem) for stem in stems if _tells(stem)))


def _near(compared: Compared) -> tuple[int, ...]:
    """The best sentence, and the one that covers most of what it leaves open."""
    if not compared.nearest:
        return ()
    first, *others = compared.nearest
    left = set(compared.words) - set(compared.sentences[first])
    if not others or not left:
        return (first,)
    second = max(others, key=lambda place: _weigh(left & set(compared.sentences[place])))
    return tuple(sorted((first, second), key=compared.nearest.index))


def _share(sought: Set[object], held: Set[object]) -> float:
    return len(sought & held) / len(sought) if sought else 1.0


def _weighed_share(sought: set[str], held: set[str]) -> float:
    return _weigh(sought & held) / _weigh(sought) if sought else 1.0


def _pairs(words: Sequence[str]) -> set[tuple[str, str]]:
    return set(pairwise(words))


def _together(content: Sequence[str], sentences: Sequence[Sequence[str]]) -> float:
    """Share of neighbouring content words that stand in one evidence sentence, in any order."""
    pairs = _pairs(content)
    held = [set(sentence) for sentence in sentences]
    met = sum(any(one in each and two in each for each in held) for one, two in pairs)
    return met / len(pairs) if pairs else 1.0


def _sequence(words: Sequence[str], near: Sequence[Sequence[str]]) -> int:
    """Longest common subsequence with one near sentence, in words."""
    return max((LCSseq.similarity(words, sentence) for sentence in near), default=0)


def _longest_run(lacking: Sequence[bool]) -> int:
    longest = run = 0
    for lacks in lacking:
        run = run + 1 if lacks else 0
        longest = max(longest, run)
    return longest


def _turns_negation(words: Sequence[str], near: Sequence[Sequence[str]]) -> bool:
    """A word that the claim negates and the near sentences have, but never negated, or the other
    way round."""
    negated, plain = _by_negation(words)
    negated_near, plain_near = set[str](), set[str]()
    for sentence in near:
        one, other = _by_negation(sentence)
        negated_near |= one
        plain_near |= other
    turned = (negated - plain) & (plain_near - negated_near)
    return bool(turned or (plain - negated) & (negated_near - plain_near))


def _by_negation(words: Sequence[str]) -> tuple[set[str], set[str]]:
    """Content words within REACH of a negation, and all others."""
    negated, plain = set[str](), set[str]()
    since = REACH + 1
    for word in words:
        since = 0 if word in NEGATIONS else since + 1
        if _tells(word):
            (negated if since <= REACH else plain).add(word)
    return negated, plain
