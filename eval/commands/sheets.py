"""`rag eval sheet`: answers to be read by people, and their verdicts back into the run."""

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from eval.commands.kept import find_run, keep, newest_first
from rag.commands.streams import notice
from rag.errors import NotComparable
from rag.run_files import runs_folder

if TYPE_CHECKING:
    from eval.telling.records import Record
    from rag.settings import Settings


def sheet(  # noqa: PLR0913  # flags
    settings: "Settings",
    run: Annotated[str | None, typer.Argument(
        metavar="RUN", help="A run's file, or its id; the newest.")] = None,
    *,
    sample: Annotated[int | None, typer.Option(
        min=1, metavar="N", help="So many answers, drawn at random.")] = None,
    out: Annotated[Path | None, typer.Option(
        metavar="DIR", help="Where the sheet goes; this folder.")] = None,
    read: Annotated[Path | None, typer.Option(
        metavar="FILE", help="A sheet with verdicts, as CSV.")] = None,
    by: Annotated[str | None, typer.Option(help="Who or what read it; needed with --read.")] = None,
) -> None:  # fmt: skip
    """Write a sheet of answers for people to read, or take their verdicts into the run.

    The sheet shows question, answer and sources, as a page and as a table; nothing on it tells what
    produced the answer. Verdicts: good, acceptable, useless, misleading.
    """
    names = [run] if run else newest_first(settings)
    if not names:
        raise NotComparable(
            f"No run is kept in {runs_folder(settings.data)}: run rag eval first, or name a file."
        )
    if read is None:
        _write(find_run(settings, names[0]), sample, out or Path())
    elif by:
        _take_in(settings, names, read, by)
    else:
        raise typer.BadParameter("say --by: who or what read the answers.")


def _write(record: "Record", sample: int | None, folder: Path) -> None:
    from eval.telling.records import write_whole
    from eval.telling.sheet import as_csv, as_html, choose_rows

    rows = choose_rows(record, sample)
    if not rows:
        raise NotComparable(f"{record.id} holds no answers: only totals are kept of sealed sets.")
    table = write_whole(folder / "answers-to-read.csv", as_csv(record, rows).encode("utf-8-sig"))
    page = write_whole(folder / "answers-to-read.html", as_html(record, rows).encode())
    notice(f"{len(rows)} answers: read {page}, and write the verdicts into {table}.")


def _take_in(settings: "Settings", names: list[str], read: Path, by: str) -> None:
    from eval.reading.readings import read_verdicts, take_in
    from eval.telling.opinions import tell_readings
    from eval.telling.printing import console_for_tables, print_section

    verdicts = read_verdicts(read)
    for name in names:
        record = find_run(settings, name)
        if reading := take_in(record.id, [row.question for row in record.rows], verdicts, by):
            break
    else:
        raise NotComparable(
            "The verdicts belong to no run here: expected a sheet that rag eval sheet wrote and"
            " that holds at least one verdict; name its run."
        )
    others = (each for each in record.readings if each.by != by)
    record = replace(record, readings=(*others, reading))
    notice(keep(record, Path(name).parent if Path(name).exists() else runs_folder(settings.data)))
    print_section(console_for_tables(), tell_readings(record))
