"""The pages of a PDF that a place stands on, as printed, with its words boxed."""

import base64
import html
from pathlib import Path

import streamlit as st

from rag.backends.page_images import Box, render_page
from rag.errors import RagError
from rag.index.library import Library
from rag.index.originals import original_file
from rag.quotes.citations.linked import Linked
from rag.quotes.citations.printed import PrintedPage, printed_pages
from rag.types import Span
from ui import render


def has_pages(linked: Linked) -> bool:
    return linked.document.source.format == "pdf" and linked.unit.page is not None


def show_pages(library: Library, linked: Linked, *, key: str) -> None:
    """`key`: of the place to bring into view, see ui/bridge.py. A sentence where the file is not
    there any more."""
    try:
        path = original_file(library, library.catalogue.card(linked.document.record.id))
        checksum = linked.document.source.checksum
        pages = printed_pages(
            linked.document, path, _words(linked), otherwise=linked.unit.page or 1
        )
        pictures = [_picture(path, checksum, printed.page.number) for printed in pages]
    except RagError as error:
        render.show_error(error)
        return
    if not all(printed.located for printed in pages):
        st.warning(
            "The words could not be located on the page as printed, so not all of them are boxed:"
            " compare it with the text."
        )
    title = linked.document.record.title
    figures = "".join(
        _figure(printed, picture, title) for printed, picture in zip(pages, pictures, strict=True)
    )
    st.html(f'<div tabindex="-1" data-fa-here="{html.escape(key)}">{figures}</div>')


def _words(linked: Linked) -> tuple[Span, ...]:
    """The marked words, in the pieces that the unit has there; else the whole unit."""
    first, last = linked.marked
    if first == last:
        return linked.unit.spans
    cut = ((max(a, first), min(b, last)) for a, b in linked.unit.spans)
    return tuple((a, b) for a, b in cut if a < b)


@st.cache_data(max_entries=60, show_spinner=False)
def _picture(_path: Path, checksum: str, number: int) -> str:  # noqa: ARG001  # names the file
    """The page as a data address."""
    return "data:image/jpeg;base64," + base64.b64encode(render_page(_path, number)).decode("ascii")


def _figure(printed: PrintedPage, picture: str, title: str) -> str:
    page = printed.page
    label = f", printed {page.label}" if page.label else ""
    caption = html.escape(f"Page {page.number}{label}")
    boxes = "".join(map(_box, printed.boxes))
    return (
        f'<figure class="fa-page"><div class="fa-look" tabindex="0" role="group"'
        f' aria-label="{caption}"><div class="fa-sheet"><img src="{picture}"'
        f' alt="{caption} of {html.escape(title)}, as printed">{boxes}</div></div>'
        f"<figcaption>{caption}</figcaption></figure>"
    )


def _box(box: Box) -> str:
    return (
        f'<span class="fa-box" style="left:{box.left:.3%};top:{box.top:.3%};'
        f'width:{box.right - box.left:.3%};height:{box.bottom - box.top:.3%}"></span>'
    )
