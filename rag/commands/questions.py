"""`rag search` and `rag ask`: passages and answers."""

from typing import TYPE_CHECKING, Annotated

import typer

from rag.commands.flags import Json
from rag.commands.streams import output, print_json
from rag.errors import EmptyQuestion, NothingIndexed

if TYPE_CHECKING:
    from rag.settings import Settings


def search(
    settings: "Settings",
    question: Annotated[str, typer.Argument(metavar="QUESTION")],
    *,
    k: Annotated[int, typer.Option("-k", metavar="N", min=1, help="How many passages.")] = 10,
    json: Json = False,
) -> None:
    """Find the passages nearest to a question, best first."""
    from rag.commands.hits import print_hits
    from rag.index.retrieval import search as find
    from rag.interchange import of_hit
    from rag.safety.masking import mask
    from rag.wiring import open_library

    if not question.strip():
        raise EmptyQuestion("The question is empty: expected some words to search for; type them.")
    question = mask(question)
    with open_library(settings) as library:
        if not library.catalogue.records():
            raise NothingIndexed("The library is empty: run rag index before you search it.")
        hits = find(library, question, k=k)
        units = [library.catalogue.unit(h.passage.document, h.passage.unit) for h in hits]
    found = [*zip(hits, units, strict=True)]
    if json:
        rows = [of_hit(rank, hit, unit) for rank, (hit, unit) in enumerate(found, start=1)]
        print_json({"question": question, "hits": rows})
    else:
        print_hits(output(), found)


def ask(
    settings: "Settings",
    turns: Annotated[
        list[str] | None,
        typer.Argument(metavar="TURN...", help="The conversation; its last turn is answered."),
    ] = None,
    *,
    batch: Annotated[
        typer.FileBinaryRead | None,
        typer.Option(
            metavar="FILE",
            help='Lines {"id": .., "turns": [..]}, - for standard input; prints JSON lines.',
        ),
    ] = None,
    explain: Annotated[
        bool, typer.Option("--explain", help="Tell how the question was read.")
    ] = False,
    json: Json = False,
) -> None:
    """Ask a question; every claim of the answer is cited."""
    if bool(turns) == bool(batch):
        raise typer.BadParameter("expected a question, or --batch FILE, and not both.")
    from rag.assistant import ask as answer_last
    from rag.commands.answers import print_answer
    from rag.commands.batch import answer_lines
    from rag.interchange import of_answer
    from rag.wiring import load_models, open_library

    with open_library(settings) as library:
        if batch:
            if not library.catalogue.records():
                raise NothingIndexed("The library is empty: run rag index before you ask it.")
            load_models(library)
            for line in answer_lines(library, batch, explain=explain):
                print_json(line, indent=None)
            return
        answer = answer_last(library, turns or [], explain=explain)
    if json:
        print_json(of_answer(answer))
    else:
        print_answer(output(), answer)
