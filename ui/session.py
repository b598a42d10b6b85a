"""What the address bar opens beside the page, and what all visitors share (the library)."""

from collections.abc import Mapping

import streamlit as st

from rag import wiring
from rag.history.store import History
from rag.index.library import Library
from rag.quotes.citations.links import Link
from rag.settings import Settings
from ui import address_fields

Place = Link
"""What the address bar points at."""
_PLACE = ("doc", "unit", "start", "end", "words")


@st.cache_resource(show_spinner="Opening the library.")
def shared_library() -> Library:
    return wiring.open_library(Settings.load())


@st.cache_resource(show_spinner=False)
def shared_history() -> History:
    """Raises StoreUnavailable."""
    return wiring.open_history(Settings.load())


@st.cache_resource(show_spinner="Loading the search model, once: you may already ask.")
def load_models(_library: Library) -> None:
    """Raises ModelUnavailable or StoreUnavailable."""
    wiring.load_models(_library)


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
    # In one step: each change of the address is a step back for the browser.
    if opened_place():
        st.query_params.from_dict(_without_place())


def turn_to(fields: Mapping[str, str]) -> None:
    """These alone in the address bar, beside what stands there on every page; an empty field is
    left out."""
    told = {**address_fields.now_said(), **fields}
    st.query_params.from_dict({name: value for name, value in told.items() if value})
    address_fields.remember()


def put(name: str, value: str) -> None:
    """This field in the address bar, or none of the name where the value is empty."""
    if value:
        st.query_params[name] = value
    elif name in st.query_params:
        del st.query_params[name]
    address_fields.remember()


def _without_place() -> dict[str, str]:
    return {name: value for name, value in st.query_params.items() if name not in _PLACE}
