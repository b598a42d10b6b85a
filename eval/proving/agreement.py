"""`python -m eval.proving.agreement`: the labelled passes against each other and our checks."""

from collections.abc import Sequence

import typer
from rich.console import Console
from rich.table import Table

from eval.proving.label_agreement import (
    compare_labels,
    load_labelled,
    readable_of,
    score_labelled,
    support_of,
)
from eval.proving.passes import READABLE, SUPPORT, Kappa, measure_kappa
from eval.proving.printing import console_for_agreements, print_agreements, tell_moved
from rag.errors import RagError


def main() -> None:
    """Print how two labelled passes agree, and how our checks agree with both."""
    console = console_for_agreements()
    try:
        labels = load_labelled()
    except RagError as error:
        Console(stderr=True).print(str(error), markup=False)
        raise typer.Exit(1) from error
    console.print(f"{len(labels.items)} sentences, labelled twice by {labels.by}", markup=False)
    for name, field, known in (
        ("support", support_of, SUPPORT),
        ("readable", readable_of, READABLE),
    ):
        kappa = measure_kappa(labels.first, labels.second, field)
        _print_table(console, f"{name}: {kappa.called}", kappa, known)
    found = tuple(compare_labels(labels, score_labelled(labels)))
    print_agreements(console, found)
    tell_moved(found)


def _print_table(console: Console, title: str, kappa: Kappa, labels: Sequence[str]) -> None:
    table = Table("first \\ second", *labels, title=title, title_justify="left")
    for one in labels:
        table.add_row(one, *(str(kappa.table.get((one, other), 0)) for other in labels))
    console.print(table)


if __name__ == "__main__":
    typer.run(main)
