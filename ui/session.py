"""What a visitor's session holds (the conversation) and what all of them share (the library)."""

import streamlit as st

from rag import wiring
from rag.answers.links import Link
from rag.index.library import Library
from rag.settings import Settings
from rag.types import Answer

Place = Link
"""What the address bar points at."""


@st.cache_resource(show_spinner="Opening the library.")
def shared_library() -> Library:
    return wiring.open_library(Settings.load())


@st.cache_resource(show_spinner="Loading the search model, once: you may already ask.")
def load_models(_library: Library) -> None:
    """Raises ModelUnavailable or StoreUnavailable."""
    wiring.load_models(_library)


def conversation() -> list[Answer]:
    """The answers so far, oldest first; each holds its question."""
    answers: list[Answer] = st.session_state.setdefault("answers", [])
    return answers


def opened_place() -> Place | None:
    """None where the address names no unit."""
    return Place.parse(st.query_params)


def open_place(place: Place) -> None:
    """Puts the permanent link of the place into the address bar."""
    st.query_params.from_dict(place.fields)


def close_place() -> None:
    st.query_params.clear()
