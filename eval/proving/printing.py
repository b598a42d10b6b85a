"""Figures of the meta-evaluation, told in a terminal beside what they are pinned to."""

import sys
from collections.abc import Sequence

import typer
from rich.console import Console
from rich.table import Table

from eval.proving.agreements import Agreement, holds, load_pins

PAGE_WIDTH = 160
"""Columns of a table that goes to a file."""


def console_for_agreements() -> Console:
    return Console(width=None if sys.stdout.isatty() else PAGE_WIDTH)


def print_agreements(console: Console, found: Sequence[Agreement]) -> None:
    pins = load_pins()
    table = Table("figure", "n", "value", "95 % interval", "pinned", "beside")
    for each in found:
        pin = pins.get(each.name)
        table.add_row(
            each.name,
            str(each.n),
            f"{each.value:.3f}",
            f"{each.interval[0]:.3f} to {each.interval[1]:.3f}" if each.interval else "",
            f"{pin.value:.3f} ± {pin.tolerance:g}" if pin else "not pinned",
            pin.beside if pin else "",
        )
    console.print(table)


def find_moved(found: Sequence[Agreement]) -> list[str]:
    """Names of figures that are not as pinned, or not pinned at all."""
    pins = load_pins()
    return [
        each.name for each in found if each.name not in pins or not holds(each, pins[each.name])
    ]


def tell_moved(found: Sequence[Agreement]) -> None:
    """Ends the command with 1 where a figure moved."""
    if moved := find_moved(found):
        Console(stderr=True).print(f"Not as pinned: {'; '.join(moved)}.", markup=False)
        raise typer.Exit(1)
