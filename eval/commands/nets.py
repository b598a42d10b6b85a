"""`rag eval net`: what every question of every set comes to now, beside what it came to when that
was last looked at and accepted."""

import os
from collections.abc import Sequence
from typing import TYPE_CHECKING, Annotated

import typer

from eval.running.progress import Watch, watched
from eval.sets.sealed import append
from rag.commands.streams import notice, output, words

if TYPE_CHECKING:
    from eval.net.libraries import Netted
    from eval.net.lines import Difference, Line
    from rag.settings import Settings

_SHOWN = 60
"""Differences that are printed of a set; --all prints every one."""


def net(
    settings: "Settings",
    *,
    only: Annotated[
        list[str] | None,
        typer.Option("--library", metavar="NAME", help="digests, originals or documents; all."),
    ] = None,
    accept: Annotated[
        str | None,
        typer.Option(metavar="WHY", help="Keep what is found, for this reason."),
    ] = None,
    everything: Annotated[
        bool, typer.Option("--all", help="Print every difference, however many.")
    ] = False,
) -> None:
    """Show every question that is answered otherwise than when the net was last accepted.

    One line a question: status, reason, the way that answered, cited units. Ends with status 1
    where something differs and no reason is given to accept it.
    """
    changed: dict[str, int] = {}
    with watched(0) as watch:
        from eval.net.casting import KEPT
        from eval.net.libraries import NETTED

        for netted in (each for each in NETTED if not only or each.name in only):
            if not netted.is_there:
                notice(f"The net over the {netted.name} was left out: the documents are not here.")
                continue
            for name, found in _look(netted, settings, watch, accept=accept is not None).items():
                changed[name] = len(found)
                _print(name, found, len(found) if everything else _SHOWN)
    total = sum(changed.values())
    if accept and total:
        differing = {name: n for name, n in changed.items() if n}
        append(KEPT / "accepted.jsonl", {"why": accept, "changed": differing})
        notice(f"{total} lines are kept as they are now.")
    elif total:
        notice(f"{total} questions are answered otherwise; --accept WHY keeps that.", "yellow")
        raise typer.Exit(1)
    else:
        output().print("Every question is answered as before.")


def _look(
    netted: "Netted", settings: "Settings", watch: Watch, *, accept: bool
) -> dict[str, list["Difference"]]:
    """By set."""
    from eval.net.casting import cast, kept_file, questions_for
    from eval.net.libraries import open_netted
    from eval.net.lines import differences, read_lines, write_lines

    with open_netted(netted, settings, watch.preparing) as library:
        sets = questions_for(netted, library)
        total = sum(map(len, sets.values()))
        lines: dict[tuple[str, str], Line] = {}
        for name, line in cast(sets, library, settings, processes=os.cpu_count() or 1):
            lines[name, line.question] = line
            watch.asked(len(lines), total)
    found = {}
    for name, questions in sets.items():
        kept = kept_file(netted, name)
        ordered = {each.id: lines[name, each.id] for each in questions}
        found[kept.stem] = differences(read_lines(kept), ordered)
        if accept and found[kept.stem]:
            write_lines(kept, [*ordered.values()])
    return found


def _print(name: str, found: Sequence["Difference"], most: int) -> None:
    if found:
        output().print(words(f"\n{name}: {len(found)} questions are answered otherwise", "bold"))
    for each in found[:most]:
        output().print(words(each.question))
        for sign, line in (("-", each.before), ("+", each.after)):
            output().print(words(f"  {sign} {line.told() if line else 'not asked'}"))
    if len(found) > most:
        output().print(f"and {len(found) - most} more, which --all prints.")
