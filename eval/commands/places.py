"""Which library is measured, from the flags that were given."""

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import typer

if TYPE_CHECKING:
    from rag.settings import Settings


@dataclass(frozen=True, slots=True)
class Place:
    corpus: Path | None
    """Folder that the library is brought in line with; None: the library as it is."""
    data: Path | None
    """Folder of the library; None: made for this run and gone afterwards."""


def find_place(ctx: typer.Context, settings: "Settings", *, own: bool) -> Place:
    """`own`: our own questions, which are over the bundled digests, whatever else is set.

    Raises BadSettings where no corpus is named."""
    from eval.asking.bench import DIGESTS

    data = settings.data if _is_given(ctx, "data") else None
    if _is_given(ctx, "corpus"):
        return Place(settings.required_corpus, data)
    if data:
        return Place(None, data)
    return Place(DIGESTS if own and DIGESTS.is_dir() else settings.required_corpus, None)


def _is_given(ctx: typer.Context, flag: str) -> bool:
    source = ctx.get_parameter_source(flag)
    return source is not None and source.name == "COMMANDLINE"
