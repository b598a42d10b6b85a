"""`rag eval net`: what every question of every set comes to now, beside what it came to when that
was last looked at and accepted."""

from typing import TYPE_CHECKING, Annotated

import typer

from eval.running.progress import watched
from eval.sets.journals import append
from rag.commands.streams import notice, output, words

if TYPE_CHECKING:
    from rag.settings import Settings


def net(
    settings: "Settings",
    *,
    only: Annotated[
        list[str] | None,
        typer.Option("--library", metavar="NAME", help="digests, originals or documents; all."),
    ] = None,
    accept: Annotated[
        str | None, typer.Option(metavar="WHY", help="Keep what is found, for this reason.")
    ] = None,
) -> None:
    """Show every question that is answered otherwise than when the net was last accepted.

    One line a question: status, reason, the way that answered, cited units. Ends with status 1
    where something differs and no reason is given to accept it.
    """
    changed = _look(settings, only, keep=bool(accept))
    total = sum(changed.values())
    if not total:
        output().print("Every question is answered as before.")
    elif accept:
        from eval.net.casting import KEPT

        append(KEPT / "accepted.jsonl", {"why": accept, "changed": changed})
        notice(f"{total} lines are kept as they are now.")
    else:
        notice(f"{total} questions are answered otherwise; --accept WHY keeps that.", "yellow")
        raise typer.Exit(1)


def _look(settings: "Settings", only: list[str] | None, *, keep: bool) -> dict[str, int]:
    """How many are answered otherwise, by the name of the file that keeps them; all are printed."""
    changed: dict[str, int] = {}
    with watched(0) as watch:
        from eval.net.casting import NETTED, cast, differences, read_lines, write_lines

        for netted in (each for each in NETTED if not only or each.name in only):
            if not all(folder.is_dir() for folder in netted.folders):
                notice(f"The net over the {netted.name} was left out: the documents are not here.")
                continue
            for kept, lines in cast(netted, settings, watch).items():
                if found := differences(read_lines(kept), lines):
                    changed[kept.stem] = len(found)
                    _print(kept.stem, found)
                    if keep:
                        write_lines(kept, lines)
    return changed


def _print(name: str, found: list[tuple[str | None, str | None]]) -> None:
    output().print(words(f"\n{name}: {len(found)} questions are answered otherwise", "bold"))
    for before, after in found:
        output().print(words(f"- {before or 'not asked'}"))
        output().print(words(f"+ {after or 'not asked'}"))
