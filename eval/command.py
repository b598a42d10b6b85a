"""`rag eval`: measures how good the answers are, compares runs, and checks what is expected."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from eval.sets import adding, freezing
from rag.commands.flags import Json, with_settings
from rag.commands.streams import notice, output, print_json
from rag.errors import ModelUnavailable
from rag.run_files import runs_folder

if TYPE_CHECKING:
    from eval.running import Judge
    from eval.telling.records import Record
    from rag.settings import Settings

app = typer.Typer(
    name="eval", help="Measure how good the answers are.", add_completion=False,
    pretty_exceptions_enable=False,
)  # fmt: skip

_LISTED = 10
Part = Literal["development", "test", "all"]


def evaluate(  # noqa: PLR0913  # flags
    settings: "Settings",
    ctx: typer.Context,
    *,
    set_: Annotated[
        Path | None,
        typer.Option(
            "--set", metavar="FILE",
            help="Questions as JSON lines; without it, our own over the bundled digests.",
        ),
    ] = None,
    part: Annotated[Part, typer.Option(help="Which part of the set to ask.")] = "all",
    out: Annotated[
        Path | None,
        typer.Option(metavar="DIR", help="Where the run is kept; runs/ of the data folder."),
    ] = None,
    fast: Annotated[
        bool, typer.Option("--fast", help="A quarter of the questions, and no ablations.")
    ] = False,
    ablations: Annotated[
        bool, typer.Option(help="Ask the system with parts taken away, too.")
    ] = True,
    judge: Annotated[
        str | None,
        typer.Option(
            metavar="MODEL",
            help="A language model for a second opinion, openai-like:MODEL@URL; it gets all that is"
            " answered, and the units cited (key: RAG_LLM_API_KEY).",
        ),
    ] = None,
    show: Annotated[bool, typer.Option("--show", help="Print the worst questions.")] = False,
    json: Json = False,
) -> None:  # fmt: skip
    """Measure how good the answers are.

    Asks a set of questions whose answers are known, and controls that cost no thought the same;
    prints the figures and keeps the run as JSON and as a page. The library is made of the corpus
    in a temporary folder, unless --data names one.
    """
    if ctx.invoked_subcommand:
        return
    from eval.running import Plan, run
    from eval.sets.asking import OWN, QUARTER, open_set, slice_set

    asked = open_set(set_ or OWN, part)
    record = run(
        Plan(
            slice_set(asked.questions) if fast else asked.questions,
            name=asked.name,
            part=f"{QUARTER} of {part}" if fast else part,
            frozen=asked.frozen,
            corpus=_corpus(ctx, settings, own=set_ is None),
            data=settings.data if _is_given(ctx, "data") else None,
            settings=settings,
            ablations=ablations and not fast,
            judge=_open_judge(judge) if judge else None,
        )
    )
    kept = _keep(record, out or runs_folder(settings.data))
    _tell(record, as_json=json, worst=show)
    notice(kept)
    if record.judged and record.judged.stopped:
        raise ModelUnavailable(record.judged.stopped)


def compare(
    settings: "Settings",
    first: Annotated[
        str | None, typer.Argument(metavar="A", help="A run's file, or its id.")
    ] = None,
    second: Annotated[str | None, typer.Argument(metavar="B")] = None,
    *,
    json: Json = False,
) -> None:
    """Compare two runs over the same questions, question by question."""
    if first is None or second is None:
        raise typer.BadParameter(_two_runs_of(settings))
    from dataclasses import asdict

    from eval.measuring.measures import MEASURES
    from eval.telling.comparing import compare_runs
    from eval.telling.printing import console_for_tables, print_comparison

    one, other = _find_run(settings, first), _find_run(settings, second)
    comparison = compare_runs(one, other, MEASURES)
    if json:
        print_json({"first": one.id, "second": other.id, **asdict(comparison)})
    else:
        print_comparison(console_for_tables(), comparison, one, other)


def check(
    settings: "Settings",
    *,
    write: Annotated[
        bool, typer.Option("--write", help="Keep what is found as what is expected.")
    ] = False,
) -> None:
    """Ask a quarter of our own questions, and fail where a figure has dropped.

    What is expected stands in eval/expected.toml, with how far a figure may fall.
    """
    from eval.running import run_fast
    from eval.telling.expected import check as find_drops
    from eval.telling.expected import read_expected, renew, write_expected

    expectation = read_expected()
    record = run_fast(expectation.set, settings)
    if write:
        write_expected(renew(record, expectation))
        notice("eval/expected.toml now has what was found.")
        return
    verdict = find_drops(record, expectation)
    for risen in verdict.risen:
        notice(f"Better: {risen}")
    for dropped in verdict.dropped:
        notice(f"Worse: {dropped}", "red")
    if verdict.dropped:
        raise typer.Exit(1)
    output().print(f"All {len(expectation.figures)} figures are as expected.")


def meta(
    *,
    bench: Annotated[
        Path | None,
        typer.Option(
            metavar="DIR", file_okay=False, help="Where the public sets are; ../shared/bench."
        ),
    ] = None,
    fast: Annotated[bool, typer.Option("--fast", help="A part that takes seconds.")] = False,
) -> None:
    """Compare the measures with what people judged, on public sets and on our labels."""
    from eval.proving.meta import tell
    from eval.proving.public_sets import BENCH

    tell(bench or BENCH, fast=fast)


def agreement() -> None:
    """Tell how our own labels agree, with each other and with our checks."""
    from eval.proving.meta import tell

    tell()


def _open_judge(spec: str) -> "Judge":
    from functools import partial

    from eval.judging.judge import open_judge
    from eval.judging.judging import judge_system
    from eval.proving.labelled import load_labelled

    judge = open_judge(spec)
    notice(f"Every statement, with the units that it cites, goes to {judge.host}.")
    return partial(judge_system, judge, load_labelled())


def _corpus(ctx: typer.Context, settings: "Settings", *, own: bool) -> Path:
    """Our own questions are over the bundled digests, whatever else is set."""
    from eval.asking.bench import DIGESTS

    bundled = own and not _is_given(ctx, "corpus") and DIGESTS.is_dir()
    return DIGESTS if bundled else settings.required_corpus


def _is_given(ctx: typer.Context, flag: str) -> bool:
    source = ctx.get_parameter_source(flag)
    return source is not None and source.name == "COMMANDLINE"


def _keep(record: "Record", folder: Path) -> str:
    """Says where the run and its page are."""
    from eval.telling.page import write_page
    from eval.telling.records import write_record

    kept = write_record(record, folder)
    page = write_page(record, kept.with_suffix(".html"))
    return f"The run is kept in {kept}; its page is {page}."


def _tell(record: "Record", *, as_json: bool, worst: bool) -> None:
    from eval.telling.printing import console_for_tables, print_record, print_worst
    from eval.telling.records import to_json

    if as_json:
        print_json(to_json(record))
        return
    console = console_for_tables()
    print_record(console, record)
    if worst:
        print_worst(console, record.rows)


def _find_run(settings: "Settings", name: str) -> "Record":
    from eval.telling.records import read_record

    path = Path(name)
    kept = runs_folder(settings.data) / f"{name}.json"
    return read_record(kept if not path.exists() and kept.exists() else path)


def _two_runs_of(settings: "Settings") -> str:
    folder = runs_folder(settings.data)
    ids = sorted((path.stem for path in folder.glob("*.json")), reverse=True)
    newest = ", ".join(ids[:_LISTED]) + (" …" if len(ids) > _LISTED else "")
    held = f"newest first: {newest}" if ids else "none is there; rag eval makes one"
    return f"expected two runs, A and B, each a file or the id of a run in {folder} ({held})."


app.callback(invoke_without_command=True)(with_settings(evaluate))
app.command()(with_settings(compare))
app.command()(with_settings(check))
app.command()(with_settings(adding.add))
app.command()(freezing.freeze)
app.command()(meta)
app.command()(agreement)
