"""What a place needs to be shown, in the reader and beside an answer."""

from pathlib import Path

import streamlit as st

from rag.quotes.citations.citing import unfounded_units
from rag.quotes.citations.linked import Linked
from rag.quotes.citations.references import ADD_ORIGINAL
from rag.types import Document
from ui import render

NOT_VERIFIED = (
    "The words of this unit were not found in its document, so they are not shown: run rag index,"
    " and add the document again if this stays."
)
_GONE = (
    "The text has changed since this link was made, so no words are marked: read the unit as it"
    " stands now, or ask again."
)
_MOVED = "The document has been read anew since this link was made: the same words now stand here."


def show_style() -> None:
    st.html(Path(__file__).with_name("reader.css"))


def show_change(linked: Linked) -> None:
    if linked.words == "gone":
        st.warning(_GONE)
    elif linked.words == "moved":
        st.info(_MOVED)


def _contents(document: Document) -> int:
    return hash((document.reading.text, document.source.text, document.units))


@st.cache_resource(max_entries=64, show_spinner=False, hash_funcs={Document: _contents})
def hidden_units(document: Document) -> frozenset[str]:
    """Ids of the units whose words do not stand in their document."""
    return unfounded_units(document)


def digest_note(document: Document) -> str:
    """Empty for an original."""
    if document.record.provenance != "digest":
        return ""
    return render.DIGEST_CHIP + render.block(ADD_ORIGINAL, "fa-small")


def origin(document: Document) -> str:
    """Title, publisher (or area) and year, as far as they are known."""
    record = document.record
    year = record.published[:4] if record.published else None
    return ", ".join(filter(None, (record.title, record.publisher or record.area, year)))
