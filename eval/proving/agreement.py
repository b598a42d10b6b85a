"""`python -m eval.proving.agreement`: the labelled passes against each other and our checks."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
import typer
from numpy.typing import NDArray
from rich.console import Console
from rich.table import Table

from eval.measuring.quotations import leans
from eval.proving.intervals import (
    Places,
    Values,
    area_under_curve,
    balanced_accuracy,
    resample,
)
from eval.proving.passes import (
    PASSES,
    READABLE,
    SUPPORT,
    Kappa,
    Label,
    agree_on,
    load_pass,
    measure_kappa,
)
from eval.proving.public_sets import Claim, split_sentences
from eval.proving.sentences import Item, load_items, load_origins
from eval.proving.support import load_weights, score_support
from rag.backends.embeddings import BUNDLED, open_embedding
from rag.errors import RagError


@dataclass(frozen=True, slots=True)
class Check:
    """What a check of ours says of sentences, and what both passes say."""

    scores: Values
    """High for good."""
    labels: NDArray[np.bool_]
    sources: Sequence[str]
    threshold: float = 0.5


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
    readable = agree_on(first, second, _readable)
    judged = [item for item in items if item.id in readable]
    opening = Check(
        np.array([0.0 if leans(item.sentence) else 1.0 for item in judged]),
        np.array([readable[item.id] == "yes" for item in judged]),
        [item.id for item in judged],
    )
    claims = as_claims(items, agree_on(first, second, _support))
    scorer = Check(
        score_support(claims, open_embedding(BUNDLED)),
        np.array([claim.supported for claim in claims]),
        [claim.source for claim in claims],
        load_weights().threshold,
    )
    _print_check(console, "dangling openers", opening)
    _print_check(console, "support scorer", scorer)


def _print_check(console: Console, name: str, check: Check) -> None:
    def area(places: Places) -> float:
        return area_under_curve(check.scores[places], check.labels[places])

    def accuracy(places: Places) -> float:
        verdicts = check.scores[places] >= check.threshold
        return balanced_accuracy(verdicts, check.labels[places])

    for called, measure in (("AUROC", area), ("balanced accuracy", accuracy)):
        low, high = resample(measure, check.sources)
        value, n = measure(np.arange(len(check.labels))), len(check.labels)
        console.print(f"{name}: {called} {value:.3f} ({low:.3f} to {high:.3f}), n {n}")


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
