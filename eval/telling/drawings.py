"""A run's rows in, its drawings out, each with the table that says the same."""

from collections.abc import Sequence

from eval.measuring.calibration import reliability, risk_coverage
from eval.measuring.figures import Figure
from eval.measuring.rows import Row
from eval.telling.plots import Bar, Plot, Point, draw_bars, draw_curve, draw_dots
from eval.telling.records import Record
from eval.telling.tables import show_interval, show_type, show_value, table

_RELIABILITY = Plot(
    "Reliability",
    "For each band of confidence, the share of questions that came out right; on the diagonal, "
    "confidence is exactly that share.",
    "confidence",
    "share right",
)
_RISK = Plot(
    "Risk and coverage",
    "What share of the answers is wrong when only the most confident share of the questions is "
    "answered.",
    "share of questions answered",
    "share of those wrong",
)
_SHARES = (0.1, 0.25, 0.5, 0.75, 0.9, 1.0)
"""Coverage at which the table tells the risk."""


def draw_reliability(rows: Sequence[Row]) -> str:
    bins = reliability(rows)
    if not bins:
        return "<p>No answer of this run has a confidence.</p>"
    most = max(each.n for each in bins)
    points = [
        Point(each.confidence, each.right, each.n / most, f"{each.n} questions") for each in bins
    ]
    told = [
        (f"{each.low:.1f} to {each.high:.1f}", f"{each.confidence:.3f}", f"{each.right:.3f}",
         f"{each.n}")
        for each in bins
    ]  # fmt: skip
    heads = ("Band of confidence", "Mean confidence", "Share right", "n")
    return _figure(draw_dots(_RELIABILITY, points), table("Reliability, as figures", heads, told))


def draw_risk(rows: Sequence[Row]) -> str:
    points = risk_coverage(rows)
    if not points:
        return ""
    told = []
    for share in _SHARES:
        reached = next((each for each in points if each.coverage >= share - 1e-9), points[-1])
        told.append((f"{share:.0%}", f"{reached.coverage:.3f}", f"{reached.risk:.3f}"))
    heads = ("Answered at least", "Answered", "Of those wrong")
    drawn = draw_curve(_RISK, [Point(each.coverage, each.risk) for each in points])
    return _figure(drawn, table("Risk and coverage, as figures", heads, told))


def draw_types(record: Record, measure: str) -> str:
    """Bars of one measure by type of question."""
    found = {kind: figures[measure] for kind, figures in record.types.items() if measure in figures}
    if not found:
        return ""
    title = f"{measure}, by type of question"
    drawn = draw_bars(
        title, _DESCRIPTION, [_bar(show_type(kind), each) for kind, each in found.items()]
    )
    rows = [
        (show_type(kind), show_value(each.value), show_interval(each), f"{each.n}")
        for kind, each in found.items()
    ]
    return _figure(drawn, table(title, ("Type", "Figure", "95 % interval", "n"), rows))


def draw_systems(record: Record) -> str:
    """Bars of the headline figure of everything asked; the table stands elsewhere."""
    systems = {"this system": record.figures} | {o.name: o.figures for o in record.others}
    bars = [
        _bar(name, figures[record.headline])
        for name, figures in systems.items()
        if record.headline in figures
    ]
    return draw_bars(f"{record.headline}, of all that were asked", _DESCRIPTION, bars)


_DESCRIPTION = "One bar each, from 0 to 1, with its 95 % interval as a line."


def _bar(name: str, figure: Figure) -> Bar:
    note = f"{figure.value:.3f}, n {figure.n}"
    return Bar(name, figure.value, *figure.interval, note)


def _figure(drawn: str, told: str) -> str:
    return f'<figure class="beside">{drawn}{told}</figure>'
