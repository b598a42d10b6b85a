"""The page of one document: its outline, its text with the linked words marked, its pages."""

import streamlit as st
from streamlit.navigation.page import StreamlitPage

from rag.errors import RagError, UnknownUnit
from rag.index.library import Library
from rag.quotes.citations.linked import Linked, follow
from rag.quotes.citations.links import Link
from rag.types import Document, Record
from ui import pages, places, render, session
from ui.bridge import show_bridge
from ui.document_text import copy_buttons, place_html, text_parts
from ui.front_matter import front_matter_html
from ui.outline import outline_html
from ui.page_picture import has_pages, show_pages
from ui.stepping import show_citation_steps, show_unit_steps

_TEXT, _PAGE = "Text", "Page as printed"


def page() -> StreamlitPage:
    return st.Page(show, title="Read", url_path="read")


def show() -> None:
    places.show_style()
    library = session.shared_library()
    records = {record.id: record for record in library.catalogue.records()}
    if not records:
        st.title("Read", anchor=False)
        pages.show_empty()
        return
    identity = st.query_params.get("doc")
    _choose_document(records, identity)
    if not identity:
        st.title("Read", anchor=False)
        show_citation_steps(Link("", ""))
        _show_held(records)
        show_bridge("")
        return
    place = session.opened_place() or Link(identity, "")
    try:
        linked = follow(library, place) if place.unit else None
        document = linked.document if linked else library.document(identity)
    except UnknownUnit as error:
        render.show_error(error)
        linked, document = None, library.document(identity)
    except RagError as error:
        st.title("Read", anchor=False)
        render.show_error(error)
        _show_held(records)
        show_bridge("")
        return
    _show_document(library, document, linked, place)


def _choose_document(records: dict[str, Record], identity: str | None) -> None:
    # The address decides, also after "back" in the browser.
    st.session_state["reader-document"] = identity if identity in records else None
    st.selectbox(
        "Document",
        [*records],
        format_func=lambda id_: _named(records[id_]),
        key="reader-document",
        placeholder="Choose a document",
        on_change=_open_document,
    )


def _open_document() -> None:
    chosen = st.session_state["reader-document"]
    session.open_fields({"doc": chosen} if chosen else {})


def _show_held(records: dict[str, Record]) -> None:
    items = "".join(
        f'<li><a href="read?doc={render.escaped(id_)}" data-fa-open>'
        f"{render.escaped(_named(record))}</a></li>"
        for id_, record in records.items()
    )
    st.html(f'<h2 class="fa-held">The library holds</h2><ul class="fa-held">{items}</ul>')


def _named(record: Record) -> str:
    """As in a list of many: documents may share a title."""
    parts = (record.title, record.publisher or record.area, (record.published or "")[:4])
    return ", ".join(part for part in parts if part)


def _show_document(
    library: Library, document: Document, linked: Linked | None, place: Link
) -> None:
    st.html(f'<h1 class="fa-title">{render.escaped(document.record.title)}</h1>{_about(document)}')
    left, right = st.columns([1, 2.6], gap="large")
    with left, st.container(key="fa-outline"):
        st.html(outline_html(document, linked.unit if linked else None))
    with right:
        view = _show_tools(linked, place)
        key = f"{place.address} {view}" if linked else ""
        if linked and view == _PAGE:
            st.html(place_html(linked.unit) + copy_buttons(document, linked.unit, linked.marked))
            show_pages(library, linked, key=key)
        else:
            hidden = places.hidden_units(document)
            unit, marked = (linked.unit, linked.marked) if linked else (None, (0, 0))
            with st.container(gap=None):
                for part in text_parts(document, unit, marked, hidden=hidden, key=key):
                    st.html(part)
    show_bridge(key)


def _show_tools(linked: Linked | None, place: Link) -> str:
    """Gives the view that is chosen."""
    with st.container(key="fa-tools", gap="xsmall"):
        show_citation_steps(place)
        if linked is None:
            return _TEXT
        places.show_change(linked)
        with st.container(horizontal=True, vertical_alignment="center", gap="small"):
            show_unit_steps(linked)
            return _choose_view(linked)


def _choose_view(linked: Linked) -> str:
    if not has_pages(linked):
        return _TEXT
    view = st.segmented_control(
        "View", [_TEXT, _PAGE], default=_TEXT, required=True, key="reader-view",
        label_visibility="collapsed",
    )  # fmt: skip
    return view or _TEXT


def _about(document: Document) -> str:
    record = document.record
    pages = len(document.pages)
    facts = (
        record.publisher or record.area,
        record.published,
        record.kind.replace("_", " "),
        f"{pages} pages" if pages else None,
        f"{len(document.units)} parts",
        record.file,
    )
    said = " · ".join(render.escaped(fact) for fact in facts if fact)
    parts = (said, render.source_page(record.source_url))
    about = " · ".join(part for part in parts if part)
    card = f'<p class="fa-small">{about}</p>{places.digest_note(document)}'
    return card + front_matter_html(document)
