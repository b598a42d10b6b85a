"""Values of the engine as parts of the page. Every text is data: shown, never run."""

import html
import re
from collections.abc import Mapping

import streamlit as st

from rag.answers.references import ADD_ORIGINAL, DIGEST_NOTE, quoted, review_line, unit_line
from rag.errors import RagError
from rag.types import Answer, Citation, Document, Span, Unit

# Streamlit offers its developer tools in a pop-up over the page, on machines that have such tools.
STYLE = """<style>
.stSkillsNudge { display: none; }
.stMainBlockContainer { padding-top: 3rem; }
[data-testid="stCaptionContainer"] { opacity: 1; color: light-dark(#565d68, #b3bac5); }
[data-testid="stCaptionContainer"] p { opacity: 1; color: inherit; }
.fa-text { white-space: pre-wrap; overflow-wrap: anywhere; line-height: 1.55; }
.fa-label { font-size: 1.25rem; font-weight: 600; }
.fa-small { font-size: .85rem; opacity: .75; }
.fa-quote { border-left: 3px solid #9db4c8; padding-left: .8rem; margin-top: .4rem;
            font-size: .95rem; }
.fa-digest { font-size: .85rem; background: #fff4d6; color: #5b4300; padding: .15rem .45rem;
             border-radius: .3rem; display: inline-block; margin: .4rem 0 .2rem; }
.fa-text mark { background: #ffe58a; color: #1c1c1c; }
/* The opened unit stays in sight beside, or on a narrow screen above, a long conversation. */
.stColumn:has(.fa-label) { position: sticky; top: 4rem; align-self: flex-start;
                           max-height: calc(100vh - 12rem); overflow-y: auto; z-index: 1;
                           background: white; }
@media (max-width: 640px) { .stColumn:has(.fa-label) { order: -1; max-height: 55vh; } }
</style>"""

_DIGEST_CHIP = f'<div class="fa-digest">{html.escape(DIGEST_NOTE)}</div>'
_PUNCTUATION = re.compile(r"([!-/:-@\[-`{-~])")


def as_label(text: str) -> str:
    """For headings, captions and buttons, which Streamlit reads as Markdown."""
    return _PUNCTUATION.sub(r"\\\1", " ".join(text.split()))


def block(text: str, style: str = "") -> str:
    return f'<div class="fa-text {style}">{html.escape(text)}</div>'


def escaped(text: str) -> str:
    return html.escape(text)


def facts(told: Mapping[str, str]) -> str:
    """A list of names with what is said of each."""
    lines = (f"<dt>{html.escape(n)}</dt><dd>{html.escape(v)}</dd>" for n, v in told.items())
    return f'<dl class="fa-facts">{"".join(lines)}</dl>'


def show_error(error: RagError) -> None:
    st.error(as_label(str(error)))


def show_answer(answer: Answer) -> None:
    for statement in answer.statements:
        marks = "".join(f" <sup>[{n}]</sup>" for n in statement.citations)
        st.html(f'<div class="fa-text">{html.escape(statement.shown)}{marks}</div>')
    if answer.suggestions:
        items = "".join(f"<li>{html.escape(each)}</li>" for each in answer.suggestions)
        st.html(f'<div class="fa-small">You could ask or do next:<ul>{items}</ul></div>')


def show_card(citation: Citation, *, key: str) -> bool:
    """The citation in a frame; True when the person has just chosen it."""
    with st.container(border=True, gap="xsmall"):
        st.html(
            f"<b>[{citation.n}]</b> {html.escape(review_line(citation))}"
            + block(unit_line(citation), "fa-small")
            + block(quoted(citation), "fa-quote")
            + (_DIGEST_CHIP if citation.provenance == "digest" else "")
        )
        label = as_label(f"Read [{citation.n}] in its place")
        return st.button(label, key=key, type="tertiary", icon=":material/arrow_forward:")


def show_unit(document: Document, unit: Unit, marked: Span) -> None:
    """The unit with the words from `marked[0]` to `marked[1]` of the reading text marked."""
    digest = document.record.provenance == "digest"
    text = document.reading.text
    st.html(
        block(unit.label, "fa-label")
        + block(document.record.title, "fa-small")
        + block(" › ".join(unit.path), "fa-small")
        + (_DIGEST_CHIP if digest else "")
        + "".join(f'<p class="fa-text">{marked_html(text, s, marked)}</p>' for s in unit.spans)
        + (block(ADD_ORIGINAL, "fa-small") if digest else "")
    )


def marked_html(text: str, span: Span, marked: Span) -> str:
    """`text[span]` escaped, with its part inside `marked` in a mark element."""
    start, end = span
    first = min(max(marked[0], start), end)
    last = max(min(marked[1], end), first)
    before, words, after = (
        html.escape(text[a:b]) for a, b in ((start, first), (first, last), (last, end))
    )
    return f"{before}<mark>{words}</mark>{after}" if words else before + after
