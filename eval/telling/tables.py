"""What a report is made of: sections of tables, whose cells are figures or sentences."""

import html
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from eval.measuring.figures import Figure
from eval.telling.paired import Difference

FIGURE = ("Figure", "95 % interval", "n")
DIFFERENCE = ("Difference", "95 % interval", "p (Holm)")


@dataclass(frozen=True, slots=True)
class Table:
    caption: str
    heads: Sequence[str]
    rows: Sequence[Sequence[str]]
    """A cell a head; the first cell heads its row."""
    drawing: Callable[[], str] | None = None
    """Makes an SVG that shows the same."""
    prose: bool = False
    """The cells behind the first are sentences, not figures."""
    folded: bool = False
    """Closed on a page until it is asked for, and left out in a terminal."""


@dataclass(frozen=True, slots=True)
class Section:
    title: str
    remark: str
    tables: Sequence[Table] = ()
    lead: tuple[str, str] | None = None
    """A figure told large, and what it is."""
    for_page: bool = False
    """Left out in a terminal."""


def tell_figures(
    caption: str,
    first: str,
    figures: Mapping[str, Figure],
    drawing: Callable[[], str] | None = None,
    *,
    folded: bool = False,
) -> Table:
    """A row a figure; `first` heads the column of their names."""
    rows = [(name, *figure_cells(figure)) for name, figure in figures.items()]
    return Table(caption, (first, *FIGURE), rows, drawing, folded=folded)


def figure_cells(figure: Figure | None) -> tuple[str, str, str]:
    """One for each of FIGURE."""
    if figure is None:
        return "–", "–", "–"
    return show_value(figure.value), show_interval(figure), f"{figure.n}"


def difference_cells(difference: Difference | None) -> tuple[str, str, str]:
    """One for each of DIFFERENCE."""
    if difference is None:
        return "–", "–", "–"
    low, high = difference.interval
    p = "< .001" if difference.p < 0.001 else f"{difference.p:.3f}".removeprefix("0")
    return f"{difference.value:+.3f}", f"{low:+.3f} to {high:+.3f}", p


def show_value(value: float | None) -> str:
    """Three decimals of a share, one of what is more than 1: seconds, words, bytes."""
    if value is None:
        return "–"
    return f"{value:.3f}" if abs(value) <= 1 else f"{value:,.1f}"


def show_interval(figure: Figure) -> str:
    low, high = figure.interval
    return f"{show_value(low)} to {show_value(high)}"


def show_type(kind: str) -> str:
    """A type of question as words."""
    return kind.replace("_", " ")


def table(
    caption: str, heads: Sequence[str], rows: Sequence[Sequence[str]], *, prose: bool = False
) -> str:
    """As HTML. Every text is escaped."""
    head = "".join(f'<th scope="col">{html.escape(name)}</th>' for name in heads)
    body = "".join(map(_row, rows))
    return (
        f'<div class="wide{" prose" * prose}" role="region" tabindex="0"'
        f' aria-label="{html.escape(caption)}"><table><caption>{html.escape(caption)}</caption>'
        f"<thead><tr>{head}</tr></thead><tbody>{body}</tbody></table></div>"
    )


def _row(cells: Sequence[str]) -> str:
    first, *rest = map(html.escape, cells)
    return f'<tr><th scope="row">{first}</th>{"".join(f"<td>{cell}</td>" for cell in rest)}</tr>'
