"""What the address bar opens beside the page, and what all visitors share (the library)."""

from dataclasses import dataclass
from typing import Self
from urllib.parse import parse_qs

import streamlit as st

from rag import wiring
from rag.history.store import History
from rag.index.library import Library
from rag.settings import Settings
from rag.types import Citation, Span

_PLACE = ("doc", "unit", "start", "end", "words")


@dataclass(frozen=True, slots=True)
class Place:
    """What the address bar points at: a unit, and the words marked in it.

    `words` is the digest of these as they were when the link was made; empty in a link
    that was written without it."""

    document: str
    unit: str
    marked: Span
    words: str = ""

    @classmethod
    def of_citation(cls, citation: Citation) -> Self:
        words = parse_qs(citation.link.removeprefix("?")).get("words", [""])[0]
        return cls(citation.document, citation.unit, (citation.start, citation.end), words)


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
    """None where the address names no unit; a figure that is none marks nothing."""
    address = st.query_params
    if "doc" not in address or "unit" not in address:
        return None
    start, end = (_offset(address.get(name, "")) for name in ("start", "end"))
    return Place(address["doc"], address["unit"], (start, end), address.get("words", ""))


def open_place(place: Place) -> None:
    """Puts the permanent link of the place into the address bar, beside what stands there."""
    start, end = place.marked
    words = {"words": place.words} if place.words else {}
    link = {"doc": place.document, "unit": place.unit, "start": str(start), "end": str(end)}
    st.query_params.from_dict(_without_place() | link | words)


def open_link(link: str) -> None:
    """As if the browser had gone to this address, from its question mark on."""
    values = parse_qs(link.removeprefix("?"))
    st.query_params.from_dict({name: each[0] for name, each in values.items()})


def close_place() -> None:
    # In one step: each change of the address is a step back for the browser.
    if opened_place():
        st.query_params.from_dict(_without_place())


def _without_place() -> dict[str, str]:
    return {name: value for name, value in st.query_params.items() if name not in _PLACE}


def _offset(text: str) -> int:
    return int(text) if text.isascii() and text.isdigit() and len(text) < 10 else 0
