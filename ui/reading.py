"""How a question was read, folded away under its answer."""

import html

import streamlit as st

from rag.telling.trace_lines import HEADING, trace_lines
from rag.trace import Trace


def show_reading(trace: Trace) -> None:
    with st.expander(HEADING):
        rows = (
            f"<dt>{html.escape(label)}</dt><dd>{html.escape(text)}</dd>"
            for label, text in trace_lines(trace)
        )
        st.html(f'<dl class="fa-reading">{"".join(rows)}</dl>')
