"""A mistyped word and the words that are known in; the one probably meant out."""

from collections.abc import Iterable, Mapping

from rapidfuzz.distance import OSA

_ENDINGS = frozenset(
    "s es d ed ing ings er ers or ors ion ions al ally ly ive ment ments able e y".split()
) | {""}
_NEGATIONS = ("un", "in", "im", "ir", "il", "a")


def nearest(
    word: str, offered: Iterable[str], counts: Mapping[str, int], *, reach: int
) -> str | None:
    """The closest of `offered` within `reach` edits; all words in lower case.

    An edit is a letter more, less or other, or two neighbours swapped (optimal string alignment).
    Ties: the same first letter, then the higher count, then the alphabet; at 2 edits the first
    letter must be the same. None when nothing is near, when the word is another form of a word
    near it ("supervising", "supervision"), and never a word that says the opposite."""
    of_length = (each for each in offered if abs(len(each) - len(word)) <= reach)
    measured = ((OSA.distance(word, each, score_cutoff=reach), each) for each in of_length)
    near = [(edits, each) for edits, each in measured if edits <= reach]
    if any(_inflected(word, each) for _, each in near):
        return None
    ranked = [
        (edits, each[0] != word[0], -counts.get(each, 0), each)
        for edits, each in near
        if (edits <= 1 or each[0] == word[0]) and not _negated(word, each)
    ]
    return min(ranked)[-1] if ranked else None


def _inflected(one: str, other: str) -> bool:
    """Two forms of one word, by their endings: a difference that a stemmer evens out."""
    return any(
        one[:cut] == other[:cut] and one[cut:] in _ENDINGS and other[cut:] in _ENDINGS
        for cut in range(4, min(len(one), len(other)) + 1)
    )


def _negated(one: str, other: str) -> bool:
    return any(one == prefix + other or other == prefix + one for prefix in _NEGATIONS)
