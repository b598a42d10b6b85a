"""`rag index`: documents into the library."""

import time
from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from rag.commands.flags import Json
from rag.commands.streams import notice, notices, output, print_json, words
from rag.errors import NothingIndexed

if TYPE_CHECKING:
    from rag.index.indexing import Progress
    from rag.index.publishing import Result
    from rag.settings import Settings


def index(
    settings: "Settings",
    paths: Annotated[
        list[Path] | None,
        typer.Argument(metavar="PATH...", help="Files and folders to add to the library."),
    ] = None,
    *,
    replace_corpus: Annotated[
        bool,
        typer.Option("--replace-corpus", help="Put this corpus folder in place of the former."),
    ] = False,
    json: Json = False,
) -> None:
    """Bring the index in line with the corpus folder, or add PATHs to the library."""
    from rag.documents.suffixes import read_kinds
    from rag.interchange import of_results

    began = time.perf_counter()
    results, sums = run_index(settings, paths or [], replace_corpus=replace_corpus)
    seconds = time.perf_counter() - began
    if json:
        print_json(of_results(results, sums, seconds=seconds))
    else:
        _print(results, sums, seconds)
    expected = f"expected at least one file of {read_kinds('or')}"
    if not results:
        raise NothingIndexed(
            f"No document was found: {expected}; "
            "put one there, or name another folder with --corpus."
        )
    if all(result.status == "failed" for result in results):
        raise NothingIndexed(
            f"Nothing could be read: {expected}; "
            "see the reasons given for each, or name another folder with --corpus."
        )


def run_index(
    settings: "Settings", paths: Sequence[Path], *, replace_corpus: bool = False
) -> "tuple[tuple[Result, ...], dict[str, int]]":
    """Results and totals, with a progress bar on standard error. No paths: the corpus folder."""
    from rag.index.indexing import add, sync, totals
    from rag.wiring import open_library, open_register

    register = open_register(settings)
    if paths:
        with open_library(settings) as library, _progress() as progress:
            results = add(library, paths, register=register, progress=progress, ahead=True)
            return results, totals(library, results)
    corpus = settings.required_corpus
    with open_library(settings) as library, _progress() as progress:
        results = sync(
            library,
            corpus,
            register=register,
            replace_corpus=replace_corpus,
            progress=progress,
            ahead=True,
        )
        return results, totals(library, results)


@contextmanager
def _progress() -> "Iterator[Progress]":
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn

    columns = (BarColumn(), MofNCompleteColumn(), TextColumn("{task.fields[file]}", markup=False))
    console = notices()
    with Progress(
        *columns, console=console, transient=True, disable=not console.is_terminal
    ) as shown:
        task = shown.add_task("", file="opening the library", total=None)
        yield lambda done, total, file: shown.update(
            task, completed=done, total=total, file=words(file).plain
        )


def _print(results: "Sequence[Result]", totals: dict[str, int], seconds: float) -> None:
    for result in results:
        if result.status == "failed":
            notice(f"{result.file}: not read. {result.error}", "red")
        for warning in result.warnings:
            notice(f"{result.file}: {warning}", "yellow")
    statuses = Counter(result.status for result in results)
    done = ", ".join(f"{count} {status}" for status, count in statuses.items()) or "no documents"
    held = f"{totals['documents']} documents, {totals['passages']} passages"
    output().print(words(f"{done}: {held}, {seconds:.1f} seconds."))
