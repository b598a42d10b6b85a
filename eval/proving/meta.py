"""`python -m eval.proving.meta [--bench DIR]`: how far our measures agree with people's judgements.

First our own labelled sentences, which are in the project, then the public sets, which are read
where they lie. Every figure is printed with n, its 95 % interval, the
value pinned in pinned.toml and what others reached; one that moved by more than its tolerance ends
the command with 1.
"""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer
from rich.console import Console

from eval.proving.agreements import Agreement
from eval.proving.label_agreement import (
    Labels,
    claims_of,
    compare_labels,
    load_labelled,
    score_labelled,
)
from eval.proving.labelled_sets import WOW, measure_set, measure_sets, read_made
from eval.proving.nugget_agreement import compare_nuggets
from eval.proving.printing import console_for_agreements, print_agreements, tell_moved
from eval.proving.public_sets import (
    BENCH,
    read_begin_wow,
    read_bump,
    read_ragchecker,
    read_xquad,
)
from eval.proving.search_agreement import compare_search, compare_words
from eval.proving.support_agreement import compare_own, compare_support, compare_within
from rag.backends.embeddings import BUNDLED, open_embedding
from rag.errors import RagError, UnreadableFile

if TYPE_CHECKING:
    from rag.backends.embeddings import Embedding


def main(
    *,
    bench: Annotated[Path, typer.Option(metavar="DIR", file_okay=False)] = BENCH,
    fast: Annotated[bool, typer.Option("--fast", help="A part that takes seconds.")] = False,
) -> None:
    """Compare every measure with its pinned figure."""
    console = console_for_agreements()
    embedding = open_embedding(BUNDLED)
    try:
        labels = load_labelled()
        found = tuple(compare_labels(labels, score_labelled(labels, embedding)))
        print_agreements(console, found)
        told = measure_fast(bench, embedding) if fast else measure_all(bench, embedding, labels)
    except RagError as error:
        Console(stderr=True).print(str(error), markup=False)
        raise typer.Exit(1) from error
    print_agreements(console, told)
    tell_moved((*found, *told))


def measure_all(bench: Path, embedding: "Embedding", labels: Labels) -> tuple[Agreement, ...]:
    """Raises UnreadableFile."""
    _check(bench)
    sets = measure_sets(bench, embedding)
    return (
        *compare_nuggets(read_ragchecker(bench)),
        *compare_support(sets, read_bump(bench), read_made()),
        *compare_own(measure_set(claims_of(labels), embedding), sets),
        *compare_search(read_xquad(bench), embedding),
    )


def measure_fast(bench: Path, embedding: "Embedding") -> tuple[Agreement, ...]:
    """What needs no vectors, and the smallest set of claims. Raises UnreadableFile."""
    _check(bench)
    claims = measure_set(read_begin_wow(bench), embedding)
    return (
        *compare_nuggets(read_ragchecker(bench)),
        *compare_within(WOW, claims),
        *compare_words(read_xquad(bench)),
    )


def _check(bench: Path) -> None:
    if not bench.is_dir():
        raise UnreadableFile(
            f"There is no folder {bench}: expected the public sets bump, wice, begin, ragchecker "
            "and xquad in it; name it with --bench."
        )


if __name__ == "__main__":
    typer.run(main)
