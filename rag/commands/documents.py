"""`rag list`, `rag show` and `rag remove`: what the library holds."""

from typing import TYPE_CHECKING, Annotated

import typer
from rich.console import RenderableType

from rag.commands.flags import Json
from rag.commands.streams import notice, output, print_json, words

if TYPE_CHECKING:
    from rag.settings import Settings

_EMPTY = "The library is empty: run rag index to read the corpus folder into it."
_STAYS = (
    "{file} stays in the corpus folder, and the next rag index reads it again: delete it there."
)


def list_documents(settings: "Settings", *, json: Json = False) -> None:
    """List the documents in the library."""
    from rag.commands.trees import card_table
    from rag.interchange import of_card
    from rag.wiring import open_library

    with open_library(settings) as library:
        cards = library.catalogue.cards()
    if json:
        print_json({"documents": [of_card(card) for card in cards]})
    elif cards:
        output().print(card_table(cards))
    else:
        notice(_EMPTY)


def show(
    settings: "Settings",
    address: Annotated[
        str, typer.Argument(metavar="ID[#UNIT]", help="As rag list and rag outline print them.")
    ],
    *,
    json: Json = False,
) -> None:
    """Show a document, or one unit of it."""
    from rag.commands.trees import outline_tree, unit_text
    from rag.interchange import of_document, of_unit
    from rag.wiring import open_library

    id_, hash_, unit_id = address.partition("#")
    with open_library(settings) as library:
        catalogue = library.catalogue
        if hash_:
            unit = catalogue.unit(id_, unit_id)
            shown: RenderableType = unit_text(unit)
            as_json = of_unit(unit)
        else:
            document = catalogue.document(id_)
            shown = outline_tree(document)
            as_json = of_document(document, catalogue.card(id_))
    if json:
        print_json(as_json)
    else:
        output().print(shown)


def remove(
    settings: "Settings",
    id_: Annotated[str, typer.Argument(metavar="ID", help="As rag list prints it.")],
    *,
    json: Json = False,
) -> None:
    """Take a document out of the library; a file in the corpus folder stays there."""
    from rag.index.indexing import remove as withdraw
    from rag.interchange import of_card
    from rag.wiring import open_library

    with open_library(settings) as library:
        card = withdraw(library, id_)
    if json:
        print_json({"removed": of_card(card)})
    else:
        output().print(words(f"Removed {id_}: {card.record.title}"))
    if card.location.origin == "corpus":
        notice(_STAYS.format(file=card.record.file), "yellow")
