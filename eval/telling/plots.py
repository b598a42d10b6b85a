"""Figures as drawings: inline SVG in, nothing fetched, colours left to the page's style.

Every drawing has a title and a description for who cannot see it; the page sets a table beside.
"""

import html
from collections.abc import Sequence
from dataclasses import dataclass

_SIDE = 320
"""Width and height of the square in which shares are drawn, in the units of the SVG."""
_LEFT, _TOP, _RIGHT, _BOTTOM = 56, 14, 18, 46
_TICKS = (0.0, 0.25, 0.5, 0.75, 1.0)
_BAR_HEIGHT = 26
_BAR_LABEL, _BAR_WIDTH, _BAR_NOTE = 230, 360, 120


@dataclass(frozen=True, slots=True)
class Point:
    """Shares, 0 to 1."""

    x: float
    y: float
    weight: float = 0.0
    """Drawn as the size of a dot, 0 to 1."""
    note: str = ""
    """Told when the pointer rests on the dot."""


@dataclass(frozen=True, slots=True)
class Plot:
    title: str
    description: str
    x: str
    y: str


@dataclass(frozen=True, slots=True)
class Bar:
    label: str
    value: float
    """0 to 1, as are the ends of the interval."""
    low: float
    high: float
    note: str


def draw_dots(plot: Plot, points: Sequence[Point]) -> str:
    """Dots joined by a line, with the diagonal on which both shares are equal."""
    diagonal = f'<path class="even" d="M{_x(0)} {_y(0)}L{_x(1)} {_y(1)}"/>'
    dots = "".join(
        f'<circle class="dot" cx="{_x(p.x)}" cy="{_y(p.y)}" r="{3 + 6 * p.weight:.1f}">'
        f"<title>{html.escape(p.note)}</title></circle>"
        for p in points
    )
    return _square(plot, f"{diagonal}{_line(points)}{dots}")


def draw_curve(plot: Plot, points: Sequence[Point]) -> str:
    """A line through many points, in the order given."""
    return _square(plot, _line(points))


def draw_bars(title: str, description: str, bars: Sequence[Bar]) -> str:
    """One bar a row with its interval as a whisker."""
    width = _BAR_LABEL + _BAR_WIDTH + _BAR_NOTE
    height = _BAR_HEIGHT * len(bars) + 30
    grid = "".join(
        f'<path class="grid" d="M{_bar_x(t)} 0V{height - 26}"/>'
        f'<text class="tick" x="{_bar_x(t)}" y="{height - 8}" text-anchor="middle">{t:g}</text>'
        for t in _TICKS
    )
    drawn = "".join(_bar(bar, _BAR_HEIGHT * n) for n, bar in enumerate(bars))
    return _frame(title, description, (width, height), grid + drawn)


def _bar(bar: Bar, top: int) -> str:
    middle = top + _BAR_HEIGHT // 2
    low, high = _bar_x(bar.low), _bar_x(bar.high)
    return (
        f'<text x="{_BAR_LABEL - 10}" y="{middle + 4}" text-anchor="end">'
        f"{html.escape(bar.label)}</text>"
        f'<rect class="bar" x="{_BAR_LABEL}" y="{top + 5}" height="{_BAR_HEIGHT - 10}"'
        f' width="{max(_bar_x(bar.value) - _BAR_LABEL, 1):.1f}"/>'
        f'<path class="whisker" d="M{low} {middle}H{high}M{low} {middle - 4}v8M{high} {middle - 4}'
        f'v8"/><text class="tick" x="{_BAR_LABEL + _BAR_WIDTH + 10}" y="{middle + 4}">'
        f"{html.escape(bar.note)}</text>"
    )


def _square(plot: Plot, drawn: str) -> str:
    size = (_LEFT + _SIDE + _RIGHT, _TOP + _SIDE + _BOTTOM)
    ticks = "".join(
        f'<path class="grid" d="M{_x(t)} {_y(0)}V{_y(1)}M{_x(0)} {_y(t)}H{_x(1)}"/>'
        f'<text class="tick" x="{_x(t)}" y="{_y(0) + 16}" text-anchor="middle">{t:g}</text>'
        f'<text class="tick" x="{_x(0) - 8}" y="{_y(t) + 4}" text-anchor="end">{t:g}</text>'
        for t in _TICKS
    )
    names = (
        f'<text x="{_x(0.5)}" y="{size[1] - 8}" text-anchor="middle">{html.escape(plot.x)}</text>'
        f'<text transform="translate(14 {_y(0.5)}) rotate(-90)" text-anchor="middle">'
        f"{html.escape(plot.y)}</text>"
    )
    return _frame(plot.title, plot.description, size, ticks + names + drawn)


def _frame(title: str, description: str, size: tuple[int, int], drawn: str) -> str:
    width, height = size
    return (
        f'<svg role="img" viewBox="0 0 {width} {height}" width="{width}" height="{height}"'
        f' aria-label="{html.escape(f"{title}. {description}")}">'
        f"<title>{html.escape(title)}</title><desc>{html.escape(description)}</desc>{drawn}</svg>"
    )


def _line(points: Sequence[Point]) -> str:
    places = "L".join(f"{_x(p.x)} {_y(p.y)}" for p in points)
    return f'<path class="line" d="M{places}"/>' if points else ""


def _x(share: float) -> float:
    return round(_LEFT + _SIDE * share, 1)


def _y(share: float) -> float:
    return round(_TOP + _SIDE * (1 - share), 1)


def _bar_x(share: float) -> float:
    return round(_BAR_LABEL + _BAR_WIDTH * share, 1)
