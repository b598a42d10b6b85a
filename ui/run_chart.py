"""One figure over runs, as a line with its intervals: inline SVG, which the table repeats."""

import html
from collections.abc import Sequence
from pathlib import Path

import streamlit as st

from ui.run_files import Figure

_HERE = Path(__file__)
# Streamlit takes drawings out of what is given to st.html.
_CHART = st.components.v2.component(
    "finding_aid_run_chart",
    css=_HERE.with_suffix(".css").read_text(encoding="utf-8"),
    js=_HERE.with_suffix(".js").read_text(encoding="utf-8"),
)

_WIDTH, _HEIGHT = 900, 240
_LEFT, _TOP, _RIGHT, _BOTTOM = 44, 34, 24, 30
_MOST_DATES = 8


def show(measure: str, runs: Sequence[tuple[str, Figure]]) -> None:
    """`runs`: when each was made and its figure, oldest first, two at least."""
    _CHART(
        key="runs-chart",
        data={"svg": draw(measure, runs), "label": f"{measure}, run by run"},
        height="content",
    )


def draw(measure: str, runs: Sequence[tuple[str, Figure]]) -> str:
    """XML; every text in it is escaped."""
    top = max(1.0, *(figure.interval[1] for _, figure in runs))
    places = [_place(n, len(runs), figure.value, top) for n, (_, figure) in enumerate(runs)]
    line = "L".join(f"{x:.1f} {y:.1f}" for x, y in places)
    marks = "".join(_mark(n, len(runs), when, figure, top) for n, (when, figure) in enumerate(runs))
    first, last = runs[0][1].value, runs[-1][1].value
    told = f"{measure} over {len(runs)} runs, from {first:.3f} at first to {last:.3f} at last"
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" role="img" aria-label="{html.escape(told)}"'
        f' viewBox="0 0 {_WIDTH} {_HEIGHT}"><text class="name" x="0" y="15">'
        f"{html.escape(measure)}, run by run</text>"
        f'{_grid(top)}<path class="line" d="M{line}"/>{marks}</svg>'
    )


def _grid(top: float) -> str:
    lines = []
    for share in (0.0, 0.25, 0.5, 0.75, 1.0):
        y = _place(0, 2, share * top, top)[1]
        lines.append(
            f'<path class="grid" d="M{_LEFT} {y:.1f}H{_WIDTH - _RIGHT}"/>'
            f'<text x="{_LEFT - 8}" y="{y + 4:.1f}" text-anchor="end">{share * top:.2f}</text>'
        )
    return "".join(lines)


def _mark(n: int, count: int, when: str, figure: Figure, top: float) -> str:
    x, y = _place(n, count, figure.value, top)
    low, high = (_place(n, count, end, top)[1] for end in figure.interval)
    ends = "–".join(f"{end:.3f}" for end in figure.interval)
    told = f"{when}: {figure.value:.3f} ({ends}), n {figure.n}"
    every = -(-count // _MOST_DATES)
    dated = (count - 1 - n) % every == 0
    anchor = "start" if n == 0 else "end" if n == count - 1 else "middle"
    date = f'<text x="{x:.1f}" y="{_HEIGHT - 8}" text-anchor="{anchor}">{html.escape(when)}</text>'
    return (
        f'<path class="whisker" d="M{x:.1f} {low:.1f}V{high:.1f}"/>'
        f'<circle cx="{x:.1f}" cy="{y:.1f}" r="4.5"><title>{html.escape(told)}</title></circle>'
        f"{date if dated else ''}"
    )


def _place(n: int, count: int, value: float, top: float) -> tuple[float, float]:
    width, height = _WIDTH - _LEFT - _RIGHT, _HEIGHT - _TOP - _BOTTOM
    return _LEFT + width * n / max(count - 1, 1), _TOP + height * (1 - max(value, 0) / top)
