"""The addresses of `rag index`: which are wanted, a line for each, and how far the run is."""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from rag.commands.streams import notice

if TYPE_CHECKING:
    from rag.fetching.lists import BadRow, Wish
    from rag.index.indexing import Progress
    from rag.index.library import Library
    from rag.index.publishing import Result
    from rag.settings import Settings

_INTERRUPTED = (
    "Stopped. What was added stays: the same command goes on with the rest, and asks for none of it"
    " again."
)


def read_wishes(
    addresses: Sequence[str], listed: Path | None, *, again: bool
) -> "tuple[Wish | BadRow, ...]":
    """Typed ones first; these are always asked for. Raises UnreadableFile for the list."""
    # Here, as httpx takes a tenth of a second.
    from rag.fetching.lists import Wish, read_list

    typed = tuple(Wish(address, again=True) for address in addresses)
    if listed is None:
        return typed
    found = read_list(listed)
    for column in found.unused:
        notice(f"{listed.name}: the column {column!r} is not used", "yellow")
    rows = (replace(row, again=again) if isinstance(row, Wish) else row for row in found.rows)
    return (*typed, *rows)


def add_wishes(
    library: "Library",
    rows: "Sequence[Wish | BadRow]",
    settings: "Settings",
    progress: "Progress",
) -> "tuple[Result, ...]":
    from rag.fetching.fetch import Fetcher
    from rag.index.adding_from_web import add_from_web
    from rag.wiring import open_register

    fetcher = Fetcher(allowed=settings.allowed_hosts)
    register = open_register(settings)
    results: list[Result] = []
    try:
        for result in add_from_web(
            library, rows, register=register, fetcher=fetcher, progress=progress
        ):
            _say(rows[len(results)], result)
            results.append(result)
    except KeyboardInterrupt:
        notice(_INTERRUPTED, "yellow")
        raise
    return tuple(results)


def _say(row: "Wish | BadRow", result: "Result") -> None:
    """At once, as a run over a list takes long."""
    if result.status == "failed":
        notice(result.error or f"{result.file} could not be read.", "red")
    else:
        pages = f", {result.pages} pages" if result.pages else ""
        notice(f"{row.place}: {result.status}, {result.file}{pages}, {result.id}")
    for warning in result.warnings:
        notice(f"{result.file}: {warning}", "yellow")
