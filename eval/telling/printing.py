"""A run, or the comparison of two, told in a terminal."""

import shutil

from rich.box import SIMPLE_HEAD
from rich.console import Console
from rich.table import Table as Printed

from eval.telling.comparing import Comparison, tell_changes
from eval.telling.records import Record
from eval.telling.report import about, sections_of
from eval.telling.tables import Section, Table, tell_compared
from rag.commands.streams import output, words

_WIDTH = 140
"""Columns of what goes to a file."""
_MOST_HEADS = 10
"""Columns of a table that fits a terminal; wider ones stand on the page."""


def console_for_tables() -> Console:
    """Standard output as wide as the terminal is, for tables; wide enough also for a file."""
    console = output()
    console.width = shutil.get_terminal_size((_WIDTH, 24)).columns
    return console


def print_record(console: Console, record: Record) -> None:
    told, *missing = about(record)
    console.print(words(told))
    for sentence in missing:
        console.print(words(sentence, "yellow"))
    for section in sections_of(record):
        if not section.for_page:
            print_section(console, section)


def print_section(console: Console, section: Section) -> None:
    console.print(words(f"\n{section.title}", "bold underline"))
    if section.remark:
        console.print(words(section.remark))
    for table in section.tables:
        if not table.folded and len(table.heads) <= _MOST_HEADS:
            _print_table(console, table)


def print_comparison(
    console: Console, comparison: Comparison, first: Record, second: Record
) -> None:
    console.print(f"{first.id} and then {second.id}, {first.set.questions} questions")
    for caution in comparison.cautions:
        console.print(words(caution, "yellow"))
    measures = {each.measure: each for each in comparison.measures}
    _print_table(console, tell_compared("Second less first", "First", "Second", measures))
    _print_table(console, tell_changes(comparison))


def _print_table(console: Console, table: Table) -> None:
    console.print(words(f"\n{table.caption}", "bold"))
    printed, figures = Printed(box=SIMPLE_HEAD), not table.prose
    for number, head in enumerate(table.heads):
        name = not number
        printed.add_column(
            head, no_wrap=name and figures, justify="left" if name or not figures else "right"
        )
    for row in table.rows:
        printed.add_row(*map(words, row))
    console.print(printed)
