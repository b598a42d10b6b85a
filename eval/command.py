"""`rag eval` and what stands under it: one app of all its commands."""

from pathlib import Path
from typing import Annotated

import typer

from eval.commands.comparing import check, compare
from eval.commands.frozen import freeze, seal, unseal
from eval.commands.measuring import evaluate
from eval.commands.nets import net
from eval.commands.sheets import sheet
from eval.sets import adding
from rag.commands.flags import with_settings

app = typer.Typer(
    name="eval", help="Measure how good the answers are.", add_completion=False,
    pretty_exceptions_enable=False,
)  # fmt: skip


def meta(
    *,
    bench: Annotated[Path | None, typer.Option(
        metavar="DIR", file_okay=False, help="Where the public sets are; ../shared/bench.")] = None,
    fast: Annotated[bool, typer.Option("--fast", help="A part that takes seconds.")] = False,
) -> None:  # fmt: skip
    """Compare the measures with what people judged, on public sets and on our labels."""
    from eval.proving.meta import tell
    from eval.proving.public_sets import BENCH

    tell(bench or BENCH, fast=fast)


def agreement() -> None:
    """Tell how our own labels agree, with each other and with our checks."""
    from eval.proving.meta import tell

    tell()


app.callback(invoke_without_command=True)(with_settings(evaluate))
app.command()(with_settings(compare))
app.command()(with_settings(check))
app.command()(with_settings(sheet))
app.command()(with_settings(net))
app.command()(with_settings(adding.add))
app.command()(freeze)
app.command()(seal)
app.command()(unseal)
app.command()(meta)
app.command()(agreement)
