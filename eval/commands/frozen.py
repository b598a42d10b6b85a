"""`rag eval --frozen` and the sealing of sets: questions that nobody has looked into."""

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from eval.commands.measuring import tell
from eval.running.progress import watched
from eval.sets import opening
from eval.sets.sealed import Sealed, log, open_sealed, sealed_names
from eval.sets.sealed import seal as seal_set
from eval.sets.sealed import unseal as unseal_set
from rag.commands.streams import notice, print_json
from rag.errors import NothingIndexed, UnreadableFile

if TYPE_CHECKING:
    from eval.telling.records import Record
    from rag.settings import Settings

Why = Annotated[str, typer.Option(help="The reason, kept in the journal.")]


def measure_frozen(
    settings: "Settings", corpus: Path | None, data: Path | None, *, as_json: bool
) -> None:
    """Totals of every sealed set that the library can be asked; each opening is logged.

    Raises NothingIndexed where it can be asked none of them."""
    told: list[Record] = []
    for sealed in map(open_sealed, sealed_names()):
        try:
            record = _totals(sealed, settings, corpus, data)
        except NothingIndexed as error:
            notice(f"{sealed.name} was not opened: {error}")
            continue
        figures = {**record.figures, **record.consistency}
        rounded = {measure: round(figure.value, 3) for measure, figure in figures.items()}
        log(sealed.name, "opened", {"asked": record.set.questions, "figures": rounded})
        told.append(record)
        notice(_history(sealed))
        if not as_json:
            tell(record, as_json=False)
    if not told:
        raise NothingIndexed("No sealed set can be asked of this library: see the reasons above.")
    if as_json:
        from eval.telling.records import to_json

        print_json({"frozen": [to_json(record) for record in told]})


def seal(
    file: Annotated[Path, typer.Argument(metavar="FILE", help="A question set.")], *, why: Why
) -> None:
    """Seal a question set: from then on rag eval --frozen alone opens it."""
    name = seal_set(file, why)
    notice(f"{name} is sealed. Delete {file}, so that nobody looks into it.")


def freeze(
    file: Annotated[Path, typer.Argument(metavar="FILE", help="A set in eval/questions.")],
    *,
    why: Annotated[str, typer.Option(help="What was changed, and why.")],
) -> None:
    """Accept a question set as it now is. Earlier figures are not comparable any more."""
    opening.freeze(file, why)


def unseal(
    name: Annotated[str, typer.Argument(metavar="NAME", help="A sealed set.")], *, why: Why
) -> None:
    """Look into a sealed set: it is used up, and becomes one of our open sets."""
    path = unseal_set(name, opening.FOLDER, why)
    notice(f"{path} can be read now; {name} is used up, and every later run says so.")


def _totals(
    sealed: Sealed, settings: "Settings", corpus: Path | None, data: Path | None
) -> "Record":
    asked = opening.AskedQuestions(sealed.name, "frozen", sealed.questions, frozen=True)
    with watched(len(asked.questions)) as watch:
        from eval.asking.all_systems import Beside
        from eval.running.run import Plan, run

        beside = Beside(controls=False)
        record = run(Plan(asked, corpus, data, settings, beside), watch)
    if record.is_partial:
        raise UnreadableFile(
            f"The run over {sealed.name} was stopped: totals of a part are not told; run it again."
        )
    return replace(record, rows=(), gains={}, types={}, beside_by_type={})


def _history(sealed: Sealed) -> str:
    if sealed.used_up:
        return f"{sealed.name} is used up since {sealed.used_up} Its figures are of no unseen set."
    times = f"{sealed.openings} time{'s' * (sealed.openings != 1)}"
    return f"{sealed.name} was opened {times} before; nobody has looked into it."
