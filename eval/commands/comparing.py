"""`rag eval compare` and `rag eval check`: what changed between two runs, and what has dropped."""

from typing import TYPE_CHECKING, Annotated

import typer

from eval.commands.kept import find_run, newest_first
from rag.commands.flags import Json
from rag.commands.streams import notice, output, print_json
from rag.run_files import runs_folder

if TYPE_CHECKING:
    from rag.settings import Settings

_LISTED = 10


def compare(
    settings: "Settings",
    first: Annotated[str | None, typer.Argument(
        metavar="A", help="A run's file, or its id.")] = None,
    second: Annotated[str | None, typer.Argument(metavar="B")] = None,
    *,
    json: Json = False,
) -> None:  # fmt: skip
    """Compare two runs over the same questions, question by question."""
    if first is None or second is None:
        newest = ", ".join(newest_first(settings)[:_LISTED])
        raise typer.BadParameter(
            "expected two runs, A and B, each a file or the id of a run in"
            f" {runs_folder(settings.data)} (newest first: {newest or 'none, rag eval makes one'})."
        )
    from dataclasses import asdict

    from eval.measuring.scoring import MEASURES
    from eval.telling.comparing import compare_runs
    from eval.telling.printing import console_for_tables, print_comparison

    one, other = find_run(settings, first), find_run(settings, second)
    comparison = compare_runs(one, other, MEASURES)
    if json:
        print_json({"first": one.id, "second": other.id, **asdict(comparison)})
    else:
        print_comparison(console_for_tables(), comparison, one, other)


def check(
    settings: "Settings",
    *,
    write: Annotated[bool, typer.Option(
        "--write", help="Keep what is found as what is expected.")] = False,
) -> None:  # fmt: skip
    """Ask a quarter of our own questions, and fail where a figure has dropped.

    What is expected stands in eval/expected.toml, with how far a figure may fall.
    """
    from eval.running.run import run_fast
    from eval.telling.expected import find_moved, read_expected, renew

    expectation = read_expected()
    record = run_fast(expectation.set, settings)
    if write:
        renew(record, expectation)
        notice("eval/expected.toml now has what was found.")
        return
    moved = find_moved(record, expectation)
    for told, is_better in moved.items():
        notice(f"{'Better' if is_better else 'Worse'}: {told}", "" if is_better else "red")
    if not all(moved.values()):
        raise typer.Exit(1)
    output().print(f"No figure of {len(expectation.figures)} has dropped.")
