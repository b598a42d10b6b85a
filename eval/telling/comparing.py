"""Two runs over the same questions in, what changed between them and how surely out."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

import numpy as np

from eval.measuring import cost
from eval.measuring.figures import Measure, Row, average
from eval.telling.paired import PLACES, Compared, compare, correct, count_wins
from eval.telling.records import Record
from eval.telling.tables import Table
from eval.telling.worst import gain, tell
from rag.errors import NotComparable

COSTS = frozenset(measure.name for measure in cost.MEASURES)
CHANGED = 40
"""Changed questions that a table tells."""
Pair = tuple[Measure, Sequence[Row], Sequence[Row]]
"""What is compared, of the first and of the second."""


@dataclass(frozen=True, slots=True)
class Changed:
    """A question that was answered otherwise; values are what it adds to the headline figure."""

    question: str
    turns: tuple[str, ...]
    first: float
    second: float
    told: tuple[str, str]
    """Status and reason in each run."""
    measures: tuple[str, ...]
    """Whose values are others; empty where only the words shown are."""


@dataclass(frozen=True, slots=True)
class Comparison:
    cautions: tuple[str, ...]
    """What else than the answers is not the same."""
    measures: tuple[Compared, ...]
    changed: tuple[Changed, ...]
    """Losses first, gains last."""


def compare_runs(first: Record, second: Record, measures: Sequence[Measure]) -> Comparison:
    """Of a run that was stopped, the questions that both have. Raises NotComparable where the
    questions differ."""
    if first.set.sha256 != second.set.sha256:
        raise NotComparable(
            f"{first.id} asked {_tell_set(first)} and {second.id} {_tell_set(second)}: only runs"
            " over the same questions can be compared; run both with one --set and --part."
        )
    compared = compare_all({each.name: (each, first.rows, second.rows) for each in measures})
    return Comparison(
        tuple(_cautions(first, second)), tuple(compared.values()), _changed(first, second)
    )


def compare_all(pairs: Mapping[str, Pair]) -> dict[str, Compared]:
    """By the same names, with Holm's correction for all of them together; what cannot be told of
    both is left out."""
    found = {name: each for name, pair in pairs.items() if (each := _compare_rows(*pair))}
    ps = correct([each.difference.p for each in found.values()])
    return {
        name: replace(each, difference=replace(each.difference, p=p))
        for (name, each), p in zip(found.items(), ps, strict=True)
    }


def _compare_rows(measure: Measure, first: Sequence[Row], second: Sequence[Row]) -> Compared | None:
    pairs = [pair for pair in _pair(first, second) if all(map(measure.applies, pair))]
    if not pairs:
        return None
    one, other = (np.asarray([measure.cells(pair[n]) for pair in pairs], float) for n in (0, 1))
    found = compare(one, other, measure.fold, measure.kinds([row for row, _ in pairs]))
    if found is None:
        return None
    if measure.fold is average:
        falls = measure.higher_is_better is False
        wins, ties, losses = count_wins(one - other if falls else other - one)
        found = replace(found, wins=wins, ties=ties, losses=losses)
    figures = float(measure.fold(one)), float(measure.fold(other))
    return Compared(measure.name, *figures, len(pairs), found)


def _pair(first: Sequence[Row], second: Sequence[Row]) -> list[tuple[Row, Row]]:
    """Of the questions that both have, in the order of the first."""
    by_id = {row.question: row for row in second}
    return [(row, by_id[row.question]) for row in first if row.question in by_id]


def _cautions(first: Record, second: Record) -> list[str]:
    parts = ("corpus", "index", "models", "settings", "machine")
    other = [part for part in parts if getattr(first, part) != getattr(second, part)]
    if first.code.get("eval") != second.code.get("eval"):
        other.append("code of the evaluation")
    cautions = [f"Not the same in both: {name}." for name in other]
    cautions += [
        f"{each.id} was stopped after {each.set.questions} of {each.set.planned} questions."
        for each in (first, second)
        if each.is_partial
    ]
    versions = first.packages.items() ^ second.packages.items()
    if packages := sorted({name for name, _ in versions}):
        cautions.append(f"Versions differ of {', '.join(packages)}.")
    return cautions


def _changed(first: Record, second: Record) -> tuple[Changed, ...]:
    found = [
        Changed(a.question, a.turns, gain(a), gain(b), (tell(a), tell(b)), _moved(a, b))
        for a, b in _pair(first.rows, second.rows)
        if tell(a) != tell(b) or a.shown != b.shown or _moved(a, b)
    ]
    return tuple(sorted(found, key=lambda each: each.second - each.first))


def _moved(a: Row, b: Row) -> tuple[str, ...]:
    """Measures of words and places, not of time and memory, which never agree."""
    names = sorted({*a.values, *b.values} - COSTS)
    return tuple(name for name in names if _is_other(a.values.get(name), b.values.get(name)))


def _is_other(a: float | None, b: float | None) -> bool:
    return (a is None) != (b is None) or round((a or 0.0) - (b or 0.0), PLACES) != 0


def _tell_set(record: Record) -> str:
    count = record.set.questions
    return f"{count} question{'s' * (count != 1)} of {record.set.name} ({record.set.sha256[:8]})"


def tell_changes(comparison: Comparison) -> Table:
    """The greatest losses; the JSON has all."""
    rows = [
        (each.question, f"{each.first:.2f} -> {each.second:.2f}",
         " -> ".join(dict.fromkeys(each.told)), " / ".join(each.turns))
        for each in comparison.changed[:CHANGED]
    ]  # fmt: skip
    more = len(comparison.changed) - len(rows)
    caption = f"{len(comparison.changed)} questions were answered otherwise"
    caption += f"; {more} more than these, which --json prints" if more else ""
    return Table(caption, ("Question", "Adds to the headline", "Told", "Asked"), rows, prose=True)
