"""Figures as tables of a page. Every text in them is escaped."""

import html
from collections.abc import Mapping, Sequence

from eval.measuring.figures import Figure
from eval.telling.records import Measured, Other, Record


def show_value(value: float | None) -> str:
    """Three decimals of a share, one of what is more than 1: seconds, words, bytes."""
    if value is None:
        return "–"
    return f"{value:.3f}" if abs(value) <= 1 else f"{value:,.1f}"


def show_type(kind: str) -> str:
    """A type of question as words."""
    return kind.replace("_", " ")


def show_interval(figure: Figure) -> str:
    low, high = figure.interval
    return f"{show_value(low)} to {show_value(high)}"


def show_p(p: float) -> str:
    return "< .001" if p < 0.001 else f"{p:.3f}".removeprefix("0")


def tell_what_is_missing(record: Record) -> list[str]:
    """A sentence each: where a run was stopped, and what of the set was left out."""
    asked, told = record.set, []
    if record.is_partial:
        told.append(
            f"Stopped after {asked.questions} of {asked.planned} questions: a part of the run."
        )
    if asked.left_out:
        told.append(f"Left out: {'; '.join(asked.left_out)}.")
    return told


def table(caption: str, heads: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    """The first cell of a row heads it; all but the first are figures."""
    head = "".join(f'<th scope="col">{html.escape(name)}</th>' for name in heads)
    body = "".join(_row(row) for row in rows)
    return (
        f'<div class="wide" role="region" tabindex="0" aria-label="{html.escape(caption)}">'
        f"<table><caption>{html.escape(caption)}</caption><thead><tr>{head}</tr></thead>"
        f"<tbody>{body}</tbody></table></div>"
    )


def _row(cells: Sequence[str]) -> str:
    first, *rest = (html.escape(cell) for cell in cells)
    return f'<tr><th scope="row">{first}</th>{"".join(f"<td>{cell}</td>" for cell in rest)}</tr>'


def figures_by_family(record: Record) -> str:
    """One table a family, in the order of the measures."""
    return "".join(
        table(
            family.capitalize(),
            ("Measure", "Figure", "95 % interval", "n", "Better"),
            [_figure_row(measure, record.figures[measure.name]) for measure in measures],
        )
        for family, measures in group_by_family(record).items()
    )


def group_by_family(record: Record) -> dict[str, list[Measured]]:
    """Those that can be told in this run."""
    groups: dict[str, list[Measured]] = {}
    for measure in record.measures:
        if measure.name in record.figures:
            groups.setdefault(measure.family, []).append(measure)
    return groups


def _figure_row(measure: Measured, figure: Figure) -> tuple[str, ...]:
    better = {True: "higher", False: "lower", None: "neither"}[measure.higher_is_better]
    return (
        measure.name,
        show_value(figure.value),
        show_interval(figure),
        f"{figure.n}",
        better,
    )


def figures_by_type(record: Record) -> str:
    """The figures of each type of question, closed until they are asked for."""
    return "".join(
        f"<details><summary>{html.escape(show_type(kind))}</summary>"
        + table(
            f"Questions of the type {show_type(kind)}",
            ("Measure", "Figure", "95 % interval", "n"),
            [
                (name, show_value(each.value), show_interval(each), f"{each.n}")
                for name, each in figures.items()
            ],
        )
        + "</details>"
        for kind, figures in record.types.items()
    )


def headlines(record: Record) -> str:
    """Ours and everything else asked the same, by the headline figure."""
    ours = record.figures.get(record.headline)
    rows: list[tuple[str, ...]] = [("this system", "–", *_figure_cells(ours), "–", "–", "–")]
    rows += [_other_row(other, record.headline) for other in record.others]
    heads = ("System", "Kind", record.headline, "95 % interval", "Ours less it", "95 % interval",
             "p (Holm)")  # fmt: skip
    return table(f"{record.headline}: this system, controls and ablations", heads, rows)


def _other_row(other: Other, headline: str) -> tuple[str, ...]:
    cells = (other.name, other.kind, *_figure_cells(other.figures.get(headline)))
    difference = other.headline
    if difference is None:
        return (*cells, "–", "–", "–")
    low, high = difference.interval
    return (*cells, f"{difference.value:+.3f}", f"{low:+.3f} to {high:+.3f}", show_p(difference.p))


def _figure_cells(figure: Figure | None) -> tuple[str, str]:
    return (show_value(figure.value), show_interval(figure)) if figure else ("–", "–")


def beside(record: Record) -> str:
    """Every measure of every system asked."""
    systems: dict[str, Mapping[str, Figure]] = {"this system": record.figures}
    systems |= {other.name: other.figures for other in record.others}
    rows = [
        (
            measure.name,
            *(
                show_value(figures[measure.name].value) if measure.name in figures else "–"
                for figures in systems.values()
            ),
        )
        for measure in record.measures
        if any(measure.name in figures for figures in systems.values())
    ]
    return table("All measures of all that were asked", ("Measure", *systems), rows)
