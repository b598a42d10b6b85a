"""`python -m eval.samples`: real answers to questions of every kind, as a page to be read."""

from pathlib import Path
from typing import Annotated

import typer

from eval.asking.bench import ROOT, default_corpus, open_bench
from eval.flags import Folder
from rag.answers.references import review_line, unit_line
from rag.assistant import ask
from rag.errors import RagError
from rag.types import Answer, Citation

CONVERSATIONS = Path(__file__).parent / "questions" / "samples.txt"
PAGE = ROOT / "samples.md"


def main(
    *,
    corpus: Folder = None,
    data: Folder = None,
    out: Annotated[Path, typer.Option(metavar="FILE", dir_okay=False)] = PAGE,
) -> None:
    """Ask the conversations of eval/questions/samples.txt and write the answers as Markdown.

    The library is made of the originals beside the project where they are, else of the digests.
    """
    try:
        with open_bench(corpus or default_corpus(), data) as library:
            answers = [(turns, ask(library, turns)) for turns in load_conversations()]
    except RagError as error:
        typer.echo(str(error), err=True)
        raise typer.Exit(1) from error
    page = "\n\n".join(_section(n, *each) for n, each in enumerate(answers, start=1))
    out.write_text(f"# Sample answers\n\n{page}\n", encoding="utf-8")
    typer.echo(f"{len(answers)} answers written to {out}")


def load_conversations() -> list[tuple[str, ...]]:
    lines = CONVERSATIONS.read_text(encoding="utf-8").splitlines()
    return [tuple(line.split(" / ")) for line in lines if line and not line.startswith("#")]


def _section(n: int, turns: tuple[str, ...], answer: Answer) -> str:
    status = " ".join(part for part in (answer.status, answer.reason) if part)
    lines = [f"## {n}. {' → '.join(turns)}", f"*{status}, {_length(answer)}*", answer.text]
    lines += ["\n".join(map(_reference, answer.citations))] if answer.citations else []
    lines += ["\n".join(f"- {each}" for each in answer.suggestions)] if answer.suggestions else []
    return "\n\n".join(lines)


def _length(answer: Answer) -> str:
    """The words of a digest are no quotation of the review."""
    shown = {"quoted words": 0, "words of digests": 0}
    for citation in answer.citations:
        kind = "words of digests" if citation.provenance == "digest" else "quoted words"
        shown[kind] += len(citation.quote.split())
    told = [f"{count} {kind}" for kind, count in shown.items() if count]
    return ", ".join(told) or "no words of a document"


def _reference(citation: Citation) -> str:
    return f"    [{citation.n}] {review_line(citation)}: {unit_line(citation)}"


if __name__ == "__main__":
    typer.run(main)
