"""Thumbs under an answer, and why it was no good; kept on this machine."""

import streamlit as st

from rag.answer import Answer
from rag.history.conversations import Conversation
from rag.history.feedback import REASONS, Opinion
from rag.index.library import Library
from rag.settings import Settings
from ui import session

_DOWN, _UP = 0, 1
"""As Streamlit counts thumbs."""


def show_thumbs(
    library: Library, conversation: Conversation, turn: int, answer: Answer, kept: Opinion | None
) -> None:
    key = f"{conversation.id}-{turn}"
    thumb = None if kept is None else _UP if kept.verdict == "up" else _DOWN
    chosen = st.feedback("thumbs", key=f"thumbs-{key}", default=thumb)
    reason = kept.reason if kept else None
    if chosen == _DOWN:
        reason = st.pills(
            "What was wrong?", REASONS, key=f"reason-{key}", default=reason,
            format_func=lambda text: text[0].upper() + text[1:],
        )  # fmt: skip
    opinion = _opinion(chosen, reason)
    if opinion == kept:
        return
    feedback = session.shared_history().feedback
    if opinion is None:
        feedback.withdraw(conversation, turn)
    else:
        feedback.give(conversation, turn, opinion, answer, _settings(library))
        st.toast("Thank you. This is kept on this machine only.")


def _opinion(chosen: int | None, reason: str | None) -> Opinion | None:
    if chosen is None:
        return None
    return Opinion("up") if chosen == _UP else Opinion("down", reason)


def _settings(library: Library) -> dict[str, str]:
    return Settings.load().as_environment() | {"generation": library.catalogue.generation}
