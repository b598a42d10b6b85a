"""`python -m eval.answers --set FILE`: how much of the gold a library's answers show, and how
rightly they cite, quote and refuse."""

import json
import sys
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console

from eval.asking.all_systems import all_systems
from eval.asking.bench import default_corpus, open_bench
from eval.flags import Folder
from eval.measuring.scoring import hold, run_systems
from eval.sets.questions import load_questions
from eval.telling.report import print_run, print_worst, to_json
from rag.errors import RagError

PAGE_WIDTH = 160
"""Columns of a report that goes to a file."""


def main(
    *,
    set_: Annotated[Path, typer.Option("--set", metavar="FILE", help="Questions, JSON lines.")],
    corpus: Folder = None,
    data: Folder = None,
    as_json: Annotated[bool, typer.Option("--json", help="Print one JSON object.")] = False,
    show: Annotated[bool, typer.Option("--show", help="List the worst questions.")] = False,
) -> None:
    """Ask every question of a set and print the figures beside those of the controls.

    The library is made of the folder CORPUS: by default the originals beside the project where
    they are, else the bundled digests. DATA keeps it for the next run; without it, it is made in
    a temporary folder.
    """
    try:
        questions = load_questions(set_)
        with open_bench(corpus or default_corpus(), data) as library:
            held = hold(library, corpus or default_corpus())
            run = run_systems(all_systems(library), questions, held)
    except RagError as error:
        Console(stderr=True).print(str(error), markup=False)
        raise typer.Exit(1) from error
    if as_json:
        json.dump(to_json(run), sys.stdout, indent=2)
        return
    console = Console(width=None if sys.stdout.isatty() else PAGE_WIDTH)
    print_run(console, run)
    if show:
        print_worst(console, run)


if __name__ == "__main__":
    typer.run(main)
