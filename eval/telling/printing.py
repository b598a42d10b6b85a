"""A run, or the comparison of two, told in a terminal."""

import shutil
from collections.abc import Sequence

from rich.box import SIMPLE_HEAD
from rich.console import Console
from rich.table import Table

from eval.measuring.headline import GROUNDED
from eval.measuring.refusal import REFUSED
from eval.measuring.rows import Row
from eval.telling import hybrid, read, wordings
from eval.telling.compared import Compared
from eval.telling.comparing import Comparison
from eval.telling.judgements import print_judged
from eval.telling.records import Other, Record
from eval.telling.tables import (
    group_by_family,
    show_interval,
    show_p,
    show_type,
    show_value,
    tell_what_is_missing,
)
from eval.telling.worst import gain, tell, worst
from rag.commands.streams import output, words

_SYSTEMS = 5
"""Beside each other in one table, so that it fits a terminal."""
_WIDTH = 140
"""Columns of what goes to a file."""
_CHANGED = 40
"""Changed questions that are printed; the JSON has all."""


def console_for_tables() -> Console:
    """Standard output as wide as the terminal is, for tables; wide enough also for a file."""
    console = output()
    console.width = shutil.get_terminal_size((_WIDTH, 24)).columns
    return console


def print_record(console: Console, record: Record) -> None:
    _print_headline(console, record)
    for family, measures in group_by_family(record).items():
        table = _table(family, "measure", "figure", "95 % interval", "n")
        for measure in measures:
            figure = record.figures[measure.name]
            interval = show_interval(figure)
            table.add_row(measure.name, show_value(figure.value), interval, f"{figure.n}")
        console.print(table)
    _print_hybrid(console, record)
    _print_wordings(console, record)
    print_readings(console, record)
    _print_types(console, record)
    _print_headlines(console, record)
    _print_beside(console, record)
    if record.judged:
        print_judged(console, record.judged)


def print_readings(console: Console, record: Record) -> None:
    if record.readings:
        _print_rows(console, "answers read", read.HEADS, read.rows(record))
        console.print(read.agreement(record))


def print_worst(console: Console, rows: Sequence[Row]) -> None:
    for row in worst(rows):
        console.print(words(f"\n{row.question} {row.type}: {' / '.join(row.turns)}", "bold"))
        console.print(words(f"  {gain(row):.2f} of 1; {tell(row)}, {row.words} words"))
        for each in row.shown:
            console.print(words(f"  shown  {each.document}, {each.label}: {each.quote}"))
        for missed in row.missed:
            console.print(words(f"  missed {missed}"))


def print_comparison(
    console: Console, comparison: Comparison, first: Record, second: Record
) -> None:
    console.print(f"{first.id} and then {second.id}, {first.set.questions} questions")
    for caution in comparison.cautions:
        console.print(words(caution, "yellow"))
    heads = ("measure", "first", "second", "difference", "95 % interval", "p (Holm)")
    table = _table("", *heads, "won/tied/lost", "n")
    for each in comparison.measures:
        table.add_row(*_compared_cells(each))
    console.print(table)
    console.print(f"{len(comparison.changed)} questions were answered otherwise.")
    for change in comparison.changed[:_CHANGED]:
        told = change.told[0] if len({*change.told}) == 1 else " -> ".join(change.told)
        values = " -> ".join(
            "–" if v is None else f"{v:.2f}" for v in (change.first, change.second)
        )
        asked = " / ".join(change.turns)
        console.print(words(f"  {change.question}  {values}  {told}: {asked}"))
    if len(comparison.changed) > _CHANGED:
        console.print(f"  and {len(comparison.changed) - _CHANGED} more, which --json prints.")


def _print_headline(console: Console, record: Record) -> None:
    asked = record.set
    part = "" if asked.part == "all" else f", {asked.part} part"
    console.print(
        words(f"{asked.questions} questions of {asked.name}{part}, {record.corpus['documents']} "
              f"documents, {record.seconds:.0f} s")
    )  # fmt: skip
    for sentence in tell_what_is_missing(record):
        console.print(words(sentence, "yellow"))
    figure = record.figures.get(record.headline)
    if figure:
        told = f"{record.headline}: {figure.value:.3f} ({show_interval(figure)})"
        console.print(words(told, "bold"))
    else:
        console.print(f"{record.headline}: needs answerable questions and unanswerable ones.")


def _print_hybrid(console: Console, record: Record) -> None:
    if record.beside_hybrid:
        _print_rows(console, "beside a plain hybrid", ("measure", *hybrid.HEADS),
                    [*hybrid.rows(record), *hybrid.rows_by_type(record)])  # fmt: skip


def _print_wordings(console: Console, record: Record) -> None:
    if not record.consistency:
        return
    heads = ("figure", "value", "95 % interval", "intents")
    _print_rows(console, "consistency over wordings", heads, wordings.rows(record))
    for intent in wordings.worst(record):
        cells = [wordings.wording_cells(row) for row in intent.rows]
        title = f"{intent.name}, {show_type(intent.type)}"
        _print_rows(console, title, ("wording", "status", "recall", "shown first"), cells)


def _print_rows(
    console: Console, title: str, heads: Sequence[str], rows: Sequence[Sequence[str]]
) -> None:
    table = _table(title, *heads)
    for row in rows:
        table.add_row(*(words(cell) for cell in row))
    console.print(table)


def _print_types(console: Console, record: Record) -> None:
    """How well those with an answer were answered, and how often the others were refused."""
    for measure in (GROUNDED, REFUSED):
        table = _table("by type", "type", measure, "95 % interval", "n")
        for kind, figures in record.types.items():
            figure = figures.get(measure)
            if figure:
                told = show_value(figure.value), show_interval(figure), f"{figure.n}"
                table.add_row(show_type(kind), *told)
        if table.row_count:
            console.print(table)


def _print_headlines(console: Console, record: Record) -> None:
    if not record.others:
        return
    heads = ("system", "kind", "score", "95 % interval", "ours less it", "95 % interval")
    table = _table(record.headline, *heads, "p (Holm)")
    for other in record.others:
        table.add_row(*_other_cells(other, record.headline))
    console.print(table)


def _other_cells(other: Other, headline: str) -> tuple[str, ...]:
    figure, difference = other.figures.get(headline), other.headline
    told = (show_value(figure.value), show_interval(figure)) if figure else ("–", "–")
    if difference is None:
        return (other.name, other.kind, *told, "–", "–", "–")
    low, high = difference.interval
    gap = (f"{difference.value:+.3f}", f"{low:+.3f} to {high:+.3f}", show_p(difference.p))
    return (other.name, other.kind, *told, *gap)


def _print_beside(console: Console, record: Record) -> None:
    for start in range(0, len(record.others), _SYSTEMS):
        shown = record.others[start : start + _SYSTEMS]
        table = _table("", "measure", "ours", *(other.name for other in shown))
        for measure in record.measures:
            figures = [record.figures.get(measure.name)]
            figures += [other.figures.get(measure.name) for other in shown]
            if any(figures):
                values = (show_value(figure.value if figure else None) for figure in figures)
                table.add_row(measure.name, *values)
        console.print(table)


def _compared_cells(each: Compared) -> tuple[str, ...]:
    difference = each.difference
    low, high = difference.interval
    score = f"{difference.wins}/{difference.ties}/{difference.losses}"
    return (
        each.measure,
        show_value(each.first),
        show_value(each.second),
        f"{difference.value:+.3f}",
        f"{low:+.3f} to {high:+.3f}",
        show_p(difference.p),
        score if any((difference.wins, difference.ties, difference.losses)) else "–",
        f"{each.n}",
    )


def _table(title: str, *heads: str) -> Table:
    table = Table(title=title or None, title_justify="left", box=SIMPLE_HEAD, title_style="bold")
    for number, head in enumerate(heads):
        table.add_column(head, no_wrap=not number, justify="right" if number else "left")
    return table
