"""A question to the search alone: what came back, and why in this order."""

import streamlit as st

from rag.answers.search.trying import Trial, Tried, try_search
from rag.evidence.weights import weights
from rag.index.library import Library
from rag.index.retrieval import WEIGHT
from rag.telling.refusals import name_review
from ui import render, session

_MOST = 15
_HEADS = ("", "Passage", "Found", "Nearness", "Words", "Topic", "Evidence")


def show_trial(library: Library) -> None:
    st.caption(
        "For the curious: what the search brings for a question before an answer is made of it."
    )
    question = st.text_input("Question to try", placeholder="What do reviews say about fathers?")
    if not question.strip():
        return
    session.load_models(library)
    trial = try_search(library, question, most=_MOST)
    st.html(render.block(_tell_topic(trial), "fa-small"))
    if not trial.found:
        st.info("Nothing was found.")
        return
    st.html(_table(trial))
    with st.expander("What the figures mean"):
        _explain()


def _tell_topic(trial: Trial) -> str:
    terms = trial.request.terms
    words = "; ".join(
        f"{term.words} ({len(term.variants)} wordings, weight {term.weight:.1f}"
        f"{'' if term.known else ', not in the library'})"
        for term in terms
    )
    return f"Topic words: {words}." if terms else "No word of the question carries a topic."


def _table(trial: Trial) -> str:
    head = "".join(f'<th scope="col">{name}</th>' for name in _HEADS)
    rows = "".join(_row(n, tried) for n, tried in enumerate(trial.found, start=1))
    return (
        '<div class="fa-trial" role="region" aria-label="What the search found" tabindex="0">'
        f"<table><thead><tr>{head}</tr></thead><tbody>{rows}</tbody></table></div>"
    )


def _row(n: int, tried: Tried) -> str:
    hit, evidence = tried.hit, tried.evidence
    place = f"{name_review(tried.record)}: {evidence.focus.unit.label}"
    carried = f" ({', '.join(tried.carried)})" if tried.carried else ""
    figures = (
        f"{hit.score:.2f}", f"{hit.dense:.2f}", f"{hit.lexical:.1f}",
        f"{evidence.coverage:.0%}{carried}", f"{evidence.score:.2f}",
    )  # fmt: skip
    cells = "".join(f"<td>{render.escaped(figure)}</td>" for figure in figures)
    passage = render.block(place, "fa-place") + render.block(hit.passage.text, "fa-small")
    return f'<tr><th scope="row">{n}</th><td>{passage}</td>{cells}</tr>'


def _explain() -> None:
    w = weights()
    st.markdown(
        f"""
- **Nearness**: cosine of the question's vector and the passage's, from -1 to 1. 0.00: the vectors
  did not bring it.
- **Words**: BM25 score of the words they share, rare words counting more. 0.0: none.
- **Found**: both, each scaled from its worst to its best hit, {WEIGHT:.0%} and {1 - WEIGHT:.0%}.
- **Topic**: how much of the question's topic the best sentences carry, rare words counting more;
  words in the heading above count half.
- **Evidence**: what an answer is ordered by: {w.passage:.0%} of *Found*, {1 - w.passage:.0%} of
  *Topic*, {w.dense:.2f} times *Nearness*, and something for learning before background. Sentences
  below {w.worth:.0%} of the best are not shown.
"""
    )
