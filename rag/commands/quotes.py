"""`rag quote`: is this wording really in a review?"""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from rag.commands.flags import Json
from rag.commands.streams import notice, output, print_json
from rag.errors import EmptyQuestion, NothingIndexed

if TYPE_CHECKING:
    from rag.settings import Settings


def quote(
    settings: "Settings",
    given: Annotated[
        str,
        typer.Argument(
            metavar="TEXT_OR_FILE",
            help="The words, or a Word, PowerPoint, Markdown, text or PDF file that quotes some.",
        ),
    ],
    *,
    json: Json = False,
) -> None:
    """Check whether words, or all quotations of a file, really stand in a review."""
    from rag.commands.verdicts import print_verdicts
    from rag.interchange import of_quotes
    from rag.quotes.file_names import names_a_file
    from rag.quotes.look_up import look_up_all
    from rag.quotes.quotations import read_quotations
    from rag.wiring import open_library

    if not given.strip():
        raise EmptyQuestion(
            "There are no words to look up: expected a quotation or a file; type or name one."
        )
    file = Path(given) if _is_file(given) or names_a_file(given) else None
    quotes = read_quotations(file) if file else (given,)
    if file and not quotes:
        notice(f"{file.name}: no quotation of four words or more stands in it.", "yellow")
    with open_library(settings) as library:
        if not library.catalogue.records():
            raise NothingIndexed("The library is empty: run rag index before you check quotations.")
        verdicts = look_up_all(library, quotes)
    if json:
        print_json(of_quotes(verdicts))
    else:
        print_verdicts(output(), verdicts)


def _is_file(given: str) -> bool:
    try:
        return Path(given).is_file()
    except (OSError, ValueError):  # too long, or with signs that no path has
        return False
