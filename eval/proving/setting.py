"""`python -m eval.proving.setting [--write]`: the threshold of the support scorer.

It is set on the sentences that both passes of our own labels label alike; partly supported counts
as not supported.
"""

from typing import Annotated

import typer

from eval.proving.intervals import balanced_accuracy
from eval.proving.label_agreement import Scored, load_labelled, score_labelled
from eval.proving.threshold import (
    FILE,
    choose_threshold,
    fingerprint_of_labels,
    fingerprint_of_weights,
    judge_unseen,
)
from rag.errors import RagError


def main(
    *, write: Annotated[bool, typer.Option("--write", help="Keep what was found.")] = False
) -> None:
    """Set the threshold on our own labelled sentences, and print it."""
    try:
        text = describe(score_labelled(load_labelled()))
    except RagError as error:
        typer.echo(str(error), err=True)
        raise typer.Exit(1) from error
    typer.echo(text)
    if write:
        FILE.write_text(text, encoding="utf-8")


def describe(scored: Scored) -> str:
    """As TOML, with how and on what it was set."""
    unseen = judge_unseen(scored.scores, scored.supported, scored.sources)
    lines = (
        "# From which score on the support scorer calls a claim supported, set by",
        "# `python -m eval.proving.setting --write` where the balanced accuracy is highest on the",
        f"# {len(unseen)} sentences that both passes label alike, {scored.supported.sum()} of them"
        " supported. Labelled by",
        f"# {scored.by}.",
        "# Balanced accuracy on sentences that it was not set on (five folds, by source):"
        f" {balanced_accuracy(unseen, scored.supported):.3f}.",
        f"threshold = {choose_threshold(scored.scores, scored.supported)}",
        f'weights = "{fingerprint_of_weights()}"',
        f'labels = "{fingerprint_of_labels()}"',
    )
    return "\n".join(lines) + "\n"


if __name__ == "__main__":
    typer.run(main)
