"""The page of questions: the conversation, and beside it the cited unit with its words marked."""

import streamlit as st

from rag.answers.citations import stands_in_source, words_digest
from rag.answers.examples import example_questions
from rag.answers.references import ADD_ORIGINAL
from rag.assistant import ask
from rag.errors import RagError
from rag.index.library import Library
from rag.types import Answer
from ui import filters, render, session

_CHANGED = (
    "The text has changed since this link was made, so no words are marked: read the unit as it"
    " stands now, or ask again."
)
_NOT_VERIFIED = (
    "The words of this unit were not found in its document, so they are not shown: run rag index,"
    " and add the document again if this stays."
)


def show() -> None:
    st.title("Finding Aid", anchor=False)
    st.caption("Ask published child-safeguarding reviews. Every claim leads to its finding.")
    library = session.shared_library()
    filters.show_choices(library)
    filters.show_active(library)
    place = session.opened_place()
    left, right = st.columns([3, 2], gap="large") if place else (st.container(), None)
    typed = st.chat_input("Ask a question in your own words")
    with left:
        for turn, answer in enumerate(session.conversation()):
            show_turn(turn, answer)
        question = typed or (
            None if session.conversation() else chosen_example(filters.narrowed(library))
        )
        if question:
            answer_question(library, question)
    if place and right:
        with right, st.container(border=True, gap="small"):
            show_place(library, place)
    # Last, so that the page is there, and can be used, while the models load.
    session.load_models(library)


def show_turn(turn: int, answer: Answer) -> None:
    with st.chat_message("user"):
        st.html(render.block(answer.question))
    with st.chat_message("assistant"):
        render.show_answer(answer)
        for citation in answer.citations:
            if render.show_card(citation, key=f"citation-{turn}-{citation.n}"):
                session.open_place(session.Place.of_citation(citation))
                st.rerun()
        if any(citation.provenance == "digest" for citation in answer.citations):
            st.html(render.block(ADD_ORIGINAL, "fa-small"))


def chosen_example(library: Library) -> str | None:
    chosen = None
    st.markdown("For example:")
    for example in example_questions(library.catalogue, count=4):
        if st.button(render.as_label(example)):
            chosen = example
    return chosen


def answer_question(library: Library, question: str) -> None:
    turns = [*(answer.question for answer in session.conversation()), question]
    try:
        with st.spinner("Reading the reviews"):
            answer = ask(library, turns, within=filters.chosen_filter())
    except RagError as error:
        render.show_error(error)
        return
    session.conversation().append(answer)
    st.rerun()


def show_place(library: Library, place: session.Place) -> None:
    st.button("Close", on_click=session.close_place, type="tertiary", icon=":material/close:")
    try:
        document = library.document(place.document)
        unit = library.catalogue.unit(place.document, place.unit)
    except RagError as error:
        render.show_error(error)
        return
    if not stands_in_source(document, unit):
        st.error(render.as_label(_NOT_VERIFIED))
        return
    marked = place.marked
    if place.words not in ("", words_digest(document, marked)):
        st.warning(render.as_label(_CHANGED))
        marked = (0, 0)
    render.show_unit(document, unit, marked)
