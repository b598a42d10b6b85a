"""The window: its pages, and what they have in common."""

import streamlit as st

from rag.errors import RagError
from ui import render
from ui.pages import all_pages


def show_window() -> None:
    # No page icon by name: the browser would fetch it from a host of fonts.
    st.set_page_config(page_title="Finding Aid", layout="wide")
    st.html(render.STYLE)
    page = st.navigation(all_pages(), position="top")
    try:
        page.run()
    except RagError as error:
        render.show_error(error)


show_window()
