"""The questions that cost a run most, with what was shown and what was missed."""

import html
from collections.abc import Sequence

from eval.measuring.headline import GROUNDED
from eval.measuring.refusal import credit
from eval.measuring.rows import Row

MOST = 20


def gain(row: Row) -> float:
    """What a question adds to the headline figure, 0 to 1: how well it was answered, or whether
    it was rightly refused; where the set says no more than that it can be answered, whether it
    was."""
    value = row.values.get(GROUNDED)
    return credit(row) if value is None else value


def worst(rows: Sequence[Row]) -> list[Row]:
    """At most MOST of those that lost anything, the greatest loss first, ties in their order."""
    return sorted((row for row in rows if gain(row) < 1), key=gain)[:MOST]


def show_worst(rows: Sequence[Row]) -> str:
    return "".join(map(_show, worst(rows)))


def tell(row: Row) -> str:
    """ "refused, not stated"."""
    return f"{row.status}, {row.reason.replace('_', ' ')}" if row.reason else row.status


def _show(row: Row) -> str:
    asked = " / ".join(row.turns)
    kind = row.type.replace("_", " ")
    kind = kind if row.answerable else f"{kind}, cannot be answered"
    shown = "".join(
        f"<blockquote>{html.escape(each.quote)}</blockquote>"
        f'<p class="from">{html.escape(f"{each.document}, {each.label}")}</p>'
        for each in row.shown
    )
    missed = "".join(f"<li>{html.escape(text)}</li>" for text in row.missed)
    return (
        f'<section class="question"><h3>{html.escape(asked)}</h3>'
        f'<p class="from">{html.escape(f"{row.question}, {kind}: {tell(row)}")};'
        f" {gain(row):.2f} of 1, {row.words} words</p>"
        f"<h4>Shown</h4>{shown or '<p>No quotation.</p>'}"
        f"<h4>Missed</h4>{f'<ul>{missed}</ul>' if missed else '<p>Nothing.</p>'}</section>"
    )
