"""`rag eval`: asks a question set, and tells how well it was answered."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from eval.commands.kept import keep
from eval.running.progress import watched
from eval.sets.opening import OWN, open_set, quarter_of
from rag.commands.flags import Json
from rag.commands.streams import notice, print_json
from rag.errors import ModelUnavailable
from rag.run_files import runs_folder

if TYPE_CHECKING:
    from eval.running.run import Judge
    from eval.telling.records import Record
    from rag.settings import Settings

Part = Literal["development", "test", "all"]
INTERRUPTED = 130
"""Exit status that shells give for Ctrl-C."""


def evaluate(  # noqa: PLR0913  # flags
    settings: "Settings",
    ctx: typer.Context,
    *,
    set_: Annotated[Path | None, typer.Option(
        "--set", metavar="FILE",
        help="Questions as JSON lines; without it, our own over the bundled digests.")] = None,
    part: Annotated[Part, typer.Option(help="Which part of the set to ask.")] = "all",
    out: Annotated[Path | None, typer.Option(
        metavar="DIR", help="Where the run is kept; runs/ of the data folder.")] = None,
    fast: Annotated[bool, typer.Option(
        "--fast", help="A quarter of the questions, without LlamaIndex's defaults.")] = False,
    resume: Annotated[bool, typer.Option(
        "--resume", help="Go on with the run that was stopped.")] = False,
    frozen: Annotated[bool, typer.Option(
        "--frozen", help="Open the sealed sets; totals alone are told.")] = False,
    judge: Annotated[str | None, typer.Option(
        metavar="MODEL",
        help="A language model for a second opinion, openai-like:MODEL@URL; it gets all that is"
        " answered, and the units cited (key: RAG_LLM_API_KEY).")] = None,
    json: Json = False,
) -> None:  # fmt: skip
    """Measure how good the answers are.

    Asks those questions of a set whose documents are held, and beside the system a plain hybrid
    search, LlamaIndex's defaults and controls that cost no thought. Prints the figures and keeps
    the run as JSON and as a page. The library is made of the corpus in a temporary folder; with
    --data alone, the library there is measured as it is. Ctrl-C keeps what is measured.
    """
    if ctx.invoked_subcommand:
        return
    corpus, data = _find_library(ctx, settings, own=set_ is None and not frozen)
    if frozen:
        from eval.commands.frozen import measure_frozen

        if set_ or resume or judge or fast:
            raise typer.BadParameter("--frozen goes with --corpus, --data and --json alone.")
        measure_frozen(settings, corpus, data, as_json=json)
        return
    asked, kept_in = open_set(set_ or OWN, part), out or runs_folder(settings.data)
    asked = quarter_of(asked) if fast else asked
    try:
        with watched(len(asked.questions)) as watch:
            # Here, as they take seconds to load and the first word is said before.
            from eval.asking.all_systems import Beside
            from eval.asking.baselines import HYBRID
            from eval.running.run import Plan, run

            beside = Beside(baselines=(HYBRID,)) if fast else Beside()
            judge_all = _open_judge(judge)
            plan = Plan(asked, corpus, data, settings, beside, kept_in, resume, judge=judge_all)
            record = run(plan, watch)
    except KeyboardInterrupt:
        notice("Stopped before the first question was answered: nothing was measured.")
        raise typer.Exit(INTERRUPTED) from None
    where = keep(record, kept_in)
    tell(record, as_json=json)
    notice(where)
    _end(record)


def tell(record: "Record", *, as_json: bool) -> None:
    from eval.telling.printing import console_for_tables, print_record
    from eval.telling.records import to_json

    if as_json:
        print_json(to_json(record))
    else:
        print_record(console_for_tables(), record)


def _find_library(
    ctx: typer.Context, settings: "Settings", *, own: bool
) -> tuple[Path | None, Path | None]:
    """Corpus and data folder of a `Plan`, from the flags that were given; `own`: our own questions,
    which are over the bundled digests, whatever else is set. Raises BadSettings where no corpus is
    named."""
    from eval.asking.bench import DIGESTS

    sources = {flag: ctx.get_parameter_source(flag) for flag in ("corpus", "data")}
    given = {flag for flag, source in sources.items() if source and source.name == "COMMANDLINE"}
    data = settings.data if "data" in given else None
    if data and "corpus" not in given:
        return None, data
    if own and "corpus" not in given and DIGESTS.is_dir():
        return DIGESTS, None
    return settings.required_corpus, data


def _open_judge(model: str | None) -> "Judge | None":
    if model is None:
        return None
    from functools import partial

    from eval.judging.judge import open_judge
    from eval.judging.judging import judge_system
    from eval.proving import labelled

    judge = open_judge(model)
    notice(f"Every statement, with the units that it cites, goes to {judge.host}.")
    return partial(judge_system, judge, labelled.load_labelled())


def _end(record: "Record") -> None:
    """Raises what went wrong beside the measuring, when all is told and kept."""
    if record.judged and record.judged.stopped:
        raise ModelUnavailable(record.judged.stopped)
    if record.is_partial:
        asked = record.set
        notice(
            f"Stopped after {asked.questions} of {asked.planned} questions: the figures are of"
            " these alone. The same command with --resume goes on."
        )
        raise typer.Exit(INTERRUPTED)
