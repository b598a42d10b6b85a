"""The window: its pages, and what they have in common."""

import streamlit as st

from rag.errors import RagError
from ui import ask, read, render


def show_window() -> None:
    # No page icon by name: the browser would fetch it from a host of fonts.
    st.set_page_config(page_title="Finding Aid", layout="wide")
    st.html(render.STYLE)
    pages = [st.Page(ask.show, title="Ask", url_path="ask", default=True), read.page()]
    page = st.navigation(pages, position="top" if len(pages) > 1 else "hidden")
    try:
        page.run()
    except RagError as error:
        render.show_error(error)


show_window()
