"""A run's figures in, its drawings out, each with the table that says the same.

matplotlib draws them as SVG that stands in the page. What it draws in black takes the colour of
the page's text; the other two colours are of a middle tone that can be told from a light page and
from a dark one. Texts are escaped, and none is read as a formula.
"""

import html
import re
import warnings
from collections.abc import Callable, Mapping, Sequence
from io import StringIO

from matplotlib import rc_context
from matplotlib.axes import Axes
from matplotlib.figure import Figure as Canvas

from eval.measuring.calibration import reliability, risk_coverage
from eval.measuring.figures import Figure
from eval.measuring.rows import Row
from eval.telling.records import Record
from eval.telling.tables import show_interval, show_type, show_value, table

_INK, _MARK, _SOFT = "#000000", "#4a86ad", "#7f8893"
_TICKS = (0.0, 0.25, 0.5, 0.75, 1.0)
_POINTS = 72
"""Of matplotlib to an inch: each is a pixel of the page."""
_SHARES = (0.1, 0.25, 0.5, 0.75, 0.9, 1.0)
"""Coverage at which the table tells the risk."""


def draw_reliability(rows: Sequence[Row]) -> str:
    bins = reliability(rows)
    if not bins:
        return "<p>No answer of this run has a confidence.</p>"

    def paint(axes: Axes) -> None:
        x, y = [each.confidence for each in bins], [each.right for each in bins]
        most = max(each.n for each in bins)
        axes.plot([0, 1], [0, 1], "--", color=_SOFT)
        axes.plot(x, y, color=_MARK, linewidth=2)
        sizes = [(6 + 12 * each.n / most) ** 2 for each in bins]
        axes.scatter(x, y, sizes, color=_MARK, clip_on=False)
        _name_shares(axes, "confidence", "share right")

    drawn = _draw(
        "Reliability",
        "For each band of confidence, the share of questions that came out right; on the diagonal, "
        "confidence is exactly that share. The larger a dot, the more questions.",
        (320, 320),
        paint,
    )
    told = [
        (f"{each.low:.1f} to {each.high:.1f}", f"{each.confidence:.3f}", f"{each.right:.3f}",
         f"{each.n}")
        for each in bins
    ]  # fmt: skip
    heads = ("Band of confidence", "Mean confidence", "Share right", "n")
    return _beside(drawn, table("Reliability, as figures", heads, told))


def draw_risk(rows: Sequence[Row]) -> str:
    points = risk_coverage(rows)
    if not points:
        return ""

    def paint(axes: Axes) -> None:
        x, y = [each.coverage for each in points], [each.risk for each in points]
        axes.plot(x, y, color=_MARK, linewidth=2)
        _name_shares(axes, "share of questions answered", "share of those wrong")

    drawn = _draw(
        "Risk and coverage",
        "What share of the answers is wrong when only the most confident share of the questions is "
        "answered.",
        (320, 320),
        paint,
    )
    told = []
    for share in _SHARES:
        reached = next((each for each in points if each.coverage >= share - 1e-9), points[-1])
        told.append((f"{share:.0%}", f"{reached.coverage:.3f}", f"{reached.risk:.3f}"))
    heads = ("Answered at least", "Answered", "Of those wrong")
    return _beside(drawn, table("Risk and coverage, as figures", heads, told))


def draw_types(record: Record, measure: str) -> str:
    """Bars of one measure by type of question."""
    found = {
        show_type(kind): figures[measure]
        for kind, figures in record.types.items()
        if measure in figures
    }
    if not found:
        return ""
    title = f"{measure}, by type of question"
    rows = [
        (kind, show_value(each.value), show_interval(each), f"{each.n}")
        for kind, each in found.items()
    ]
    told = table(title, ("Type", "Figure", "95 % interval", "n"), rows)
    return _beside(_draw_bars(title, found), told)


def draw_systems(record: Record) -> str:
    """Bars of the headline figure of everything asked; the table stands elsewhere."""
    systems = {"this system": record.figures} | {o.name: o.figures for o in record.others}
    found = {
        name: figures[record.headline]
        for name, figures in systems.items()
        if record.headline in figures
    }
    return _draw_bars(f"{record.headline}, of all that were asked", found) if found else ""


def _draw_bars(title: str, bars: Mapping[str, Figure]) -> str:
    def paint(axes: Axes) -> None:
        places, figures = range(len(bars)), bars.values()
        lows, highs = zip(*(each.interval for each in figures), strict=True)
        axes.barh(places, [each.value for each in figures], 0.6, color=_MARK, alpha=0.6)
        axes.hlines(places, lows, highs, color=_INK)
        axes.plot([*lows, *highs], [*places, *places], "|", color=_INK)
        for place, each in enumerate(figures):
            axes.text(1.03, place, f"{each.value:.3f}, n {each.n}", va="center_baseline")
        axes.set_yticks(places, labels=list(bars))
        axes.set_ylim(len(bars) - 0.5, -0.5)
        axes.grid(visible=False, axis="y")

    description = "One bar each, from 0 to 1, with its 95 % interval as a line."
    return _draw(title, description, (360, 26 * len(bars)), paint)


def _name_shares(axes: Axes, x: str, y: str) -> None:
    axes.set(xlabel=x, ylabel=y, ylim=(0, 1), yticks=_TICKS)


def _draw(
    title: str, description: str, size: tuple[float, float], paint: Callable[[Axes], None]
) -> str:
    """`size`: width and height of the field that the values lie in, in pixels."""
    drawn = StringIO()
    with rc_context({"svg.fonttype": "none", "svg.hashsalt": title, "text.parse_math": False,
                     "font.size": 12}), warnings.catch_warnings():  # fmt: skip
        # Its font only tells how long a text is; the reader's browser has signs that it has not.
        warnings.filterwarnings("ignore", "Glyph .* missing from font", UserWarning)
        canvas = Canvas(figsize=(size[0] / _POINTS, size[1] / _POINTS))
        axes = canvas.add_axes((0, 0, 1, 1), frame_on=False, xlim=(0, 1), xticks=_TICKS)
        axes.grid(color=_SOFT, alpha=0.4)
        axes.tick_params(length=0)
        axes.set_axisbelow(True)
        paint(axes)
        fields = dict.fromkeys(("Creator", "Date", "Format", "Type"))
        canvas.savefig(drawn, format="svg", bbox_inches="tight", transparent=True, metadata=fields)
    return _put_in_page(drawn.getvalue(), title, description)


def _put_in_page(drawn: str, title: str, description: str) -> str:
    """Without the head of a file, whose style would be the whole page's, and without ids that
    every drawing has."""
    head, _, body = drawn.partition("</defs>")
    width, height = re.findall(r'(?:width|height)="([\d.]+)pt"', head)
    body = re.sub(r'<g id="[^"]*"', "<g", body)
    body = re.sub(rf"\b(stroke|fill): {_INK}", r"\1: currentColor", body)
    return (
        f'<svg role="img" viewBox="0 0 {width} {height}" width="{width}" height="{height}"'
        f' aria-label="{html.escape(f"{title}. {description}")}">'
        f"<title>{html.escape(title)}</title><desc>{html.escape(description)}</desc>{body}"
    )


def _beside(drawn: str, told: str) -> str:
    return f'<figure class="beside">{drawn}{told}</figure>'
