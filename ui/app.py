"""The window: its pages, and what they have in common."""

import logging

import streamlit as st

from rag.errors import RagError
from ui import carrying, render
from ui.pages import all_pages

_FAULT = (
    "Something went wrong in this program; the conversation is kept: load the page again, and if it"
    " stays, look into what the terminal says."
)


def show_window() -> None:
    # No page icon by name: the browser would fetch it from a host of fonts.
    st.set_page_config(page_title="Finding Aid", layout="wide")
    st.html(render.STYLE)
    carrying.carry_over()
    page = st.navigation(all_pages(), position="top")
    try:
        page.run()
    except RagError as error:
        render.show_error(error)
    except Exception:
        # The conversation is kept, so that this costs nobody more than the one step.
        logging.getLogger(__name__).exception("The page could not be shown.")
        st.error(_FAULT)
    carrying.mount()


show_window()
