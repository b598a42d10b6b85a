"""What became of each quotation, as a person reads it in a terminal."""

from collections import Counter
from collections.abc import Sequence

from rich.console import Console
from rich.padding import Padding
from rich.text import Text

from rag.commands.streams import words
from rag.quotes.citations.references import review_line, unit_line
from rag.quotes.differences import Difference
from rag.quotes.look_up import QuoteVerdict, Verdict
from rag.types import Citation

_VERDICTS: dict[Verdict, tuple[str, str]] = {
    "exact": ("These words stand in the review, character for character.", "green"),
    "layout": ("These words stand in the review; only the layout differs.", "green"),
    "altered": ("Not as quoted: the review says it differently.", "yellow"),
    "absent": ("Not found in any review of this library.", "red"),
}
_SHORT: dict[Verdict, str] = {
    "exact": "exact", "layout": "exact apart from layout", "altered": "altered",
    "absent": "not found",
}  # fmt: skip


def print_verdicts(console: Console, verdicts: Sequence[QuoteVerdict]) -> None:
    """The verdict first; a summary behind several."""
    for verdict in verdicts:
        sentence, style = _VERDICTS[verdict.match]
        console.print(words(sentence, style))
        if len(verdicts) > 1:
            console.print(_indented(words(_line(verdict.given), "dim")))
        for difference in verdict.differences:
            console.print(_indented(_marked(difference)))
        if verdict.citation:
            console.print(_indented(_place(verdict, verdict.citation)))
        if len(verdicts) > 1:
            console.print()
    if len(verdicts) > 1:
        console.print(words(_summary(verdicts), "bold"))


def _marked(difference: Difference) -> Text:
    given, source = words(_line(difference.given), "red"), words(_line(difference.source), "green")
    match difference.op:
        case "changed":
            return Text.assemble("you have “", given, "”, the review has “", source, "”")
        case "inserted":
            return Text.assemble("you have “", given, "”, which the review has not")
        case "deleted":
            return Text.assemble("you leave out “", source, "”")


def _place(verdict: QuoteVerdict, citation: Citation) -> Text:
    shown = Text()
    if verdict.match in ("layout", "altered"):
        shown.append_text(words(f"“{citation.quote}”\n", "italic"))
    shown.append_text(words(f"({review_line(citation)}, {unit_line(citation)})", "cyan"))
    for other in verdict.also:
        shown.append_text(words(f"\nalso: {review_line(other)}, {unit_line(other)}", "dim"))
    return shown


def _indented(text: Text) -> Padding:
    return Padding(text, (0, 0, 0, 2), expand=False)


def _line(text: str) -> str:
    return " ".join(text.split())


def _summary(verdicts: Sequence[QuoteVerdict]) -> str:
    counts = Counter(verdict.match for verdict in verdicts)
    parts = (f"{counts[match]} {name}" for match, name in _SHORT.items() if counts[match])
    return f"{len(verdicts)} quotations: {', '.join(parts)}."
