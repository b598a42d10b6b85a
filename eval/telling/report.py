"""A run told to a person: figures with their intervals, types, controls, the worst questions."""

from collections.abc import Sequence
from typing import Any

from rich.console import Console
from rich.table import Table
from rich.text import Text

from eval.measuring.citations import FIRST_DOCUMENT, FIRST_UNIT, LABEL
from eval.measuring.coverage import ANY_GOLD, GOLD_RECALL, WORDS
from eval.measuring.figures import Figure, figures, group_by_type
from eval.measuring.headline import GROUNDED
from eval.measuring.measures import BY_NAME, MEASURES
from eval.measuring.refusal import MASKED, REASON, credit
from eval.measuring.rows import Row
from eval.measuring.scoring import Run

WORST = 20
BY_TYPE = (GROUNDED, GOLD_RECALL, ANY_GOLD, FIRST_DOCUMENT, FIRST_UNIT, LABEL, REASON, WORDS)

Json = dict[str, Any]


def to_json(run: Run) -> Json:
    """Figures of every system, ours first; `questions` has a row of ours for each."""
    ours, *others = run.rows
    types = group_by_type(run.rows[ours])
    return {
        "figures": _figures_json(run.rows[ours]),
        "types": {kind: _figures_json(group) for kind, group in types.items()},
        "controls": {name: _figures_json(run.rows[name]) for name in others},
        "questions": [_row_json(row) for row in run.rows[ours]],
    }


def print_run(console: Console, run: Run) -> None:
    ours = run.rows[next(iter(run.rows))]
    _print_figures(console, ours)
    _print_types(console, ours)
    if len(run.rows) > 1:
        _print_controls(console, run)


def print_worst(console: Console, run: Run) -> None:
    """The questions that lost most, with what was shown and what was missed."""
    lost = [row for row in run.rows[next(iter(run.rows))] if _gained(row) < 1]
    for row in sorted(lost, key=_gained)[:WORST]:
        _print_row(console, row)


def _gained(row: Row) -> float:
    """0 to 1: the least of what the question could win."""
    chances = (row.values[name] for name in (GOLD_RECALL, LABEL, REASON, MASKED))
    return min(credit(row), *(value for value in chances if value is not None), 1.0)


def _print_figures(console: Console, rows: Sequence[Row]) -> None:
    table = Table("measure", "value", "95 % interval", "n", title=f"{len(rows)} questions")
    for figure in figures(MEASURES, rows).values():
        low, high = figure.interval
        table.add_row(figure.name, f"{figure.value:.3f}", f"{low:.3f} - {high:.3f}", str(figure.n))
    console.print(table)


def _print_types(console: Console, rows: Sequence[Row]) -> None:
    table = Table("type", "n", *BY_TYPE, title="by type")
    for kind, group in group_by_type(rows).items():
        found = figures([BY_NAME[name] for name in BY_TYPE], group)
        table.add_row(kind, str(len(group)), *(_told(found.get(name)) for name in BY_TYPE))
    console.print(table)


def _print_controls(console: Console, run: Run) -> None:
    table = Table("measure", *run.rows, title="beside controls")
    found = {name: figures(MEASURES, rows) for name, rows in run.rows.items()}
    for measure in MEASURES:
        each = [found[name].get(measure.name) for name in run.rows]
        if any(each):
            table.add_row(measure.name, *map(_told, each))
    console.print(table)


def _print_row(console: Console, row: Row) -> None:
    console.print(Text(f"\n{row.question} {row.type}: {' / '.join(row.turns)}", "bold"))
    values = {"recall": row.values[GOLD_RECALL], "label": row.values[LABEL], "credit": credit(row)}
    marks = ", ".join(f"{name} {value:.2f}" for name, value in values.items() if value is not None)
    console.print(Text(f"  {marks}; {row.status} {row.reason or ''}, {row.words} words"))
    for n, shown in enumerate(row.shown, start=1):
        console.print(Text(f"  shown  [{n}] {shown.document}, {shown.label}: {shown.quote}"))
    for missed in row.missed:
        console.print(Text(f"  missed {missed}"))


def _told(figure: Figure | None) -> str:
    return "-" if figure is None else f"{figure.value:.3f}"


def _figures_json(rows: Sequence[Row]) -> Json:
    return {
        name: {"value": each.value, "interval": list(each.interval), "n": each.n}
        for name, each in figures(MEASURES, rows).items()
    }


def _row_json(row: Row) -> Json:
    return {
        "id": row.question,
        "type": row.type,
        "status": row.status,
        "reason": row.reason,
        "recall": row.values[GOLD_RECALL],
        "label": row.values[LABEL],
        "credit": credit(row),
        "words": row.words,
        "seconds": round(row.seconds, 4),
    }
