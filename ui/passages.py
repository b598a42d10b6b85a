"""A citation on a page that is no answer: its words, where they stand, and the way there."""

import html

import streamlit as st

from rag.quotes.citations.references import DIGEST_NOTE, quoted, unit_line
from rag.types import Citation
from ui import render


def show_quotation(citation: Citation, *, key: str) -> bool:
    """True when the person has just chosen to read it in its place."""
    digest = citation.provenance == "digest"
    note = f'<div class="fa-digest">{html.escape(DIGEST_NOTE)}</div>' if digest else ""
    st.html(
        f'<blockquote class="fa-quotation">{render.cells_html(quoted(citation))}</blockquote>'
        f'<p class="fa-from">{html.escape(unit_line(citation))}</p>{note}'
    )
    return st.button(
        "Read in its place",
        key=key,
        type="tertiary",
        icon=":material/arrow_forward:",
        help=f"Opens the review at these words: {citation.label}",
    )
