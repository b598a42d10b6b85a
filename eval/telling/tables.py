"""What a report is made of: sections of tables, whose cells are figures or sentences. A terminal
and a page show the same."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from eval.measuring.figures import Figure
from eval.telling.paired import Compared, Difference

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


def tell_compared(caption: str, first: str, second: str, compared: Mapping[str, Compared]) -> Table:
    """Two systems, or two runs, by name of what is compared."""
    heads = ("Measure", first, second, *DIFFERENCE, "Won/tied/lost", "n")
    return Table(caption, heads, [(name, *_cells(each)) for name, each in compared.items()])


def _cells(each: Compared) -> tuple[str, ...]:
    counts = (each.difference.wins, each.difference.ties, each.difference.losses)
    score = "/".join(map(str, counts)) if any(counts) else "–"
    values = show_value(each.first), show_value(each.second)
    return (*values, *difference_cells(each.difference), score, f"{each.n}")


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
    return " to ".join(map(show_value, figure.interval))


def show_type(kind: str) -> str:
    """A type of question as words."""
    return kind.replace("_", " ")
