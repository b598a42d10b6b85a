"""An answer as a person reads it in a terminal: statements, then the numbered citations."""

from collections.abc import Iterable

from rich.console import Console
from rich.table import Table
from rich.text import Text

from rag.answer import Answer
from rag.commands.streams import words
from rag.quotes.citations.references import ADD_ORIGINAL, quoted, review_line, unit_line
from rag.telling.trace_lines import HEADING, trace_lines
from rag.types import Citation

_HEADINGS = {
    "partial": "The reviews answer part of this.",
    "refused": "No answer from the reviews.",
    "clarify": "One thing first.",
}


def print_answer(console: Console, answer: Answer) -> None:
    if answer.status in _HEADINGS:
        console.print(words(_HEADINGS[answer.status], "yellow"), end="\n\n")
    console.print(words(answer.text))
    if answer.citations:
        rows = ((f"[{each.n}]", _reference(each, answer.text)) for each in answer.citations)
        console.print(words(""), _hanging(rows), sep="")
    if any(each.provenance == "digest" for each in answer.citations):
        console.print(words(f"\n{ADD_ORIGINAL}", "yellow"))
    if answer.suggestions:
        console.print(words("\nYou could ask or do next:", "dim"))
        console.print(_hanging(("-", words(each)) for each in answer.suggestions))
    for trace in answer.traces:
        console.print(words(f"\n{HEADING}:", "dim"))
        lines = trace_lines(trace)
        console.print(_hanging(("-", words(f"{label}: {text}")) for label, text in lines))


def _reference(citation: Citation, shown: str) -> Text:
    """The quotation is left out where the answer itself has just shown it."""
    review = words(review_line(citation))
    if citation.provenance == "digest":
        review.append(" (digest)", "yellow")
    lines = [review, words(unit_line(citation), "cyan")]
    if citation.quote not in shown:
        lines.append(words(quoted(citation), "italic"))
    if citation.source_url:
        lines.append(words(citation.source_url, "dim"))
    return Text("\n").join(lines)


def _hanging(rows: Iterable[tuple[str, Text]]) -> Table:
    """Each text behind its mark, with the lines that it is wrapped to below each other."""
    table = Table.grid(padding=(0, 1))
    for mark, text in rows:
        table.add_row(words(mark, "bold"), text)
    return table
