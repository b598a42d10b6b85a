"""Two labelled passes over the drawn sentences, and how far they agree.

They lie in eval/proving/labels as pass-1.jsonl and pass-2.jsonl, each line
`{"id", "support": "full|partly|not", "readable": "yes|no", "by", "pass"}`.
"""

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from sklearn.metrics import cohen_kappa_score

from eval.measuring.intervals import Interval
from eval.proving.intervals import Places, resample
from eval.proving.sentences import LABELS, Item, read_lines
from rag.errors import BadBatchLine

SUPPORT = ("full", "partly", "not")
READABLE = ("yes", "no")
PERSON = "person: "
BY = (PERSON, "language model: ")
PASSES = (LABELS / "pass-1.jsonl", LABELS / "pass-2.jsonl")


@dataclass(frozen=True, slots=True)
class Label:
    support: str
    readable: str
    by: str
    """Who or what labelled, which opens with one of BY."""


@dataclass(frozen=True, slots=True)
class Kappa:
    """Of two passes over the same items, beyond chance (Cohen 1960)."""

    called: str
    """"agreement" where people labelled both passes, else "self-agreement"."""
    n: int
    value: float
    interval: Interval
    table: Mapping[tuple[str, str], int]
    """Items by the first and the second pass's label."""


def load_pass(path: Path, items: Sequence[Item]) -> dict[str, Label]:
    """By item id. Raises UnreadableFile, or BadBatchLine where a label is not one of the
    guideline's, nobody is named as BY has it, an item is missing or labelled twice, or one is not
    known."""
    labels: dict[str, Label] = {}
    known = {item.id for item in items}
    for number, line in enumerate(read_lines(path), 1):
        label = Label(line.get("support", ""), line.get("readable", ""), line.get("by", ""))
        name = line.get("id", "")
        right = label.support in SUPPORT and label.readable in READABLE
        if not right or not label.by.startswith(BY) or name not in known or name in labels:
            raise BadBatchLine(
                f"{path.name}, line {number} is not a label: expected the id of a drawn sentence, "
                f"once, support ({', '.join(SUPPORT)}), readable (yes, no) and by, which opens "
                f"with {' or '.join(map(repr, BY))}."
            )
        labels[name] = label
    if missing := known - labels.keys():
        raise BadBatchLine(
            f"{path.name} leaves {len(missing)} drawn sentences without a label, {min(missing)} "
            "among them: label all of them, for the harder ones are easiest to leave out."
        )
    return labels


def measure_kappa(
    first: Mapping[str, Label], second: Mapping[str, Label], field: Callable[[Label], str]
) -> Kappa:
    """`field` takes the label of one kind. NaN where both passes give one label throughout."""
    ids = sorted(first.keys() & second.keys())
    ones = np.array([field(first[each]) for each in ids])
    others = np.array([field(second[each]) for each in ids])

    def kappa(places: Places) -> float:
        if len({*ones[places], *others[places]}) == 1:
            return float("nan")
        return float(cohen_kappa_score(ones[places], others[places]))

    by_people = all(
        label.by.startswith(PERSON) for one in (first, second) for label in one.values()
    )
    table = Counter(zip(ones.tolist(), others.tolist(), strict=True))
    called = "agreement" if by_people else "self-agreement"
    return Kappa(called, len(ids), kappa(np.arange(len(ids))), resample(kappa, ids), table)


def agree_on(
    first: Mapping[str, Label], second: Mapping[str, Label], field: Callable[[Label], str]
) -> dict[str, str]:
    """Labels that both passes give, by item id: what a check is compared with."""
    return {
        each: field(first[each])
        for each in first
        if each in second and field(first[each]) == field(second[each])
    }
