"""`rag outline FILE`: one file's structure, without indexing it."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from rag.commands.flags import Json
from rag.commands.streams import notice, output, print_json
from rag.documents.suffixes import read_kinds

if TYPE_CHECKING:
    from rag.settings import Settings


def outline(
    settings: "Settings",
    file: Annotated[Path, typer.Argument(metavar="FILE", help=f"{read_kinds()}.")],
    *,
    json: Json = False,
) -> None:
    """Show the units of one file, without indexing it.

    What the corpus folder's register says of the file stands above what it says of itself.
    """
    from rag.commands.trees import outline_tree
    from rag.documents.document import read_document
    from rag.index.passages import NOTHING_TO_FIND, cut_passages
    from rag.interchange import of_outline
    from rag.wiring import open_register

    document = read_document(file, open_register(settings))
    passages = len(cut_passages(document))
    for warning in (*document.source.warnings, *(() if passages else (NOTHING_TO_FIND,))):
        notice(f"{file.name}: {warning}", "yellow")
    if json:
        print_json(of_outline(document, passages=passages))
    else:
        output().print(outline_tree(document))
