"""Passages found, as a person reads them in a terminal."""

from collections.abc import Iterable

from rich.console import Console
from rich.padding import Padding
from rich.text import Text

from rag.commands.streams import words
from rag.types import Hit, Unit


def print_hits(console: Console, found: Iterable[tuple[Hit, Unit]]) -> None:
    for rank, (hit, unit) in enumerate(found, start=1):
        address = f"{hit.passage.document}#{unit.id}"
        console.print(
            Text.assemble(
                (f"{rank:>2} ", "bold"),
                words(" › ".join([*unit.path, unit.label]), "cyan"),
                words(f"  {address}  {hit.score:.3f}", "dim"),
            )
        )
        console.print(Padding(words(hit.passage.text), (0, 0, 1, 3), expand=False))
