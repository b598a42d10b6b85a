"""Commands that packages beside `rag` bring along: found by name, loaded when one is asked for."""

import importlib
import importlib.util
from typing import TYPE_CHECKING

import typer
from typer.core import TyperGroup
from typer.main import get_command

if TYPE_CHECKING:
    from typer import _click

_BESIDE = {"eval": "eval.command"}
"""By command, the module whose `app` it is; it may be slow to run, but not to import."""


class Commands(TyperGroup):
    """The commands of `rag`, and after them those beside it that are installed."""

    def list_commands(self, ctx: "_click.Context") -> list[str]:
        return [*super().list_commands(ctx), *filter(_is_there, _BESIDE)]

    def get_command(self, ctx: "_click.Context", cmd_name: str) -> "_click.Command | None":
        if cmd_name in _BESIDE and _is_there(cmd_name):
            app: typer.Typer = importlib.import_module(_BESIDE[cmd_name]).app
            return get_command(app)
        return super().get_command(ctx, cmd_name)


def _is_there(name: str) -> bool:
    package = _BESIDE[name].partition(".")[0]
    return importlib.util.find_spec(package) is not None
