"""`python -m eval.answers --set FILE`: how much of the gold a library's answers show, and how
rightly they cite, quote and refuse."""

import json
import sys
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Annotated

import typer
from rich.console import Console

from eval.asking.run import Run, run_questions
from eval.sets.questions import Question, load_questions
from eval.telling.report import print_run, print_worst, to_json
from rag.assistant import ask
from rag.documents.register import load_register
from rag.errors import RagError
from rag.index.indexing import sync
from rag.index.library import Library
from rag.index.retrieval import search
from rag.settings import Settings
from rag.wiring import open_library

ROOT = Path(__file__).resolve().parent.parent
ORIGINALS = ROOT.parent / "shared" / "reviews"
PAGE_WIDTH = 160
"""Columns of a report that goes to a file."""

Folder = Annotated[Path | None, typer.Option(metavar="DIR", file_okay=False)]


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
            run = ask_all(library, questions, corpus or default_corpus())
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


def default_corpus() -> Path:
    return ORIGINALS if ORIGINALS.is_dir() else ROOT / "corpus"


@contextmanager
def open_bench(corpus: Path, data: Path | None = None) -> Iterator[Library]:
    """A library in line with the corpus; gone afterwards unless `data` names its folder."""
    with ExitStack() as stack:
        kept = data or Path(stack.enter_context(TemporaryDirectory(prefix="finding-aid-")))
        library = stack.enter_context(open_library(Settings.load(corpus=corpus, data=kept)))
        sync(library, corpus, register=load_register(ROOT / "corpus"))
        yield library


def ask_all(library: Library, questions: tuple[Question, ...], corpus: Path) -> Run:
    catalogue = library.catalogue
    return run_questions(
        questions,
        ask=lambda turns: ask(library, turns),
        search=lambda question: next(iter(search(library, question, k=1)), None),
        documents={record.id: catalogue.document(record.id) for record in catalogue.records()},
        folder=corpus,
    )


if __name__ == "__main__":
    typer.run(main)
