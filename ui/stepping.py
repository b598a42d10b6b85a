"""Steps from the place that is read to the next: of the answer's citations, and of the units."""

import streamlit as st

from rag.answer import Answer
from rag.quotes.citations.linked import Linked
from rag.quotes.citations.links import Link
from ui import render, session, talk


def show_citation_steps(place: Link) -> None:
    """Nothing where the conversation has no answer with citations yet."""
    answer = _answer_of(place)
    if answer is None:
        return
    places = [Link.of_citation(citation) for citation in answer.citations]
    at = places.index(place) if place in places else None
    which = f"Citation {at + 1} of {len(places)}" if at is not None else "Citations"
    with st.container(horizontal=True, vertical_alignment="center", key="fa-citations"):
        question = render.escaped(answer.question)
        st.html(f'<p class="fa-small fa-line"><b>{which}</b> · {question}</p>', width="stretch")
        before = at - 1 if at else None
        after = 0 if at is None else at + 1
        _step("Previous citation", places, before, icon="chevron_left", key="citation-before")
        _step("Next citation", places, after, icon="chevron_right", key="citation-after")


def show_unit_steps(linked: Linked) -> None:
    units = linked.document.units
    at = units.index(linked.unit)
    places = [Link(linked.document.record.id, unit.id) for unit in units]
    _step("Previous part", places, at - 1 if at else None, icon="arrow_upward", key="unit-before")
    _step("Next part", places, at + 1, icon="arrow_downward", key="unit-after")


def _step(label: str, places: list[Link], to: int | None, *, icon: str, key: str) -> None:
    possible = to is not None and to < len(places)
    st.button(
        label, key=key, type="tertiary", icon=f":material/{icon}:", disabled=not possible,
        on_click=session.open_place, args=(places[to],) if possible and to is not None else None,
    )  # fmt: skip


def _answer_of(place: Link) -> Answer | None:
    """The latest answer that cites the place; else the latest with citations."""
    cited = [answer for answer in reversed(talk.answers()) if answer.citations]
    here = (a for a in cited if any(Link.of_citation(c) == place for c in a.citations))
    return next(here, cited[0] if cited else None)
