"""Which unit of a parsed outline stands for which unit of the gold outline.

Two units correspond when the F1 of their words is at least `ENOUGH`; among all pairings that
are one-to-one and keep the order of both outlines, the one with the largest total is taken
(global alignment after Needleman and Wunsch, 1970, gaps costing nothing).
"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field

from eval.sets.words import split_words

ENOUGH = 0.8
# Too small to outweigh words; decides between equal ones.
_RIGHT_KIND = 0.001
_OPTIONAL = -0.002

Words = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Piece:
    """One unit of an outline, gold or parsed; each field holds everything that is acceptable
    (a parsed unit has one of each)."""

    kinds: tuple[str, ...]
    numbers: tuple[str | None, ...]
    agencies: tuple[str | None, ...]
    label: str
    texts: tuple[str, ...]
    optional: bool = False
    readings: tuple[Words, ...] = field(init=False, compare=False, default=())
    """Words of each text, with the printed label or number in front of it and without."""

    def __post_init__(self) -> None:
        fronts = [split_words(front) for front in (self.label, *self.numbers) if front]
        words = [split_words(text) for text in self.texts]
        object.__setattr__(self, "readings", tuple(dict.fromkeys(_without_fronts(words, fronts))))


def word_f1(one: Words, other: Words) -> float:
    """Harmonic mean of the shares of words, counted as often as they occur, that both have."""
    if not one or not other:
        return 0.0
    shared = sum((Counter(one) & Counter(other)).values())
    return 2 * shared / (len(one) + len(other))


def likeness(gold: Piece, parsed: Piece) -> float:
    """Best word F1 of any reading of one with any reading of the other, 0 to 1."""
    pairs = ((a, b) for a in gold.readings for b in parsed.readings)
    return max((word_f1(a, b) for a, b in pairs if _may_reach_enough(a, b)), default=0.0)


def align(gold: Sequence[Piece], parsed: Sequence[Piece]) -> list[tuple[int, int]]:
    """Positions (gold, parsed) of the units that correspond, ascending in both."""
    return pair_in_order([[_gain(g, p) for p in parsed] for g in gold])


def pair_in_order(gains: list[list[float]]) -> list[tuple[int, int]]:
    """The one-to-one pairs (row, column) with the largest total gain, ascending in both; a gain of
    0 is no pair."""
    width = len(gains[0]) if gains else 0
    best = [[0.0] * (width + 1) for _ in range(len(gains) + 1)]
    for i in reversed(range(len(gains))):
        for j in reversed(range(width)):
            paired = best[i + 1][j + 1] + gains[i][j] if gains[i][j] else 0.0
            best[i][j] = max(best[i + 1][j], best[i][j + 1], paired)
    return _trace(gains, best)


def _trace(gains: list[list[float]], best: list[list[float]]) -> list[tuple[int, int]]:
    pairs, i, j = [], 0, 0
    while best[i][j] > 0.0:
        if gains[i][j] and best[i][j] == best[i + 1][j + 1] + gains[i][j]:
            pairs.append((i, j))
            i, j = i + 1, j + 1
        elif best[i][j] == best[i + 1][j]:
            i += 1
        else:
            j += 1
    return pairs


def _gain(gold: Piece, parsed: Piece) -> float:
    found = likeness(gold, parsed)
    if found < ENOUGH:
        return 0.0
    bonus = _RIGHT_KIND if parsed.kinds[0] in gold.kinds else 0.0
    return found + bonus + (_OPTIONAL if gold.optional else 0.0)


def _may_reach_enough(one: Words, other: Words) -> bool:
    """F1 cannot exceed twice the shorter length over the sum of both."""
    return 2 * min(len(one), len(other)) >= ENOUGH * (len(one) + len(other))


def _without_fronts(texts: Sequence[Words], fronts: Sequence[Words]) -> list[Words]:
    shorter = [
        words[len(front) :]
        for words in texts
        for front in fronts
        if words[: len(front)] == front and len(words) > len(front)
    ]
    return [*texts, *shorter]
