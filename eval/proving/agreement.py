"""`python -m eval.proving.agreement`: the labelled passes against each other and our checks.

Two passes lie in eval/proving/labels as pass-1.jsonl and pass-2.jsonl, each line
`{"id", "support": "full|partly|not", "readable": "yes|no", "by", "pass"}`.
"""

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import typer
from numpy.typing import NDArray
from rich.console import Console
from rich.table import Table
from sklearn.metrics import cohen_kappa_score

from eval.proving.intervals import Places, area_under_curve, balanced_accuracy, resample
from eval.proving.public_sets import Claim, split_sentences
from eval.proving.sentences import LABELS, Item, load_items, load_origins, read_lines
from eval.proving.support import load_weights, score_support
from rag.backends.embeddings import BUNDLED, open_embedding
from rag.errors import BadBatchLine, RagError

SUPPORT = ("full", "partly", "not")
READABLE = ("yes", "no")
PASSES = (LABELS / "pass-1.jsonl", LABELS / "pass-2.jsonl")

Interval = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Label:
    support: str
    readable: str
    by: str
    """Who or what labelled: "person: ..." or "model: ..."."""


@dataclass(frozen=True, slots=True)
class Kappa:
    """Of two passes over the same items, beyond chance (Cohen 1960)."""

    called: str
    """"self-agreement" where a model labelled either pass, else "agreement"."""
    n: int
    value: float
    interval: Interval
    table: Mapping[tuple[str, str], int]
    """Items by the first and the second pass's label."""


def load_pass(path: Path, items: Sequence[Item]) -> dict[str, Label]:
    """By item id. Raises UnreadableFile, or BadBatchLine where a label is not one of the
    guideline's, nobody is named, an item is missing or labelled twice, or one is not known."""
    labels: dict[str, Label] = {}
    known = {item.id for item in items}
    for number, line in enumerate(read_lines(path), 1):
        label = Label(line.get("support", ""), line.get("readable", ""), line.get("by", ""))
        name = line.get("id", "")
        right = label.support in SUPPORT and label.readable in READABLE and label.by
        if not right or name not in known or name in labels:
            raise BadBatchLine(
                f"{path.name}, line {number} is not a label: expected the id of a drawn sentence, "
                f"once, support ({', '.join(SUPPORT)}), readable (yes, no) and by."
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

    by_model = any(
        label.by.startswith("model") for one in (first, second) for label in one.values()
    )
    table = Counter(zip(ones.tolist(), others.tolist(), strict=True))
    called = "self-agreement" if by_model else "agreement"
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


def as_claims(items: Sequence[Item], support: Mapping[str, str]) -> tuple[Claim, ...]:
    """Partly supported is not supported. The heading is evidence too."""
    return tuple(
        Claim(
            item.sentence,
            tuple(
                sentence
                for each in item.evidence
                for sentence in (each.heading, *split_sentences(each.text))
            ),
            supported=support[item.id] == "full",
            source=item.evidence[0].document + item.evidence[0].unit,
        )
        for item in items
        if item.id in support
    )


def main() -> None:
    """Print the agreement of the two passes, and of the support scorer with what both say."""
    console = Console()
    try:
        items = load_items()
        first, second = (load_pass(path, items) for path in PASSES)
    except RagError as error:
        Console(stderr=True).print(str(error), markup=False)
        raise typer.Exit(1) from error
    by = sorted({label.by for one in (first, second) for label in one.values()})
    console.print(f"{len(items)} sentences, labelled twice by {', '.join(by)}", markup=False)
    _print_kappa(console, "support", measure_kappa(first, second, _support), SUPPORT)
    _print_kappa(console, "readable", measure_kappa(first, second, _readable), READABLE)
    shown = {name for name, origin in load_origins().items() if origin.control is None}
    for kind, field, good in (("support", _support, "full"), ("readable", _readable, "yes")):
        agreed = {i: label for i, label in agree_on(first, second, field).items() if i in shown}
        share = np.mean([label == good for label in agreed.values()])
        console.print(f"{kind}: {share:.3f} of {len(agreed)} shown by the system are {good!r}")
    claims = as_claims(items, agree_on(first, second, _support))
    scores = score_support(claims, open_embedding(BUNDLED))
    _print_scorer(console, claims, scores)


def _print_scorer(console: Console, claims: Sequence[Claim], scores: NDArray[np.float64]) -> None:
    labels = np.array([claim.supported for claim in claims])
    verdicts = scores >= load_weights().threshold

    def area(places: Places) -> float:
        return area_under_curve(scores[places], labels[places])

    def accuracy(places: Places) -> float:
        return balanced_accuracy(verdicts[places], labels[places])

    sources = [claim.source for claim in claims]
    for name, measure in (("AUROC", area), ("balanced accuracy", accuracy)):
        low, high = resample(measure, sources)
        value = measure(np.arange(len(claims)))
        console.print(
            f"support scorer: {name} {value:.3f} ({low:.3f} to {high:.3f}), n {len(claims)}"
        )


def _print_kappa(console: Console, name: str, kappa: Kappa, labels: Sequence[str]) -> None:
    low, high = kappa.interval
    console.print(
        f"{name}: {kappa.called} {kappa.value:.3f} ({low:.3f} to {high:.3f}), n {kappa.n}"
    )
    table = Table("first \\ second", *labels)
    for one in labels:
        table.add_row(one, *(str(kappa.table.get((one, other), 0)) for other in labels))
    console.print(table)


def _support(label: Label) -> str:
    return label.support


def _readable(label: Label) -> str:
    return label.readable


if __name__ == "__main__":
    typer.run(main)
