"""A gold outline and the units that were parsed in, counts and what is wrong out.

Units are paired one-to-one in the order of both outlines, so that the total likeness is largest
(global alignment after Needleman and Wunsch, 1970, gaps costing nothing). Units of a whole outline
are alike where the F1 of their words is ENOUGH; those of a short one, which keeps no more than
OPENING words of each, where one begins with the other. A printed number or label may stand in
front or not. Neighbouring `title` units of a whole outline count as one, and so do neighbouring
`contents` units: where a cover breaks its lines says nothing about the reader.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import groupby

from eval.front_scores import Values
from eval.sets.words import find_words, split_words

ENOUGH = 0.8
OPENING = 5
"""Words that tell a unit of a short outline."""
CITED = frozenset(
    "finding lesson recommendation concern required_action judgement learning_point key_message "
    "good_practice".split()
)
"""Kinds that must not be invented."""
# Too small to outweigh words; they decide between equal ones.
_RIGHT_KIND, _RIGHT_NUMBER, _OPTIONAL = 0.001, 0.0005, -0.002

Words = tuple[str, ...]
Printed = tuple[str | None, ...]
Counts = Counter[str]
"""Numbers of units: of gold ones that have to be there (`units`), of these those `found`, of these
those with the right `kind`, `number`, `agency`, `under`, or all of them (`right`); of parsed ones
(`parsed`) those that pair with no gold unit (`extra`), and the same of CITED ones (`cited`,
`invented`)."""


@dataclass(frozen=True, slots=True)
class Piece:
    """A unit; of a gold outline each field holds everything that is acceptable, as printed."""

    kinds: tuple[str, ...]
    texts: tuple[str, ...]
    numbers: Printed = (None,)
    agencies: Printed = (None,)
    label: str = ""
    under: Printed = (None,)
    """Of a gold unit the heading that encloses it; of a parsed one the names of all that do."""
    optional: bool = False
    readings: tuple[Words, ...] = field(init=False, compare=False, default=())
    """Words of each text, with the printed label or number in front of it and without."""
    fronted: tuple[Words, ...] = field(init=False, compare=False, default=())
    """The same with one of these put in front."""

    def __post_init__(self) -> None:
        fronts = [split_words(front) for front in (self.label, *self.numbers) if front]
        words = [split_words(text) for text in self.texts]
        readings = tuple(dict.fromkeys(_with_and_without(words, fronts)))
        object.__setattr__(self, "readings", readings)
        object.__setattr__(self, "fronted", tuple(f + text for f in fronts for text in words))


@dataclass(frozen=True, slots=True)
class Outline:
    """A gold outline."""

    file: str
    pieces: tuple[Piece, ...]
    short: bool = False
    after_start: bool = False
    """Only a stretch was outlined, which begins after the document does; likewise its end."""
    before_end: bool = False
    front: Values = field(default_factory=dict)
    """Of the front matter, what must be found."""
    front_optional: Values = field(default_factory=dict)
    """What may be."""


def score_outline(gold: Outline, parsed: Sequence[Piece]) -> tuple[Counts, tuple[str, ...]]:
    """Counts, and a remark for each unit that is missed, extra or wrongly labelled."""
    wanted, given = (gold.pieces, parsed) if gold.short else (_join(gold.pieces), _join(parsed))
    pairs = align(wanted, given, short=gold.short)
    first = pairs[0][1] if gold.after_start and pairs else 0
    end = pairs[-1][1] + 1 if gold.before_end and pairs else len(given)
    taken = {p for _, p in pairs}
    loose = [given[i] for i in range(first, end) if i not in taken]
    counts = Counts(
        parsed=end - first,
        extra=len(loose),
        cited=sum(piece.kinds[0] in CITED for piece in given[first:end]),
        invented=sum(piece.kinds[0] in CITED for piece in loose),
    )
    remarks, partner = [], {g: given[p] for g, p in pairs}
    for g, piece in enumerate(wanted):
        if not piece.optional:
            judged, remark = _judge(piece, partner.get(g), "under" if gold.short else "agency")
            counts.update(judged)
            remarks += remark
    return counts, (*remarks, *(f"extra   {_describe(piece)}" for piece in loose))


def align(
    gold: Sequence[Piece], parsed: Sequence[Piece], *, short: bool = False
) -> list[tuple[int, int]]:
    """Positions (gold, parsed) of the units that correspond, ascending in both."""
    like = _opens_alike if short else likeness
    gains = [[_gain(g, p, like(g, p)) for p in parsed] for g in gold]
    best = [[0.0] * (len(parsed) + 1) for _ in range(len(gold) + 1)]
    for i in reversed(range(len(gold))):
        for j in reversed(range(len(parsed))):
            paired = best[i + 1][j + 1] + gains[i][j] if gains[i][j] else 0.0
            best[i][j] = max(best[i + 1][j], best[i][j + 1], paired)
    return list(_trace(gains, best))


def likeness(gold: Piece, parsed: Piece) -> float:
    """Best word F1, 0 to 1, of any reading of one with any reading of the other; 0 below ENOUGH."""
    found = max(word_f1(a, b) for a in gold.readings for b in parsed.readings)
    return found if found >= ENOUGH else 0.0


def word_f1(one: Words, other: Words) -> float:
    """Harmonic mean of the shares of words, counted as often as they occur, that both have; 0 where
    one is too short for ENOUGH."""
    if not one or 2 * min(len(one), len(other)) < ENOUGH * (len(one) + len(other)):
        return 0.0
    return 2 * (Counter(one) & Counter(other)).total() / (len(one) + len(other))


def _with_and_without(texts: Sequence[Words], fronts: Sequence[Words]) -> Iterator[Words]:
    yield from texts
    for words in texts:
        for front in fronts:
            if words[: len(front)] == front and len(words) > len(front):
                yield words[len(front) :]


def _join(pieces: Sequence[Piece]) -> list[Piece]:
    """Runs of required `title` or `contents` units as one unit without number and agency."""
    joined: list[Piece] = []
    for kind, run in groupby(pieces, key=lambda p: None if p.optional else p.kinds[0]):
        members = list(run)
        if kind in ("title", "contents"):
            whole = " ".join(piece.texts[0] for piece in members)
            texts = (whole, *(text for piece in members for text in piece.texts[1:]))
            members = [Piece(members[0].kinds, texts)]
        joined += members
    return joined


def _gain(gold: Piece, parsed: Piece, like: float) -> float:
    if not like:
        return 0.0
    kind = _RIGHT_KIND if parsed.kinds[0] in gold.kinds else 0.0
    number = _RIGHT_NUMBER if _accepts(gold.numbers, parsed.numbers) else 0.0
    return like + kind + number + (_OPTIONAL if gold.optional else 0.0)


def _trace(gains: list[list[float]], best: list[list[float]]) -> Iterator[tuple[int, int]]:
    i = j = 0
    while best[i][j] > 0.0:
        if gains[i][j] and best[i][j] == best[i + 1][j + 1] + gains[i][j]:
            yield i, j
            i, j = i + 1, j + 1
        elif best[i][j] == best[i + 1][j]:
            i += 1
        else:
            j += 1


def _opens_alike(gold: Piece, parsed: Piece) -> float:
    """Fewer than five words are all of a unit, unless it is a contents page; a number taken away
    leaves four of five."""
    is_contents = gold.kinds[0] == "contents"
    return float(
        any(
            words[: len(sought)] == sought
            if is_contents or len(sought) >= OPENING - 1
            else words == sought
            for sought in (*gold.readings, *gold.fronted)
            for words in (*parsed.readings, *parsed.fronted)
        )
    )


def _judge(gold: Piece, parsed: Piece | None, place: str) -> tuple[list[str], list[str]]:
    """What is counted, and the remark, if any; `place` is what tells where a unit belongs."""
    if parsed is None:
        return ["units"], [f"missed  {_describe(gold)}"]
    right = {
        "kind": parsed.kinds[0] in gold.kinds,
        "number": _accepts(gold.numbers, parsed.numbers)
        or _adds_printed(gold, gold.numbers, parsed.numbers),
        place: _is_in_place(gold, parsed, place),
    }
    counted = ["units", "found", *(name for name, is_right in right.items() if is_right)]
    if all(right.values()):
        return [*counted, "right"], []
    wrong = ", ".join(name for name, is_right in right.items() if not is_right)
    return counted, [f"wrong   {wrong}: {_describe(parsed)}\n   gold {_describe(gold)}"]


def _accepts(acceptable: Printed, given: Printed) -> bool:
    return _fold(given[0]) in map(_fold, acceptable)


def _adds_printed(gold: Piece, wanted: Printed, given: Printed) -> bool:
    """A heading prints its number, or is the name of an organisation: a field that repeats this is
    right where the gold outline leaves it empty."""
    if gold.kinds[0] != "section" or wanted[0] is not None:
        return False
    return bool(find_words(split_words(given[0] or ""), split_words(gold.texts[0])))


def _fold(printed: str | None) -> str:
    return " ".join((printed or "").casefold().split()).strip("().: ")


def _is_in_place(gold: Piece, parsed: Piece, place: str) -> bool:
    """Under a heading of the gold, or any where that names none: a label or a whole document may
    enclose what has none."""
    if place == "agency":
        accepted = _accepts(gold.agencies, parsed.agencies)
        return accepted or _adds_printed(gold, gold.agencies, parsed.agencies)
    names = [split_words(name) for name in parsed.under if name]
    headings = [split_words(heading or "") for heading in gold.under]
    return any(not h or any(_begins(name, h) for name in names) for h in headings)


def _begins(name: Words, heading: Words) -> bool:
    """The heading with its number or without, the first words of a long one."""
    parts = (heading[:OPENING], heading[1 : OPENING + 1])
    return any(name[: len(part)] == part[: len(name)] for part in parts if part and name)


def _describe(piece: Piece) -> str:
    agency = f" [{piece.agencies[0]}]" if piece.agencies[0] else ""
    text = " ".join(piece.texts[0].split())[:90]
    return f"{piece.kinds[0]} {piece.numbers[0] or '-'}{agency} | {text}"
