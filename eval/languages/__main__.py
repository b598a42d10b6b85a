"""`python -m eval.languages [--data DIR]`: the share of lines that are not read, by language."""

from time import perf_counter

from rich.console import Console
from rich.table import Table

from eval.asking.bench import default_corpus, open_bench
from eval.languages.lines import ENGLISH, FOREIGN, NO_QUESTIONS, load_lines, load_typed
from eval.programs import Folder, run_program
from rag.language.unread import Holds, why_unread

HALVES = ("develop", "held")


def main(*, data: Folder = None) -> None:
    """English should be 0, all else 1; over the library in DIR, or the bundled digests. `our
    questions and messages` have some 45 messages of danger in other languages."""
    table = Table("lines", "part", "n", "not read", "ms each")
    parts = [(name, half) for name in (ENGLISH, *FOREIGN, *NO_QUESTIONS) for half in HALVES]
    with open_bench(None if data else default_corpus(), data) as library:
        for name, half in parts:
            table.add_row(name, half, *_measured(load_lines(name)[half], library.lexical.holds))
        typed = list(dict.fromkeys(load_typed()))
        table.add_row("our questions and messages", "", *_measured(typed, library.lexical.holds))
    Console().print(table)


def _measured(lines: list[str], holds: Holds) -> tuple[str, str, str]:
    began = perf_counter()
    unread = sum(why_unread(line, holds) is not None for line in lines)
    spent = (perf_counter() - began) * 1000 / len(lines)
    return str(len(lines)), f"{unread / len(lines):.3f}", f"{spent:.2f}"


if __name__ == "__main__":
    run_program(main)
