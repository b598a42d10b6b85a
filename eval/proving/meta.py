"""`python -m eval.proving.meta [--bench DIR]`: how far our measures agree with people's judgements.

The public sets are read where they lie. Every figure is printed with n, its 95 % interval, the
value pinned in pinned.toml and what others reached; one that moved by more than its tolerance ends
the command with 1.
"""

import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console
from rich.table import Table

from eval.proving.agreements import Agreement, holds, load_pins
from eval.proving.labelled_sets import WOW, measure_set, measure_sets, read_made
from eval.proving.nugget_agreement import compare_nuggets
from eval.proving.public_sets import (
    BENCH,
    read_begin_wow,
    read_bump,
    read_ragchecker,
    read_xquad,
)
from eval.proving.search_agreement import compare_search, compare_words
from eval.proving.support_agreement import compare_support, compare_within
from rag.backends.embeddings import BUNDLED, open_embedding
from rag.errors import RagError, UnreadableFile

PAGE_WIDTH = 160
"""Columns of a table that goes to a file."""


def main(
    *,
    bench: Annotated[Path, typer.Option(metavar="DIR", file_okay=False)] = BENCH,
    fast: Annotated[bool, typer.Option("--fast", help="A part that takes seconds.")] = False,
) -> None:
    """Compare every measure with its pinned figure."""
    try:
        found = measure_fast(bench) if fast else measure_all(bench)
    except RagError as error:
        Console(stderr=True).print(str(error), markup=False)
        raise typer.Exit(1) from error
    print_agreements(Console(width=None if sys.stdout.isatty() else PAGE_WIDTH), found)
    if moved := find_moved(found):
        Console(stderr=True).print(f"Not as pinned: {'; '.join(moved)}.", markup=False)
        raise typer.Exit(1)


def measure_all(bench: Path) -> tuple[Agreement, ...]:
    """Raises UnreadableFile."""
    _check(bench)
    embedding = open_embedding(BUNDLED)
    sets = measure_sets(bench, embedding)
    return (
        *compare_nuggets(read_ragchecker(bench)),
        *compare_support(sets, read_bump(bench), read_made()),
        *compare_search(read_xquad(bench), embedding),
    )


def measure_fast(bench: Path) -> tuple[Agreement, ...]:
    """What needs no vectors, and the smallest set of claims. Raises UnreadableFile."""
    _check(bench)
    claims = measure_set(read_begin_wow(bench), open_embedding(BUNDLED))
    return (
        *compare_nuggets(read_ragchecker(bench)),
        *compare_within(WOW, claims),
        *compare_words(read_xquad(bench)),
    )


def find_moved(found: Sequence[Agreement]) -> list[str]:
    """Names of figures that are not as pinned, or not pinned at all."""
    pins = load_pins()
    return [
        each.name for each in found if each.name not in pins or not holds(each, pins[each.name])
    ]


def print_agreements(console: Console, found: Sequence[Agreement]) -> None:
    pins = load_pins()
    table = Table("figure", "n", "value", "95 % interval", "pinned", "beside")
    for each in found:
        pin = pins.get(each.name)
        table.add_row(
            each.name,
            str(each.n),
            f"{each.value:.3f}",
            f"{each.interval[0]:.3f} to {each.interval[1]:.3f}" if each.interval else "",
            f"{pin.value:.3f} ± {pin.tolerance:g}" if pin else "not pinned",
            pin.beside if pin else "",
        )
    console.print(table)


def _check(bench: Path) -> None:
    if not bench.is_dir():
        raise UnreadableFile(
            f"There is no folder {bench}: expected the public sets bump, wice, begin, ragchecker "
            "and xquad in it; name it with --bench."
        )


if __name__ == "__main__":
    typer.run(main)
