"""`python -m eval.proving.fitting [--bench DIR] [--write]`: the weights of the support scorer.

They are fitted on people's labels of the public sets and on claims of our own making, and only the
weights come into the project. The threshold is none of them: it does not carry over from these sets
and is set on our own labels, for these weights, by `python -m eval.proving.setting --write`.
"""

from pathlib import Path
from typing import Annotated

import typer

from eval.proving.features import FEATURES
from eval.proving.labelled_sets import measure_sets
from eval.proving.public_sets import BENCH
from eval.proving.support import WEIGHTS
from eval.proving.weighing import Fitted, fit_weights
from rag.backends.embeddings import BUNDLED, open_embedding
from rag.errors import RagError


def main(
    *,
    bench: Annotated[Path, typer.Option(metavar="DIR", file_okay=False)] = BENCH,
    write: Annotated[bool, typer.Option("--write", help="Keep what was found.")] = False,
) -> None:
    """Fit on all sets and print the weights."""
    try:
        sets = measure_sets(bench, open_embedding(BUNDLED))
    except RagError as error:
        typer.echo(str(error), err=True)
        raise typer.Exit(1) from error
    text = describe(fit_weights(list(sets.values())), list(sets))
    typer.echo(text)
    if write:
        WEIGHTS.write_text(text, encoding="utf-8")
        typer.echo("The threshold is of the weights before: set it with eval.proving.setting.")


def describe(fitted: Fitted, sets: list[str]) -> str:
    """As TOML."""
    lines = [
        f"{name} = {weight:.4f}" for name, weight in zip(FEATURES, fitted.weights, strict=True)
    ]
    return (
        "# Weights of the support scorer (eval/proving/support.py), fitted by\n"
        f"# `python -m eval.proving.fitting --write` on {', '.join(sets)}.\n"
        f"intercept = {fitted.intercept:.4f}\n"
        "\n[weights]\n" + "\n".join(lines) + "\n"
    )


if __name__ == "__main__":
    typer.run(main)
