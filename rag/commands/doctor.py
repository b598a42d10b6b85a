"""`rag doctor`: what is installed, where data lives, and whether all of it works."""

from typing import TYPE_CHECKING

import typer

from rag.commands.flags import Json
from rag.commands.streams import notices, output, print_json, words

if TYPE_CHECKING:
    from rag.health import Health
    from rag.settings import Settings

_SIGNS = {"fine": ("ok", "green"), "note": ("note", "yellow"), "broken": ("broken", "red")}


def doctor(settings: "Settings", *, json: Json = False) -> None:
    """Check the installation, the models and the index; exit 1 where something is broken."""
    from rag.health import examine
    from rag.interchange import of_health

    with notices().status("Loading the models to see that they work"):
        health = examine(settings)
    if json:
        print_json(of_health(health))
    else:
        _print(health)
    if not health.is_sound:
        raise typer.Exit(1)


def _print(health: "Health") -> None:
    from rich.table import Table
    from rich.text import Text

    table = Table(box=None, show_header=False, padding=(0, 2, 0, 0))
    for check in health.checks:
        sign, colour = _SIGNS[check.state]
        found = words(check.found)
        if check.advice:
            found = Text.assemble(found, "\n", words(check.advice, "dim"))
        table.add_row(words(sign, colour), words(check.subject), found)
    versions = [f"{name} {version}" for name, version in health.versions.items() if version]
    table.add_row("", "versions", words(", ".join(versions), "dim"))
    output().print(table)
