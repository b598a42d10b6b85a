"""The reader beside an answer: the cited unit with its words marked."""

from collections.abc import Callable

import streamlit as st

from rag.errors import RagError
from rag.index.library import Library
from rag.quotes.citations.linked import Linked, follow
from rag.quotes.citations.links import Link
from ui import address_fields, places, read, render, session
from ui.bridge import show_bridge
from ui.document_text import copy_buttons, unit_body
from ui.page_picture import has_pages, show_pages


def show_pane(
    library: Library, place: Link, *, on_close: Callable[[], None] = session.close_place
) -> None:
    places.show_style()
    with st.container(horizontal=True, horizontal_alignment="distribute"):
        reading = st.button("Open in the reader", type="tertiary", icon=":material/menu_book:")
        st.button("Close", on_click=on_close, type="tertiary", icon=":material/close:")
    try:
        linked = follow(library, place)
    except RagError as error:
        render.show_error(error)
        return
    if reading:
        st.switch_page(read.page(), query_params=address_fields.now_said() | place.fields)
    if linked.unit.id in places.hidden_units(linked.document):
        st.error(places.NOT_VERIFIED)
        return
    places.show_change(linked)
    _show_unit(linked, key=place.address)
    key = place.address
    if has_pages(linked):
        label = "The page as printed"
        with st.expander(label, icon=":material/picture_as_pdf:", on_change="rerun") as printed:
            if printed.open:
                key += " printed"
                show_pages(library, linked, key=key)
    show_bridge(key)


def _show_unit(linked: Linked, *, key: str) -> None:
    document, unit = linked.document, linked.unit
    st.html(
        f'<div class="fa-pane" data-fa-here="{render.escaped(key)}" tabindex="-1">'
        f'<h2 class="fa-label">{render.escaped(unit.label)}</h2>'
        + render.block(places.origin(document), "fa-small")
        + render.block(" › ".join(unit.path), "fa-small")
        + render.source_page(document.record.source_url)
        + places.digest_note(document)
        + unit_body(document, unit, linked.marked)
        + copy_buttons(document, unit, linked.marked)
        + "</div>"
    )
