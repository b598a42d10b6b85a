"""One question of a run: what was asked, shown and missed."""

import html
from collections.abc import Iterable

import streamlit as st

from ui import render
from ui.run_files import Question, Shown


def show(row: Question, measures: Iterable[str]) -> None:
    """`measures`: in which order its values are told."""
    turns = "".join(f"<li>{html.escape(turn)}</li>" for turn in row.turns)
    told = f"{row.status}, {row.reason.replace('_', ' ')}" if row.reason else row.status
    facts = {
        "Question": f"{row.question}, {row.type.replace('_', ' ')}",
        "Can be answered": "yes" if row.answerable else "no",
        "Told": told,
        "Length": f"{row.words} quoted words in {row.seconds:.3f} s",
    }
    values = {name: f"{row.values[name]:.2f}" for name in measures if name in row.values}
    st.html(
        f'<section class="fa-asked"><h3>Asked</h3><ol>{turns}</ol>{render.facts(facts)}'
        f"<h3>Shown</h3>{_shown(row.shown)}<h3>Missed</h3>{_missed(row.missed)}"
        f"<h3>Measured</h3>{render.facts(values)}</section>"
    )


def _shown(shown: tuple[Shown, ...]) -> str:
    if not shown:
        return "<p>No quotation.</p>"
    return "".join(
        f'<blockquote class="fa-quotation">{html.escape(each.quote)}</blockquote>'
        f'<p class="fa-from">{html.escape(f"{each.document}: {each.label}")}</p>'
        for each in shown
    )


def _missed(missed: tuple[str, ...]) -> str:
    if not missed:
        return "<p>Nothing.</p>"
    return f"<ul>{''.join(f'<li>{html.escape(text)}</li>' for text in missed)}</ul>"
