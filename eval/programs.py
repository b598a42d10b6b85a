"""What the programs of the evaluation, `python -m eval....`, have in common."""

import sys
from collections.abc import Callable
from pathlib import Path
from typing import Annotated

import typer

from rag.commands.streams import fail, speak_utf8
from rag.errors import RagError

Folder = Annotated[Path | None, typer.Option(metavar="DIR", file_okay=False, exists=True)]


def run_program(program: Callable[..., None]) -> None:
    """With the flags typed; an error reaches the person as one sentence, as in `rag`."""
    speak_utf8()
    try:
        typer.run(program)
    except RagError as error:
        sys.exit(fail(error))
