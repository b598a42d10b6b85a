"""`rag eval agreement` and `rag eval meta`: how far our measures agree with people's judgements.

Our own labelled statements are in the project; the public sets are read where they lie. Every
figure is printed with n, its 95 % interval, the value pinned in pinned.toml and what others
reached; one that moved by more than its tolerance ends the command with 1.
"""

import tomllib
from collections.abc import Iterable, Iterator, Sequence
from math import nan
from pathlib import Path

import typer
from rich.table import Table

from eval.measuring.figures import Figure
from eval.proving.label_agreement import compare_labels
from eval.proving.labelled import Labelled, load_labelled, who_labelled
from eval.proving.nugget_agreement import compare_nuggets
from eval.proving.public_sets import WOW, read_begin
from eval.proving.search_agreement import compare_search
from eval.proving.support import measure_set
from eval.proving.support_agreement import compare_support, compare_within
from eval.telling.printing import console_for_tables
from eval.telling.tables import FIGURE, figure_cells
from rag.backends import embeddings
from rag.commands.streams import notice

PINNED = Path(__file__).with_name("pinned.toml")


def tell(bench: Path | None = None, *, fast: bool = False) -> None:
    """Of our own labels, then of the public sets in the folder `bench`, where one is given.
    Raises UnreadableFile; ends the command with 1 where a figure moved."""
    labelled, embedding = load_labelled(), embeddings.open_embedding(embeddings.BUNDLED)
    notice(f"{len(labelled)} statements, labelled twice by {', '.join(who_labelled(labelled))}")
    moved = tell_figures(compare_labels(labelled, embedding))
    if bench:
        moved += tell_figures(measure_public(bench, labelled, embedding, fast=fast))
    if moved:
        notice(f"Not as pinned: {'; '.join(moved)}.", "red")
        raise typer.Exit(1)


def measure_public(
    bench: Path, labelled: Sequence[Labelled], embedding: "embeddings.Embedding", *, fast: bool
) -> Iterator[Figure]:
    """Fast: the smallest set of claims, and the search without vectors. Raises UnreadableFile."""
    yield from compare_nuggets(bench)
    if fast:
        yield from compare_within(WOW, measure_set(read_begin(bench, WOW), embedding))
    else:
        yield from compare_support(bench, labelled, embedding)
    yield from compare_search(bench, None if fast else embedding)


def tell_figures(found: Iterable[Figure]) -> list[str]:
    """Prints them. Names of those that are not as pinned, or not pinned at all."""
    pinned, moved = tomllib.loads(PINNED.read_text(encoding="utf-8")), list[str]()
    table = Table("Measure", *FIGURE, "Pinned", "Beside")
    for each in found:
        pin = pinned["figures"].get(each.name, {})
        value, tolerance = pin.get("value", nan), pin.get("tolerance", pinned["tolerance"])
        told = f"{value:.3f} ± {tolerance:g}" if pin else "not pinned"
        table.add_row(each.name, *figure_cells(each), told, pin.get("beside", ""))
        # A figure that got better is pinned anew, too, so that it cannot fall back unseen.
        if not abs(each.value - value) <= tolerance:
            moved.append(each.name)
    console_for_tables().print(table)
    return moved
