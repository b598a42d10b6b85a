"""One turn: the question, the answer as it comes, its cards, and what to ask next."""

import html
import re

import streamlit as st

from rag.answer import Answer, Statement
from rag.history.standing import Standing
from rag.index.library import Library
from rag.next_steps import NextSteps
from rag.quotes.citations.references import ADD_ORIGINAL, with_references
from ui import render, talk
from ui.cards import Card, cards_html, copy_button, make_card, mark_html

_TITLES = {
    "live_concern": "People who can help now",
    "personal_data": "About a real person",
    "off_topic": "Outside these reviews",
    "not_read": "Could not be read",
    "not_in_library": "Not in this library",
    "no_such_unit": "Not in this review",
    "ambiguous": "Which one do you mean?",
    "not_stated": "The reviews do not say",
}
_PARTLY = "The reviews answer part of this."
_CHANGED = "The documents have changed since this was answered."
_NUMBER = re.compile(r"\b(?:999|0808 800 5000|116 123)\b")


def show_question(turn: int, question: str) -> None:
    hidden = '<span class="fa-unseen">You asked: </span>'
    text = html.escape(question)
    st.html(f'<h2 class="fa-question" id="fa-turn-{turn}">{hidden}{text}</h2>')


def show_answer(library: Library, standing: Standing, conversation: str) -> None:
    answer = standing.answer
    if answer.status in ("refused", "clarify"):
        st.html(_panel_html(answer))
        return
    cards = {each.n: make_card(library, each, conversation) for each in answer.citations}
    if standing.gone:
        _offer_to_ask_again(answer)
    if answer.status == "partial":
        st.html(render.block(_PARTLY, "fa-note"))
    # Each on its own, so that the browser shows one while the next is written.
    for statement in answer.statements:
        st.html(_statement_html(statement, cards))
    if cards:
        st.html(cards_html([*cards.values()]) + _digest_hint(answer))


def show_copy(answer: Answer) -> None:
    button = copy_button(with_references(answer), "Copy answer", "Copy answer with its references")
    st.html(button, width="content")


def show_next(steps: NextSteps, last: Answer, key: str) -> None:
    for note in steps.notes:
        st.html(render.block(note, "fa-small"))
    if steps.questions:
        heading = "Choose one" if last.status == "clarify" else "You could ask next"
        st.html(f'<p class="fa-next">{heading}</p>')
        with st.container(horizontal=True, gap="small", key=f"fa-next-{key}"):
            for question in steps.questions:
                label = render.as_label(question)
                st.button(label, on_click=talk.ask_next, args=(question,), key=f"{key}-{question}")


def spoken(answer: Answer) -> str:
    """For who does not see the answer appear: it is read on in the page itself."""
    count = len(answer.citations)
    sources = f" {count} source{'' if count == 1 else 's'}." if count else ""
    title = _TITLES.get(answer.reason or "", "") if answer.status != "answered" else ""
    text = " ".join(filter(None, (t for s in answer.statements for t in (s.claim, s.text))))
    if answer.reason != "live_concern" and len(text) > 400:
        text = text[:400].rsplit(" ", 1)[0] + " …"
    return f"{title or 'Answer'}.{sources} {text}"


def _statement_html(statement: Statement, cards: dict[int, Card]) -> str:
    text = render.cells_html(statement.shown)
    if statement.heading:
        return f'<h3 class="fa-heads">{text}</h3>'
    # A number in a review is never offered for calling: only those of our own signposts.
    if not statement.citations and _NUMBER.search(text):
        return f'<p class="fa-text fa-statement fa-signpost">{_NUMBER.sub(_as_call, text)}</p>'
    marks = "".join(f" {mark_html(cards[n])}" for n in statement.citations if n in cards)
    if statement.claim:
        given = f'<span class="fa-claim">{html.escape(statement.claim)}</span>'
        line = html.escape(statement.text)
        return f'<p class="fa-text fa-statement">{given}\n{line}{marks}</p>'
    style = "fa-verbatim" if statement.verbatim else "fa-ours"
    return f'<p class="fa-text fa-statement {style}">{text}{marks}</p>'


def _panel_html(answer: Answer) -> str:
    """A refusal is help: what is the matter, calmly, and below it what to do."""
    title = html.escape(_TITLES.get(answer.reason or "", "No answer from the reviews"))
    body = "".join(_statement_html(statement, {}) for statement in answer.statements)
    style = "fa-concern" if answer.reason == "live_concern" else "fa-help"
    return f'<section class="fa-panel {style}"><h3>{title}</h3>{body}</section>'


def _as_call(number: re.Match[str]) -> str:
    return f'<a href="tel:{number[0].replace(" ", "")}">{number[0]}</a>'


def _digest_hint(answer: Answer) -> str:
    digests = any(citation.provenance == "digest" for citation in answer.citations)
    return render.block(ADD_ORIGINAL, "fa-small") if digests else ""


def _offer_to_ask_again(answer: Answer) -> None:
    st.html(render.block(_CHANGED, "fa-note"))
    st.button("Ask again", on_click=talk.ask_next, args=(answer.question,))
