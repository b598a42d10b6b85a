"""The conversations of this browser: to go to, to rename, to take along, to delete."""

import re

import streamlit as st

from rag.backends.word_writing import Part
from rag.history.conversations import LONGEST_TITLE, Conversation
from rag.history.transcript import as_markdown, as_word, transcript
from rag.index.library import Library
from ui import browser, render, session, talk

_NONE_YET = "Your conversations will be listed here. They stay on this machine."
_CHECKED = "Every quotation is checked again; references are given and digests marked."
_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


def show_conversations(library: Library) -> None:
    kept = session.shared_history().conversations.of_browser(browser.key())
    chosen = talk.current()
    with st.sidebar:
        st.button(
            "New conversation", on_click=talk.begin_new, icon=":material/add:", width="stretch"
        )
        if not kept:
            st.html(render.block(_NONE_YET, "fa-small"))
            return
        st.html('<p class="fa-listed">Conversations</p>')
        with st.container(gap=None, key="fa-conversations"):
            for conversation in kept:
                _show_entry(conversation, chosen)
        if chosen:
            _show_actions(library, chosen)


def _show_entry(conversation: Conversation, chosen: Conversation | None) -> None:
    is_open = chosen is not None and chosen.id == conversation.id
    st.button(
        render.as_label(conversation.title),
        key=f"fa-{'open' if is_open else 'go'}-{conversation.id}",
        on_click=talk.go_to,
        args=(conversation.id,),
        type="tertiary",
        width="stretch",
        help="This conversation is open" if is_open else None,
    )


def _show_actions(library: Library, conversation: Conversation) -> None:
    with st.container(horizontal=True, gap="small", key="fa-actions"):
        with st.popover("Rename", type="tertiary"):
            _show_renaming(conversation)
        with st.popover("Export", type="tertiary"):
            _show_exports(library, conversation)
        with st.popover("Delete", type="tertiary"):
            _show_deletion(conversation)


def _show_renaming(conversation: Conversation) -> None:
    key = f"title-{conversation.id}"
    with st.form(f"rename-{conversation.id}", border=False):
        st.text_input("Name", value=conversation.title, max_chars=LONGEST_TITLE, key=key)
        st.form_submit_button("Rename", on_click=_rename, args=(conversation, key))


def _rename(conversation: Conversation, key: str) -> None:
    session.shared_history().conversations.rename(conversation, st.session_state[key])


def _show_exports(library: Library, conversation: Conversation) -> None:
    name = re.sub(r"\W+", "-", conversation.title).strip("-").lower() or "conversation"
    history = session.shared_history()

    # Made when chosen, in a thread that knows no session.
    def parts() -> tuple[Part, ...]:
        answers = history.conversations.answers(conversation)
        return transcript(library, conversation.title, answers)

    st.html(render.block(_CHECKED, "fa-small"))
    st.download_button(
        "Markdown", lambda: as_markdown(parts()), f"{name}.md", "text/markdown", on_click="ignore"
    )
    st.download_button("Word", lambda: as_word(parts()), f"{name}.docx", _WORD, on_click="ignore")


def _show_deletion(conversation: Conversation) -> None:
    st.write("Delete this conversation, and the feedback given in it, for good?")
    st.button("Delete for good", on_click=_delete, args=(conversation,), type="primary")


def _delete(conversation: Conversation) -> None:
    session.shared_history().conversations.delete(conversation)
    talk.begin_new()
