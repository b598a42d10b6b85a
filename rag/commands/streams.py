"""Standard output for what was asked for, standard error for everything said beside it."""

import json
import re
import sys
from typing import Any, TextIO

import typer
from rich.console import Console
from rich.text import Text

from rag.errors import RagError

_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f]")


def speak_utf8() -> None:
    """Both streams in UTF-8, also where the console's code page is another (Windows).

    A half character, which only a file name can hold, is written as the escape that JSON reads.
    """
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")


def output() -> Console:
    """For a person: text is never taken for markup, and never wider than is good to read."""
    return _console(sys.stdout)


def notices() -> Console:
    return _console(sys.stderr)


def notice(text: str, style: str = "") -> None:
    """One line on standard error, however long it is."""
    notices().print(words(text, style), soft_wrap=True)


def print_json(value: dict[str, Any], *, indent: int | None = 2) -> None:
    """`indent=None` prints one line."""
    typer.echo(json.dumps(value, ensure_ascii=False, indent=indent))


def fail(error: RagError) -> int:
    """The exit status, after the one sentence on standard error."""
    notice(f"rag: {error}", "red")
    return 1


def words(text: str, style: str = "") -> Text:
    """Text that others wrote, without the control characters by which it could steer the
    terminal."""
    return Text(_CONTROL.sub("", text), style=style)


def _console(stream: TextIO) -> Console:
    console = Console(file=stream, markup=False, highlight=False, emoji=False)
    console.width = min(console.width, 110)
    return console
