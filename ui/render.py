"""Values of the engine as parts of the page. Every text is data: shown, never run."""

import html
import re
from collections.abc import Mapping

import streamlit as st

from rag.errors import RagError
from rag.quotes.citations.references import DIGEST_NOTE
from rag.reading.repair import CELL_GAP
from rag.types import Span

# Streamlit offers its developer tools in a pop-up over the page, on machines that have such tools.
STYLE = """<style>
.stSkillsNudge { display: none; }
.stMain:focus-visible { outline: 3px solid light-dark(#1f4c6b, #9fd0f2); outline-offset: -3px; }
.stMainBlockContainer { padding-top: 4.5rem; }
.stMainBlockContainer h1 { font-size: 2rem; padding-bottom: 0; }
[data-testid="stCaptionContainer"] { opacity: 1; color: light-dark(#565d68, #b3bac5); }
[data-testid="stCaptionContainer"] p { opacity: 1; color: inherit; }
[data-testid="stTopNavLink"]:focus-visible, [data-testid="stSidebarNavLink"]:focus-visible {
  outline: 3px solid light-dark(#1f4c6b, #9fd0f2); outline-offset: 1px; }
.fa-text { white-space: pre-wrap; overflow-wrap: anywhere; line-height: 1.55; }
.fa-label { font-size: 1.25rem; font-weight: 600; }
.fa-small { font-size: .85rem; color: light-dark(#565d68, #b3bac5); }
.fa-digest { font-size: .85rem; background: #fff4d6; color: #5b4300; padding: .15rem .45rem;
             border-radius: .3rem; display: inline-block; margin: .4rem 0 .2rem; }
a.fa-source { font-size: .87rem; color: light-dark(#1f4c6b, #9fd0f2); }
.fa-text mark { background: #ffe58a; color: #1c1c1c; }
.fa-cell { font-size: 0; }
.fa-cell::after { content: ""; margin: 0 .6rem; border-left: 1px solid light-dark(#8b95a3, #7d8897);
                  font-size: .85rem; }
</style>"""

DIGEST_CHIP = f'<div class="fa-digest">{html.escape(DIGEST_NOTE)}</div>'
_PUNCTUATION = re.compile(r"([!-/:-@\[-`{-~])")


def as_label(text: str) -> str:
    """For headings, captions and buttons, which Streamlit reads as Markdown."""
    return _PUNCTUATION.sub(r"\\\1", " ".join(text.split()))


def block(text: str, style: str = "") -> str:
    return f'<div class="fa-text {style}">{html.escape(text)}</div>'


def cells_html(text: str) -> str:
    """Escaped, with a line between the cells of a table's row; copying gives the text as it is."""
    return html.escape(text).replace(CELL_GAP, f'<span class="fa-cell">{CELL_GAP}</span>')


def escaped(text: str) -> str:
    return html.escape(" ".join(text.split()))


def facts(told: Mapping[str, str]) -> str:
    """A list of names with what is said of each."""
    lines = (f"<dt>{html.escape(n)}</dt><dd>{html.escape(v)}</dd>" for n, v in told.items())
    return f'<dl class="fa-facts">{"".join(lines)}</dl>'


def source_page(address: str | None, spoken: str = "") -> str:
    """A link to where the document stands on the web; "" where that is not known. What is no
    address of the web is none, whoever wrote it. `spoken` tells it apart from others."""
    if not (address or "").startswith(("https://", "http://")):
        return ""
    named = f' aria-label="{escaped(spoken)}"' if spoken else ""
    return (
        f'<a class="fa-source"{named} href="{escaped(address or "")}" target="_blank"'
        ' rel="noopener noreferrer">Source page on the web</a>'
    )


def show_error(error: RagError) -> None:
    st.error(as_label(str(error)))


def marked_html(text: str, span: Span, marked: Span) -> str:
    """`text[span]` escaped, with its part inside `marked` in a mark element."""
    start, end = span
    first = min(max(marked[0], start), end)
    last = max(min(marked[1], end), first)
    before, words, after = (
        cells_html(text[a:b]) for a, b in ((start, first), (first, last), (last, end))
    )
    return f"{before}<mark>{words}</mark>{after}" if words else before + after
