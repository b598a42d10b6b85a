"""The page of the web that a document's citations lead to, set by hand on its card."""

import streamlit as st

from rag import wiring
from rag.errors import RagError
from rag.index.catalogue import Card
from rag.index.library import Library
from rag.index.source_pages import set_source_page
from rag.settings import Settings
from rag.telling.refusals import name_review
from ui import adding


def show_setting(library: Library, card: Card) -> None:
    with st.form(key=f"source-page-{card.record.id}", border=False):
        given = st.text_input(
            "Source page on the web",
            value=card.record.source_url or "",
            placeholder="https://example.org/reviews/child-a",
        )
        sent = st.form_submit_button("Save", type="primary", disabled=adding.is_busy())
    st.caption(
        "Answers lead to this page. Nothing is fetched from it. Leave it empty for the address that"
        " the document was fetched from, or for none."
    )
    if sent:
        _save(library, card, given)
        st.rerun()


def _save(library: Library, card: Card, given: str) -> None:
    try:
        page = set_source_page(
            library, card.record.id, given, register=wiring.open_register(Settings.load())
        )
    except RagError as error:
        adding.tell(f"The source page was not saved: {error}", failed=True)
    else:
        named = name_review(card.record)
        adding.tell(f"Answers from {named} lead to {page}." if page else
                    f"Answers from {named} lead to no page of the web.")  # fmt: skip
