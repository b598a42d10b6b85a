"""`rag index`: documents into the library."""

import time
from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from rag.commands.flags import Json
from rag.commands.from_web import add_wishes, read_wishes
from rag.commands.streams import notice, notices, output, print_json, words
from rag.errors import NothingIndexed

if TYPE_CHECKING:
    from rag.fetching.lists import BadRow, Wish
    from rag.index.indexing import Progress
    from rag.index.publishing import Result
    from rag.settings import Settings


def index(  # noqa: PLR0913  # flags
    settings: "Settings",
    given: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="PATH_OR_ADDRESS...",
            help="Files, folders and web addresses to add to the library.",
        ),
    ] = None,
    *,
    listed: Annotated[
        Path | None,
        typer.Option(
            "--list",
            metavar="FILE",
            help="Web addresses to add, as CSV: a column address, and what you know of each in"
            " title, publisher, area, published and kind. The same command again goes on where"
            " it was stopped.",
        ),
    ] = None,
    again: Annotated[
        bool,
        typer.Option(
            "--again", help="Ask also for what is held of the list, to tell what has changed."
        ),
    ] = False,
    replace_corpus: Annotated[
        bool,
        typer.Option("--replace-corpus", help="Put this corpus folder in place of the former."),
    ] = False,
    json: Json = False,
) -> None:
    """Bring the index in line with the corpus folder, or add documents to the library.

    Nothing is fetched from the web but the addresses that you give, and the robots.txt of their
    sites; each is fetched once, and answers lead to it.
    """
    from rag.fetching.addresses import is_address
    from rag.interchange import of_results

    began = time.perf_counter()
    addresses = [each for each in given or [] if is_address(each)]
    paths = [Path(each) for each in given or [] if not is_address(each)]
    rows = read_wishes(addresses, listed, again=again)
    results, sums = run_index(settings, paths, rows, replace_corpus=replace_corpus)
    seconds = time.perf_counter() - began
    if json:
        print_json(of_results(results, sums, seconds=seconds))
    else:
        _print_files(results[: len(results) - len(rows)])
        _print_sums(results, sums, seconds)
    if all(result.status == "failed" for result in results):
        raise NothingIndexed(_nothing(paths, rows, found=bool(results)))


def _nothing(paths: Sequence[Path], rows: "Sequence[Wish | BadRow]", *, found: bool) -> str:
    """Why nothing was indexed, in words about what was given; `found`: there was something."""
    from rag.documents.suffixes import read_kinds

    if rows and not paths:
        return (
            "Nothing could be added: expected at least one web address that leads to a document;"
            " see the reason given for each, correct the address or the list, and try again."
        )
    expected = f"expected at least one file of {read_kinds('or')}"
    instead = (
        "give another file, folder or address" if paths else ("name another folder with --corpus")
    )
    if not found:
        return f"No document was found: {expected}; put one there, or {instead}."
    return f"Nothing could be read: {expected}; see the reasons given for each, or {instead}."


def run_index(
    settings: "Settings",
    paths: Sequence[Path],
    rows: "Sequence[Wish | BadRow]" = (),
    *,
    replace_corpus: bool = False,
) -> "tuple[tuple[Result, ...], dict[str, int]]":
    """Results and totals, with a progress bar on standard error. Neither paths nor addresses: the
    corpus folder."""
    from rag.index.indexing import add, sync, totals
    from rag.wiring import open_library, open_register

    register = open_register(settings)
    if paths or rows:
        with open_library(settings) as library, _progress() as progress:
            files = (
                add(library, paths, register=register, progress=progress, ahead=True)
                if paths
                else ()
            )
            fetched = add_wishes(library, rows, settings, progress) if rows else ()
            results = (*files, *fetched)
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


def _print_files(results: "Sequence[Result]") -> None:
    for result in results:
        if result.status == "failed":
            notice(f"{result.file}: not read. {result.error}", "red")
        for warning in result.warnings:
            notice(f"{result.file}: {warning}", "yellow")


def _print_sums(results: "Sequence[Result]", totals: dict[str, int], seconds: float) -> None:
    statuses = Counter(result.status for result in results)
    done = ", ".join(f"{count} {status}" for status, count in statuses.items()) or "no documents"
    held = f"{totals['documents']} documents, {totals['passages']} passages"
    output().print(words(f"{done}: {held}, {seconds:.1f} seconds."))
