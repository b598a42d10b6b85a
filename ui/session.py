"""What a visitor's session holds (the conversation) and what all of them share (the library)."""

from collections.abc import Mapping

import streamlit as st

from rag import wiring
from rag.answers.links import Link
from rag.index.library import Library
from rag.settings import Settings
from rag.types import Answer

Place = Link
"""What the address bar points at."""
_PLACE = ("doc", "unit", "start", "end", "words")


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
    """Puts the permanent link of the place into the address bar, beside what else stands there."""
    open_fields(place.fields)


def open_fields(fields: Mapping[str, str]) -> None:
    """The fields of a link; what is none of these is left out."""
    known = {name: value for name, value in fields.items() if name in _PLACE}
    st.query_params.from_dict(_without_place() | known)


def close_place() -> None:
    st.query_params.from_dict(_without_place())


def _without_place() -> dict[str, str]:
    return {name: value for name, value in st.query_params.items() if name not in _PLACE}
