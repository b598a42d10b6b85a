"""`rag eval net`: what every question of every set comes to now, beside what it came to when that
was last looked at and accepted."""

from typing import TYPE_CHECKING, Annotated

import typer

from eval.running.progress import watched
from eval.sets.sealed import append
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
    changed: dict[str, int] = {}
    with watched(0) as watch:
        from eval.net import casting

        for netted in casting.NETTED:
            if only and netted.name not in only:
                continue
            if not all(folder.is_dir() for folder in netted.folders):
                notice(f"The net over the {netted.name} was left out: the documents are not here.")
                continue
            for kept, lines in casting.cast(netted, settings, watch).items():
                if found := casting.differences(casting.read_lines(kept), lines):
                    changed[kept.stem] = len(found)
                    _print(kept.stem, found)
                    if accept:
                        casting.write_lines(kept, lines)
    total = sum(changed.values())
    if not total:
        output().print("Every question is answered as before.")
    elif accept:
        append(casting.KEPT / "accepted.jsonl", {"why": accept, "changed": changed})
        notice(f"{total} lines are kept as they are now.")
    else:
        notice(f"{total} questions are answered otherwise; --accept WHY keeps that.", "yellow")
        raise typer.Exit(1)


def _print(name: str, found: list[tuple[str | None, str | None]]) -> None:
    output().print(words(f"\n{name}: {len(found)} questions are answered otherwise", "bold"))
    for before, after in found:
        output().print(words(f"- {before or 'not asked'}"))
        output().print(words(f"+ {after or 'not asked'}"))
