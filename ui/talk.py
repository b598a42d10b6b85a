"""The conversation that the address bar names: kept in the history, so that a reload finds it."""

import streamlit as st

from rag.history.conversations import Conversation
from rag.types import Answer
from ui import browser, session

ADDRESS = "c"
PAGE = "page shown last"
_LAST = "last conversation"


def current() -> Conversation | None:
    """None for a new one, and for one that is not there or belongs to another browser."""
    id_ = st.query_params.get(ADDRESS)
    return session.shared_history().conversations.find(id_, browser.key()) if id_ else None


def is_lost() -> bool:
    """Does the address name a conversation that cannot be shown here?"""
    return ADDRESS in st.query_params and current() is None


def answers() -> tuple[Answer, ...]:
    """As they were kept, oldest first; each holds its question."""
    conversation = current()
    if conversation is None:
        return ()
    return session.shared_history().conversations.answers(conversation)


def latest_answers() -> tuple[Answer, ...]:
    """Those of the conversation in the address, or of the one that this visit had last."""
    if ADDRESS in st.query_params:
        return answers()
    conversations = session.shared_history().conversations
    last = st.session_state.get(_LAST)
    conversation = conversations.find(last, browser.key()) if last else None
    return conversations.answers(conversation) if conversation else ()


def keep(answer: Answer) -> Conversation:
    """Into the conversation; the first answer begins one, and names it in the address bar."""
    conversations = session.shared_history().conversations
    conversation = current()
    if conversation:
        conversations.append(conversation, answer)
    else:
        conversation = conversations.begin(browser.key(), answer)
        st.query_params[ADDRESS] = conversation.id
    st.session_state[_LAST] = conversation.id
    return conversation


def go_to(id_: str) -> None:
    session.begin({ADDRESS: id_})
    st.session_state[_LAST] = id_


def begin_new() -> None:
    session.begin({})
    st.session_state[_LAST] = None


def return_to_last() -> None:
    """After a look at another page, whose address names no conversation."""
    last = st.session_state.get(_LAST)
    if was_elsewhere() and last and ADDRESS not in st.query_params:
        st.query_params[ADDRESS] = last
    elif ADDRESS in st.query_params:
        st.session_state[_LAST] = st.query_params[ADDRESS]


def was_elsewhere() -> bool:
    """Was another page than that of questions shown last?"""
    shown: str = st.session_state.get(PAGE, "")
    return shown != ""


def ask_next(question: str) -> None:
    """As if it had been typed; for buttons that ask."""
    st.session_state["asked"] = question


def taken_question() -> str | None:
    asked: str | None = st.session_state.pop("asked", None)
    return asked
