"""Scores parsed outlines against short gold outlines, which keep no more than the first words.

A short gold outline is a JSON file `{"file": NAME, "from": str | null, "to": str | null,
"units": [...]}`. A unit has `kind`, `number`, `under` (the printed heading that encloses it, or
null) and `opens`, its first five words or all of fewer; and may have `optional` (absent is no miss,
present no false alarm), `also_acceptable` (further right kinds), and `number_also`, `under_also`,
`opens_also` in the same sense. Where `from` or `to` is given, only a stretch was outlined: parsed
units before its first or after its last are not judged.

Units are paired one-to-one in the order of both outlines, as many as can be; a printed number or
label may stand in front of the first words or not.
"""

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, fields
from pathlib import Path
from typing import Any

from eval.alignment import pair_in_order
from eval.sets.words import split_words
from rag.errors import BadSettings
from rag.types import Unit

OPENING = 5
"""Words that tell a unit."""
CITED = frozenset(
    "finding lesson recommendation concern required_action judgement learning_point key_message "
    "good_practice".split()
)
"""Kinds that must not be invented."""
# Too small to outweigh a pair; they decide between equal ones.
_RIGHT_KIND, _RIGHT_NUMBER, _OPTIONAL = 0.01, 0.005, -0.02

Words = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Opening:
    """A gold unit; each field holds everything that is acceptable."""

    opens: str
    kinds: tuple[str, ...]
    numbers: frozenset[str]
    """Folded; "" for none."""
    enclosing: tuple[Words, ...]
    readings: frozenset[Words]
    optional: bool


@dataclass(frozen=True, slots=True)
class Tally:
    """Numbers of units; those of optional gold units are not among the first five."""

    units: int = 0
    """Gold units that have to be there."""
    found: int = 0
    kind: int = 0
    """Found, and of an acceptable kind; likewise `number`, `under`."""
    number: int = 0
    under: int = 0
    cited: int = 0
    """Parsed units of the kinds that must not be invented."""
    invented: int = 0
    """Those of them that pair with no gold unit."""
    parsed: int = 0
    extra: int = 0
    """Parsed units of any kind that pair with no gold unit."""

    def __add__(self, other: "Tally") -> "Tally":
        return Tally(*(getattr(self, f.name) + getattr(other, f.name) for f in fields(self)))

    def figures(self) -> dict[str, float]:
        """Shares from 0 to 1: `found` of the gold units; `kind`, `number`, `under` of the found
        ones; `invented` of the parsed units of cited kinds, `extra` of all parsed ones."""
        return {
            "found": self.found / self.units if self.units else 1.0,
            **{n: getattr(self, n) / max(1, self.found) for n in ("kind", "number", "under")},
            "invented": self.invented / max(1, self.cited),
            "extra": self.extra / max(1, self.parsed),
        }


@dataclass(frozen=True, slots=True)
class ShortGold:
    file: str
    units: tuple[Opening, ...]
    after_start: bool
    """Only a stretch was outlined, which begins after the document does; likewise its end."""
    before_end: bool


def is_short_gold(path: Path) -> bool:
    """Do its units keep their first words only?"""
    try:
        return "opens" in json.loads(path.read_text(encoding="utf-8"))["units"][0]
    except (json.JSONDecodeError, LookupError, TypeError):
        return False


def read_short_gold(path: Path) -> ShortGold:
    """Raises BadSettings where the file is not a short gold outline."""
    try:
        outline = json.loads(path.read_text(encoding="utf-8"))
        units = tuple(_opening(unit) for unit in outline["units"])
        return ShortGold(outline["file"], units, bool(outline["from"]), bool(outline["to"]))
    except (KeyError, TypeError) as error:
        raise BadSettings(
            f"{path.name} is not a short gold outline: expected `file`, `from`, `to` and `units`; "
            "take it out of the folder or correct it."
        ) from error


def score_openings(gold: ShortGold, units: Sequence[Unit]) -> tuple[Tally, tuple[str, ...]]:
    """Counts, and a remark for each unit that is missed, extra or wrongly labelled."""
    readings = [
        frozenset(_with_and_without([split_words(u.text)], (u.number, u.label))) for u in units
    ]
    gains = [[_gain(g, *both) for both in zip(units, readings, strict=True)] for g in gold.units]
    pairs = pair_in_order(gains)
    first = pairs[0][1] if gold.after_start and pairs else 0
    end = pairs[-1][1] + 1 if gold.before_end and pairs else len(units)
    taken = {p for _, p in pairs}
    loose = [units[i] for i in range(first, end) if i not in taken]
    by_id = {unit.id: unit for unit in units}
    tally = Tally(
        units=sum(not g.optional for g in gold.units),
        cited=sum(unit.kind in CITED for unit in units[first:end]),
        invented=sum(unit.kind in CITED for unit in loose),
        parsed=end - first,
        extra=len(loose),
    )
    for g, p in pairs:
        if not gold.units[g].optional:
            tally += _judge(gold.units[g], units[p], by_id)
    partner = {g: units[p] for g, p in pairs}
    return tally, tuple(_remarks(gold.units, partner, loose, by_id))


def _opening(unit: Mapping[str, Any]) -> Opening:
    numbers = (unit["number"], *unit.get("number_also", ()))
    enclosing = (unit["under"], *unit.get("under_also", ()))
    openings = [split_words(text) for text in (unit["opens"], *unit.get("opens_also", ()))]
    return Opening(
        unit["opens"],
        (unit["kind"], *unit.get("also_acceptable", ())),
        frozenset(_fold(number) for number in numbers),
        tuple(split_words(heading or "") for heading in enclosing),
        frozenset(_with_and_without(openings, numbers)),
        unit.get("optional", False),
    )


def _with_and_without(texts: Sequence[Words], fronts: Iterable[str | None]) -> Iterator[Words]:
    """Each text as it is, and with each printed number or label put in front or taken away."""
    yield from texts
    for front in (split_words(printed) for printed in fronts if printed):
        for words in texts:
            yield front + words
            if words[: len(front)] == front and len(words) > len(front):
                yield words[len(front) :]


def _gain(gold: Opening, unit: Unit, readings: Iterable[Words]) -> float:
    whole = gold.kinds[0] != "contents"
    if not any(_opens(a, b, whole=whole) for a in gold.readings for b in readings):
        return 0.0
    kind = _RIGHT_KIND if unit.kind in gold.kinds else 0.0
    number = _RIGHT_NUMBER if _fold(unit.number) in gold.numbers else 0.0
    return 1.0 + kind + number + (_OPTIONAL if gold.optional else 0.0)


def _opens(sought: Words, words: Words, *, whole: bool) -> bool:
    """Fewer than five words are all of a unit, unless it is a contents page; a number taken away
    leaves four of five."""
    if len(sought) >= OPENING - 1 or not whole:
        return words[: len(sought)] == sought
    return words == sought


def _judge(gold: Opening, unit: Unit, by_id: Mapping[str, Unit]) -> Tally:
    return Tally(
        found=1,
        kind=unit.kind in gold.kinds,
        number=_fold(unit.number) in gold.numbers,
        under=_stands_under(gold, unit, by_id),
    )


def _stands_under(gold: Opening, unit: Unit, by_id: Mapping[str, Unit]) -> bool:
    """Is one of the units around it the heading of the gold? Where that names none, any will do:
    a label or a whole document may enclose what has no heading."""
    above = by_id.get(unit.parent or "")
    names: list[Words] = []
    while above is not None:
        names += [split_words(above.text), split_words(above.label)]
        names.append(split_words(f"{above.number or ''} {above.text}"))
        above = by_id.get(above.parent or "")
    return any(
        not heading or any(_contains(name, heading) for name in names) for heading in gold.enclosing
    )


def _contains(name: Words, heading: Words) -> bool:
    """The heading with its number or without, the first words of a long one."""
    return any(
        name[: len(part)] == part[: max(1, len(name))]
        for part in (heading[:OPENING], heading[1 : OPENING + 1])
        if part and name
    )


def _fold(number: str | None) -> str:
    return (number or "").strip("(). ").casefold()


def _remarks(
    gold: Sequence[Opening],
    partner: Mapping[int, Unit],
    loose: Sequence[Unit],
    by_id: Mapping[str, Unit],
) -> Iterable[str]:
    for g, opening in enumerate(gold):
        if opening.optional:
            continue
        told = f"{opening.kinds[0]} {sorted(opening.numbers)} | {opening.opens}"
        if g not in partner:
            yield f"missed  {told}"
            continue
        right = _judge(opening, partner[g], by_id)
        wrong = [name for name in ("kind", "number", "under") if not getattr(right, name)]
        if wrong:
            yield f"wrong   {', '.join(wrong)}: {_describe(partner[g])}\n   gold {told}"
    yield from (f"extra   {_describe(unit)}" for unit in loose)


def _describe(unit: Unit) -> str:
    return f"{unit.kind} {unit.number or '-'} <{unit.parent}> | {' '.join(unit.text.split())[:80]}"
