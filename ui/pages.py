"""The window's pages, so that one can lead to another."""

from typing import TYPE_CHECKING
from urllib.parse import parse_qsl

import streamlit as st

from rag.types import Citation

if TYPE_CHECKING:
    from streamlit.navigation.page import Page


def all_pages() -> "list[Page]":
    # Here, as a page that leads to another imports this file.
    from ui import read, runs, themes

    return [
        _ask_page(),
        read.page(),
        st.Page(themes.show, title="Themes", url_path="themes"),
        _library_page(),
        st.Page(runs.show, title="Runs", url_path="runs"),
    ]


def show_empty() -> None:
    """What to do where the library holds nothing yet."""
    st.info("The library is empty: add reviews on the page Library, and then ask.")
    if st.button("Go to the library", type="primary"):
        st.switch_page(_library_page())


def read(citation: Citation) -> None:
    """Goes to the words, beside the conversation."""
    # What the address says here stays in it, so that the way back finds this page as it was.
    place = dict(parse_qsl(citation.link.removeprefix("?")))
    st.switch_page(_ask_page(), query_params=st.query_params.to_dict() | place)


def _library_page() -> "Page":
    from ui import library

    return st.Page(library.show, title="Library", url_path="library")


def _ask_page() -> "Page":
    from ui import ask

    return st.Page(ask.show, title="Ask", url_path="ask", default=True)
