"""Ours beside everything else that was asked the same questions."""

from collections.abc import Iterable
from functools import partial

from eval.telling.drawings import draw_bars
from eval.telling.paired import Compared
from eval.telling.records import Record
from eval.telling.tables import (
    DIFFERENCE,
    FIGURE,
    Section,
    Table,
    difference_cells,
    figure_cells,
    show_type,
    show_value,
)


def tell_compared(
    caption: str, first: str, second: str, compared: Iterable[tuple[str, Compared]]
) -> Table:
    """Two systems, or two runs, by name of what is compared."""
    heads = ("Measure", first, second, *DIFFERENCE, "Won/tied/lost", "n")
    rows = [(name, *_compared_cells(each)) for name, each in compared]
    return Table(caption, heads, rows)


def _compared_cells(each: Compared) -> tuple[str, ...]:
    counts = (each.difference.wins, each.difference.ties, each.difference.losses)
    score = "/".join(map(str, counts)) if any(counts) else "–"
    values = show_value(each.first), show_value(each.second)
    return (*values, *difference_cells(each.difference), score, f"{each.n}")


def beside_hybrid(record: Record) -> Section:
    """A plain hybrid search over the same documents."""
    title = "Beside a plain hybrid search"
    overall = [(each.measure, each) for each in record.beside_hybrid]
    by_type = [
        (f"{show_type(kind)}: {each.measure}", each)
        for kind, compared in record.beside_by_type.items()
        for each in compared
    ]
    tables = [
        tell_compared(title, "Plain hybrid", "Ours", overall),
        tell_compared(f"{title}, by type of question", "Plain hybrid", "Ours", by_type),
    ]
    return Section("Beside a plain hybrid", "", [table for table in tables if table.rows])


def beside_others(record: Record) -> Section:
    """Everything else that was asked the same."""
    title = "Beside controls and ablations"
    if not record.others:
        return Section(title, "Nothing else was asked in this run.")
    systems = {"this system": record.figures} | {o.name: o.figures for o in record.others}
    found = {name: figures.get(record.headline) for name, figures in systems.items()}
    told = {name: figure for name, figure in found.items() if figure}
    rows = [("this system", "–", *figure_cells(found["this system"]), *difference_cells(None))]
    rows += [
        (o.name, o.kind, *figure_cells(found[o.name]), *difference_cells(o.headline))
        for o in record.others
    ]
    every = [
        (measure.name, *(figure_cells(figure)[0] for figure in figures))
        for measure in record.measures
        if any(figures := [each.get(measure.name) for each in systems.values()])
    ]
    heads = ("System", "Kind", *FIGURE, "Ours less it", *DIFFERENCE[1:])
    drawing = partial(draw_bars, record.headline, told) if told else None
    return Section(
        title,
        "Controls cost no thought, ablations are the system with parts taken away. No control may"
        " win the headline figure. Each difference is paired by question; its interval is"
        " bootstrapped, its p from a permutation test, corrected for all of them (Holm). Ablations"
        " never refuse and so have nothing in the headline figure: compare them by the other"
        " measures.",
        [
            Table(record.headline, heads, rows, drawing),
            Table("All measures of all that were asked", ("Measure", *systems), every),
        ],
    )
