"""The page of questions: the conversation, and beside it the cited unit with its words marked."""

from pathlib import Path
from urllib.parse import parse_qsl

import streamlit as st

from rag.answer import Answer
from rag.answers.cards.examples import example_questions
from rag.assistant import ask
from rag.errors import RagError
from rag.history.standing import Standing, as_it_stands
from rag.index.library import Library
from rag.next_steps import NextSteps, next_steps
from rag.safety.masking import mask
from ui import answers, filters, glue, pages, render, session, sidebar, talk, votes
from ui.pane import show_pane
from ui.reading import show_reading

_STYLE = Path(__file__).with_name("ask.css")
_PURPOSE = "Ask published child-safeguarding reviews. Every claim leads to its finding."
_READING = "Reading the reviews"
_LOADING = "Loading the search model, once; then reading the reviews"
_LOST = (
    "The conversation of this address is not here: it was deleted, or was held in another browser."
    " Ask, and a new one begins."
)


def show() -> None:
    st.html(_STYLE)
    library = session.shared_library()
    is_empty = not library.catalogue.records()
    # Both are there in either case, so that opening a unit moves nothing on the left.
    left, right = st.columns([3, 2], gap="large")
    with left:
        st.title("Finding Aid", anchor=False)
        st.html(render.block(_PURPOSE, "fa-small"))
        turns = st.container(key="fa-turns")
        with st.container(key="fa-ask"):
            filters.show_active(library)
            # Not at the foot of the page, where Streamlit would scroll to the end at each answer.
            typed = st.chat_input(
                "Ask a question in your own words",
                submit_mode="stop",
                key="question",
                disabled=is_empty,
            )
        below = st.container()
    question = typed or talk.taken_question()
    with turns:
        show_turns(library, question)
    if is_empty:
        with below:
            pages.show_empty()
    elif not question and not talk.answers():
        with below:
            show_examples(filters.narrowed(library))
    if place := session.opened_place():
        with right, st.container(border=True, gap="small", key="fa-reader"):
            show_pane(library, place, on_close=close_place)
    sidebar.show_conversations(library)
    filters.show_choices(library)
    glue.mount(open_link)
    # Last, so that the page is there, and can be used, while the models load.
    if not is_empty:
        with below:
            session.load_models(library)


def show_turns(library: Library, question: str | None) -> None:
    """The conversation as it stands, and the answer to the question as its last turn."""
    if talk.is_lost() and not question:
        st.info(_LOST)
    kept = [as_it_stands(library, answer) for answer in talk.answers()]
    for turn, standing in enumerate(kept):
        answers.show_question(turn, standing.answer.question)
        show_answer(library, turn, standing)
    given = [standing.answer for standing in kept]
    if question and (answer := answer_question(library, given, question)):
        given.append(answer)
    if given:
        steps = steps_after(library, given)
        answers.show_next(steps, given[-1], key=f"after-{len(given)}")


def answer_question(library: Library, given: list[Answer], question: str) -> Answer | None:
    turn = len(given)
    answers.show_question(turn, mask(" ".join(question.split())))
    try:
        with st.spinner(_READING if library.seconds_loading else _LOADING):
            turns = [*(each.question for each in given), question]
            answer = ask(library, turns, within=filters.chosen_filter(), explain=True)
    except RagError as error:
        render.show_error(error)
        return None
    concern = answer.reason == "live_concern"
    if concern:
        session.close_place()
    talk.keep(answer)
    anchor = f"fa-turn-{turn}"
    glue.tell(glue.News("arrived", answers.spoken(answer), urgent=concern, anchor=anchor))
    show_answer(library, turn, Standing(answer))
    return answer


def show_answer(library: Library, turn: int, standing: Standing) -> None:
    conversation = talk.current()
    if conversation is None:
        return
    answer = standing.answer
    answers.show_answer(library, standing, conversation.id)
    # Nothing beside whom to call.
    if answer.reason == "live_concern":
        return
    kept = session.shared_history().feedback.of_conversation(conversation)
    with st.container(horizontal=True, vertical_alignment="center", key=f"fa-under-{turn}"):
        if answer.citations:
            answers.show_copy(answer)
        votes.show_thumbs(library, conversation, turn, answer, kept.get(turn))
    for trace in answer.traces:
        show_reading(trace)


def steps_after(library: Library, given: list[Answer]) -> NextSteps:
    """Found once for an answer: each of them is asked to see whether it has an answer."""
    found = (
        library.catalogue.generation,
        filters.chosen_filter(),
        [answer.question for answer in given],
    )
    if st.session_state.get("steps after") != found:
        st.session_state["steps"] = next_steps(filters.narrowed(library), given)
        st.session_state["steps after"] = found
    steps: NextSteps = st.session_state["steps"]
    return steps


def show_examples(library: Library) -> None:
    examples = example_questions(library.catalogue, count=4)
    if not examples:
        return
    st.html('<p class="fa-next">For example</p>')
    with st.container(gap="small", key="fa-examples"):
        for example in examples:
            st.button(render.as_label(example), on_click=talk.ask_next, args=(example,))


def open_link(link: str) -> None:
    session.open_fields(dict(parse_qsl(link.removeprefix("?"))))
    if session.opened_place():
        glue.tell(glue.News("opened", "Opened beside the answer."))


def close_place() -> None:
    session.close_place()
    glue.tell(glue.News("closed", "Closed."))
