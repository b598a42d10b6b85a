"""Figures in, SVG out that stands in the page beside the table that says the same.

matplotlib draws. What it draws in black takes the colour of the page's text; the other two colours
are of a middle tone that can be told from a light page and from a dark one. Texts are escaped, and
none is read as a formula.
"""

import html
import re
import warnings
from collections.abc import Callable, Mapping, Sequence
from io import StringIO

from matplotlib import rc_context
from matplotlib.axes import Axes
from matplotlib.figure import Figure as Canvas
from matplotlib.typing import RcKeyType

from eval.measuring.calibration import Bin
from eval.measuring.figures import Figure

_INK, _MARK, _SOFT = "#000000", "#4a86ad", "#7f8893"
_TICKS = (0.0, 0.25, 0.5, 0.75, 1.0)
_STYLE: dict[RcKeyType, object] = {
    "axes.axisbelow": True, "font.size": 12, "svg.fonttype": "none", "text.parse_math": False,
    "xtick.major.size": 0, "ytick.major.size": 0,
}  # fmt: skip
_POINTS = 72
"""Of matplotlib to an inch: each is a pixel of the page."""


def draw_bars(title: str, bars: Mapping[str, Figure]) -> str:
    """One each, from 0 to 1, with its 95 % interval as a line."""

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

    return _draw(title, 360, 26 * len(bars), paint)


def draw_reliability(title: str, bins: Sequence[Bin]) -> str:
    """Confidence and the share that came out right; the larger a dot, the more questions."""

    def paint(axes: Axes) -> None:
        x, y = [each.confidence for each in bins], [each.right for each in bins]
        most = max(each.n for each in bins)
        axes.plot([0, 1], [0, 1], "--", color=_SOFT)
        axes.plot(x, y, color=_MARK, linewidth=2)
        sizes = [(6 + 12 * each.n / most) ** 2 for each in bins]
        axes.scatter(x, y, sizes, color=_MARK, clip_on=False)
        axes.set(xlabel="confidence", ylabel="share right", ylim=(0, 1), yticks=_TICKS)

    return _draw(title, 320, 320, paint)


def _draw(title: str, width: float, height: float, paint: Callable[[Axes], None]) -> str:
    """`width` and `height` of the field that the values lie in, in pixels."""
    drawn = StringIO()
    with rc_context({**_STYLE, "svg.hashsalt": title}), warnings.catch_warnings():
        # Its font only tells how long a text is; the reader's browser has signs that it has not.
        warnings.filterwarnings("ignore", "Glyph .* missing from font", UserWarning)
        canvas = Canvas(figsize=(width / _POINTS, height / _POINTS))
        axes = canvas.add_axes((0, 0, 1, 1), frame_on=False, xlim=(0, 1), xticks=_TICKS)
        axes.grid(color=_SOFT, alpha=0.4)
        paint(axes)
        fields = dict.fromkeys(("Creator", "Date", "Format", "Type"))
        canvas.savefig(drawn, format="svg", bbox_inches="tight", transparent=True, metadata=fields)
    return _put_in_page(drawn.getvalue(), title)


def _put_in_page(drawn: str, title: str) -> str:
    """Without the head of a file, whose style would be the whole page's, and without ids that
    every drawing has."""
    head, _, body = drawn.partition("</defs>")
    width, height = re.findall(r'(?:width|height)="([\d.]+)pt"', head)
    body = re.sub(r'<g id="[^"]*"', "<g", body)
    body = re.sub(rf"\b(stroke|fill): {_INK}", r"\1: currentColor", body)
    size = f'viewBox="0 0 {width} {height}" width="{width}" height="{height}"'
    return f'<svg role="img" {size} aria-label="{html.escape(title)}">{body}'
