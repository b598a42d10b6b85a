"""Flags that several programs of the evaluation take."""

from pathlib import Path
from typing import Annotated

import typer

Folder = Annotated[Path | None, typer.Option(metavar="DIR", file_okay=False)]
