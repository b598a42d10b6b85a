"""The window: its pages, and what they have in common."""

import logging

import streamlit as st

from rag.errors import RagError
from ui import address_fields, render
from ui.pages import all_pages

_FAULT = (
    "Something went wrong in this program. The conversation is kept: load the page again. If that"
    " does not help, the terminal that started the window shows what failed."
)


def show_window() -> None:
    # No page icon by name: the browser would fetch it from a host of fonts.
    st.set_page_config(page_title="Finding Aid", layout="wide")
    st.html(render.STYLE)
    address_fields.put_back()
    page = st.navigation(all_pages(), position="top")
    try:
        page.run()
    except RagError as error:
        render.show_error(error)
    except Exception:
        # Every error that we foresee is a RagError. This is the outermost edge: what comes here is
        # a fault of ours, of any kind. Streamlit's own notice of it speaks of a cloud and ends the
        # script before the address is mounted; the terminal still gets the whole trace.
        logging.getLogger(__name__).exception("The page could not be shown.")
        st.error(_FAULT)
    address_fields.mount()


show_window()
