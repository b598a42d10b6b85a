"""The conversation that the address bar names: kept in the history, so that a reload finds it."""

import streamlit as st

from rag.answer import Answer
from rag.history.conversations import Conversation
from ui import address_fields, browser, session


def current() -> Conversation | None:
    """None for a new one, and for one that is not there or belongs to another browser."""
    id_ = st.query_params.get(address_fields.CONVERSATION)
    return session.shared_history().conversations.find(id_, browser.key()) if id_ else None


def is_lost() -> bool:
    """Does the address name a conversation that cannot be shown here?"""
    return address_fields.CONVERSATION in st.query_params and current() is None


def answers() -> tuple[Answer, ...]:
    """As they were kept, oldest first; each holds its question."""
    conversation = current()
    if conversation is None:
        return ()
    return session.shared_history().conversations.answers(conversation)


def keep(answer: Answer) -> Conversation:
    """Into the conversation; the first answer begins one, and names it in the address bar."""
    conversations = session.shared_history().conversations
    conversation = current()
    if conversation:
        conversations.append(conversation, answer)
    else:
        conversation = conversations.begin(browser.key(), answer)
        session.put(address_fields.CONVERSATION, conversation.id)
    return conversation


def go_to(id_: str) -> None:
    session.turn_to({address_fields.CONVERSATION: id_})


def begin_new() -> None:
    session.turn_to({address_fields.CONVERSATION: ""})


def ask_next(question: str) -> None:
    """As if it had been typed; for buttons that ask."""
    st.session_state["asked"] = question


def taken_question() -> str | None:
    asked: str | None = st.session_state.pop("asked", None)
    return asked
