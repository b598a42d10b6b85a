"""`rag eval net`: what every question of every set comes to now, beside what it came to when that
was last looked at and accepted."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Annotated

import typer

from eval.running.progress import watched
from eval.sets.sealed import append
from rag.commands.streams import notice, output, words
from rag.errors import NothingIndexed

if TYPE_CHECKING:
    from eval.net.casting import Netted
    from rag.settings import Settings


def net(
    settings: "Settings",
    *,
    only: Annotated[list[str] | None, typer.Option(
        "--library", metavar="NAME", help="digests, originals or documents; all.")] = None,
    accept: Annotated[str | None, typer.Option(
        metavar="WHY", help="Keep what is found, for this reason.")] = None,
) -> None:  # fmt: skip
    """Show every question that is answered otherwise than when the net was last accepted.

    One line a question: status, reason, the way that answered, cited units. Ends with status 1
    where something differs and no reason is given to accept it.
    """
    changed: dict[str, int] = {}
    with watched(0) as watch:
        from eval.net import casting

        for netted in _choose(casting.NETTED, only):
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


def _choose(nets: "Sequence[Netted]", only: Sequence[str] | None) -> "list[Netted]":
    """Those that are asked for and whose documents are here. Raises NothingIndexed for none."""
    names = [net.name for net in nets]
    if unknown := set(only or ()) - {*names}:
        found = " or ".join(sorted(unknown))
        raise typer.BadParameter(f"There is no net over {found}: expected {', '.join(names)}.")
    here = [net for net in nets if all(folder.is_dir() for folder in net.folders)]
    for net in nets:
        if net not in here:
            notice(f"The net over the {net.name} was left out: the documents are not here.")
    chosen = [net for net in here if not only or net.name in only]
    if not chosen:
        raise NothingIndexed("No question was asked: the documents of no net are here.")
    return chosen


def _print(name: str, found: list[tuple[str | None, str | None]]) -> None:
    output().print(words(f"\n{name}: {len(found)} questions are answered otherwise", "bold"))
    for before, after in found:
        output().print(words(f"- {before or 'not asked'}"))
        output().print(words(f"+ {after or 'not asked'}"))
