"""A claim and its evidence in, what can be counted about their agreement out.

All features lie between 0 and 1 (`cosine` between -1 and 1), and all speak for support the higher
they are. "Near" is the two sentences of the evidence that cover most of the claim. Words are
stemmed; number words are figures ("five" is "5").
"""

import re
from collections.abc import Sequence, Set
from functools import lru_cache
from itertools import groupby, pairwise

import numpy as np
import Stemmer
from numpy.typing import NDArray
from rapidfuzz.distance import LCSseq

from rag.backends.lexical import FUNCTION_WORDS
from rag.backends.plain_words import plain_words

FEATURES = tuple(
    "cosine covered covered_rarely covered_near covered_nearest bigrams bigrams_near together "
    "sequence unbroken numbers numbers_near names names_near negations".split()
)
"""In the order of a row of `count_features`."""
Values = NDArray[np.float64]

MOST_COMPARED = 6
"""Sentences of the evidence whose meaning is compared, those that cover most of the claim."""
NEGATIONS = frozenset("not no never none nobodi noth neither nor without cannot".split())
"""As stems."""
LONG_RUN = 5
"""Words of the claim in a row that the evidence lacks: so many, or more, count as 0."""
REACH = 3
"""Words after a negation that it may be about."""

_NUMBERS = (
    "zero - two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen "
    "sixteen seventeen eighteen nineteen twenty"
).split()
"""Without "one", which is mostly a pronoun."""
_NUMBER_WORDS = {word: str(value) for value, word in enumerate(_NUMBERS)} | {
    "thirty": "30", "forty": "40", "fifty": "50", "hundred": "100"
}  # fmt: skip
_WORD = re.compile(r"\d[\d,.]*\d|\d|[^\W\d_]+")
_NOT = re.compile(r"n't\b")
_NAME = re.compile(r"(?<![.!?\"“‘] )(?<!^)\b[A-Z][A-Za-z'-]+")


@lru_cache(maxsize=1 << 15)
def split_words(text: str) -> tuple[str, ...]:
    """Stems of all words in order; "didn't" is "did", "not"; "1,000" is "1000"."""
    plain = _NOT.sub(" not", text.replace("’", "'")).replace("can not", "cannot").casefold()
    words = [word.strip(".,").replace(",", "") for word in _WORD.findall(plain)]
    return tuple(_stem([_NUMBER_WORDS.get(word, word) for word in words]))


@lru_cache(maxsize=1 << 14)
def find_nearest(claim: str, evidence: tuple[str, ...]) -> tuple[str, ...]:
    """The MOST_COMPARED sentences of the evidence that cover most of the claim, best first; ties
    as they stand."""
    words = set(split_words(claim))
    ordered = sorted(evidence, key=lambda one: -_weigh(words.intersection(split_words(one))))
    return tuple(ordered[:MOST_COMPARED])


def count_features(claim: str, evidence: tuple[str, ...], cosine: float) -> Values:
    """One row, in the order of FEATURES. `cosine` is the highest of the claim's vector and those
    of its nearest sentences. Where a claim has no number, name or pair of words, it lacks none:
    1."""
    words = split_words(claim)
    content = [word for word in words if word not in _EMPTY]
    sentences = [split_words(sentence) for sentence in evidence]
    near = _cover(words, [split_words(each) for each in find_nearest(claim, evidence)])
    held = [set(sentence) for sentence in sentences]
    whole, close = set[str]().union(*held), set[str]().union(*near)
    pairs, neighbours = set(pairwise(words)), set(pairwise(content))
    together = {each for each in neighbours if any(one.issuperset(each) for one in held)}
    alike = max((LCSseq.similarity(words, each) for each in near), default=0)
    lacks = groupby(content, key=lambda word: word not in whole)
    longest = max((len(list(run)) for lacking, run in lacks if lacking), default=0)
    numbers = {word for word in words if word[0].isdigit()}
    named = {stem for name in _NAME.findall(claim) for stem in split_words(name.removesuffix("'s"))}
    names = named - FUNCTION_WORDS
    values = {
        "cosine": cosine,
        "covered": _share(set(content), whole),
        "covered_rarely": _weighed_share(set(content), whole),
        "covered_near": _weighed_share(set(content), close),
        "covered_nearest": _weighed_share(set(content), set().union(*near[:1])),
        "bigrams": _share(pairs, set().union(*map(pairwise, sentences))),
        "bigrams_near": _share(pairs, set().union(*map(pairwise, near))),
        "together": _share(neighbours, together),
        "sequence": alike / max(len(words), 1),
        "unbroken": 1 - min(longest, LONG_RUN) / LONG_RUN,
        "numbers": _share(numbers, whole),
        "numbers_near": _share(numbers, close),
        "names": _share(names, whole),
        "names_near": _share(names, close),
        "negations": float(not _turns_negation(words, near)),
    }
    return np.array([values[name] for name in FEATURES])


def _stem(words: Sequence[str]) -> list[str]:
    stems: list[str] = Stemmer.Stemmer("english").stemWords(list(words))
    return stems


@lru_cache(maxsize=1)
def _rarities() -> dict[str, float]:
    """By stem, 0 for the most frequent word of English, and 1 for what is not among them: the
    logarithm of the rank, which by Zipf's law goes with the negative logarithm of the frequency.
    The word list of the embedding model is in the order of frequency."""
    ranks: dict[str, int] = {}
    for rank, stem in enumerate(_stem(list(plain_words()))):
        ranks.setdefault(stem, rank)
    return {stem: float(np.log1p(rank) / np.log1p(len(ranks))) for stem, rank in ranks.items()}


_EMPTY = frozenset(_stem(list(FUNCTION_WORDS))) | NEGATIONS


def _weigh(stems: Set[str]) -> float:
    return sum(sorted(_rarities().get(stem, 1.0) for stem in stems - _EMPTY))


def _cover(words: Sequence[str], nearest: Sequence[tuple[str, ...]]) -> list[tuple[str, ...]]:
    """The best sentence, and the one that covers most of what it leaves open."""
    left = set(words).difference(*nearest[:1])
    others = sorted(nearest[1:], key=lambda sentence: -_weigh(left.intersection(sentence)))
    return [*nearest[:1], *others[: bool(left)]]


def _share(sought: Set[object], held: Set[object]) -> float:
    return len(sought & held) / len(sought) if sought else 1.0


def _weighed_share(sought: set[str], held: set[str]) -> float:
    return _weigh(sought & held) / _weigh(sought) if sought else 1.0


def _turns_negation(words: Sequence[str], near: Sequence[Sequence[str]]) -> bool:
    """A word that the claim negates and the near sentences have, but never negated, or the other
    way round."""
    negated, plain = _by_negation([words])
    negated_near, plain_near = _by_negation(near)
    turned = (negated - plain) & (plain_near - negated_near)
    return bool(turned or (plain - negated) & (negated_near - plain_near))


def _by_negation(sentences: Sequence[Sequence[str]]) -> tuple[set[str], set[str]]:
    """Content words within REACH of a negation, and all others."""
    kinds: tuple[set[str], set[str]] = set(), set()
    for words in sentences:
        for place, word in enumerate(words):
            kinds[NEGATIONS.isdisjoint(words[max(0, place - REACH) : place])].add(word)
    return kinds[0] - _EMPTY, kinds[1] - _EMPTY
