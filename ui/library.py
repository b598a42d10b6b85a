"""The page of what the library holds: to look at, to add to, to replace, to remove, to try."""

from pathlib import Path

import streamlit as st

from rag.errors import RagError
from rag.index.catalogue import Card
from rag.index.condition import condition, tell_condition
from rag.index.indexing import remove
from rag.index.library import Library
from rag.telling.refusals import name_review
from ui import adding, failures, render, session, source_pages, trying
from ui.table import Cell, Column, Table, show_table

_STYLE = Path(__file__).with_name("library.css")
_OPEN = "library-open"
_COLUMNS = (
    Column("Document"),
    Column("Kind"),
    Column("Published"),
    Column("Pages", number=True),
    Column("Units", number=True),
    Column("Text"),
    Column("Health"),
)
_UNBROKEN = "\N{NON-BREAKING HYPHEN}"
_PROVENANCE = {"original": "publisher's own", "digest": "digest: our own summary"}


def show() -> None:
    st.html(_STYLE)
    library = session.shared_library()
    st.title("Library", anchor=False)
    cards = _reviews_first(library)
    st.caption(_sum_up(cards))
    # Always there, so that the tab that is open stays open.
    with st.container():
        adding.show_receipts()
    working = st.container()
    held, more, search = st.tabs(["Documents", "Add documents", "Try the search"])
    with held:
        failures.show_failures(library)
        _show_held(library, cards)
    with more:
        adding.show_adding(library)
        adding.show_fetching(library)
    with search:
        trying.show_trial(library)
    # Last, as it waits until the files are read.
    adding.watch(working)


def _reviews_first(library: Library) -> tuple[Card, ...]:
    inspections = library.inspections
    cards = library.catalogue.cards()
    return tuple(sorted(cards, key=lambda c: (c.record.id in inspections, name_review(c.record))))


def _sum_up(cards: tuple[Card, ...]) -> str:
    """Pages only where a document has some: text and Markdown have none."""
    pages = sum(card.pages for card in cards)
    held = [_count(len(cards), "document"), *([_count(pages, "page")] if pages else [])]
    units = _count(sum(card.units for card in cards), "unit")
    return f"{', '.join(held)} and {units} that can be cited."


def _count(number: int, name: str) -> str:
    return f"{number:,} {name}{'' if number == 1 else 's'}"


def _show_held(library: Library, cards: tuple[Card, ...]) -> None:
    if not cards:
        st.info("The library is empty: add documents here, or run rag index for the corpus folder.")
        return
    left, right = st.columns([7, 3], gap="large")
    with left:
        wanted = st.text_input("Find in the list", placeholder="Review, area, publisher or year")
        shown = [card for card in cards if _fits(card, wanted)]
        opened = next((c for c in cards if c.record.id == st.session_state.get(_OPEN)), None)
        if not shown:
            st.info(f"No document has {render.as_label(wanted)} on its card.")
        else:
            show_table(
                Table("What the library holds", _COLUMNS, [_row(card) for card in shown]),
                key="library-held",
                chosen=opened.record.id if opened else "",
                on_choice=_open,
            )
    with right:
        if opened:
            with st.container(key="fa-held", border=True):
                _show_card(library, opened)
        else:
            st.caption("Choose a document to see how it was read, to replace or to remove it.")


def _open(document: str) -> None:
    st.session_state[_OPEN] = document


def _fits(card: Card, wanted: str) -> bool:
    record = card.record
    said = " ".join(
        filter(
            None, (record.title, record.subject, record.area, record.publisher, record.published)
        )
    )
    return all(word in f"{said} {record.file}".casefold() for word in wanted.casefold().split())


def _row(card: Card) -> list[Cell]:
    record = card.record
    return [
        Cell(name_review(record), key=record.id, note=record.publisher or ""),
        Cell(record.kind.replace("_", " ")),
        Cell((record.published or "not printed").replace("-", _UNBROKEN)),
        Cell(f"{card.pages}" if card.pages else "–"),
        Cell(f"{card.units}"),
        Cell(_PROVENANCE[record.provenance].partition(":")[0]),
        Cell(tell_condition(card)),
    ]


def _show_card(library: Library, card: Card) -> None:
    record = card.record
    st.button("Close", on_click=_open, args=("",), type="tertiary", icon=":material/close:")
    st.html(f'<h2 class="fa-held">{render.escaped(record.title)}</h2>')
    facts = {
        "File": record.file,
        "From": _where_from(card),
        "Publisher": record.publisher or "not printed",
        "Area": record.area or "not printed",
        "Published": record.published or "not printed",
        "Text": _PROVENANCE[record.provenance],
        "Passages searched": f"{card.passages}",
        "Health": tell_condition(card),
    }
    st.html(render.facts(facts) + render.source_page(record.source_url))
    found = condition(card)
    if found.silent_pages:
        numbers = ", ".join(map(str, found.silent_pages))
        st.html(render.block(f"Pages without text: {numbers}. They are pictures or scans."))
    for warning in found.warnings:
        st.html(render.block(warning, "fa-small"))
    with st.container(horizontal=True):
        if card.location.origin == "added":
            with st.popover("Replace"):
                adding.show_replacing(library, card)
        with st.popover("Source page"):
            source_pages.show_setting(library, card)
        with st.popover("Remove"):
            _show_removal(library, card)
    if card.location.origin != "added":
        text = f"To replace it, put the new version of {record.file} into the corpus folder and run"
        st.html(render.block(f"{text} rag index.", "fa-small"))


def _where_from(card: Card) -> str:
    if card.fetched:
        return f"the web, fetched {card.fetched}"
    return "added by hand" if card.location.origin == "added" else "the corpus folder"


def _show_removal(library: Library, card: Card) -> None:
    st.write(f"Take {render.as_label(name_review(card.record))} out of the library?")
    st.caption(render.as_label(_what_stays(card)))
    key = f"remove-{card.record.id}"
    st.button("Remove it", type="primary", key=key, on_click=_remove, args=(library, card))


def _what_stays(card: Card) -> str:
    if card.location.origin == "added":
        return "The library's copy of its file is deleted; yours stays where you have it."
    return (
        f"{card.record.file} stays in the corpus folder: the next rag index reads it again, unless"
        " you take the file out there."
    )


def _remove(library: Library, card: Card) -> None:
    try:
        remove(library, card.record.id)
    except RagError as error:
        adding.tell(str(error), failed=True)
    else:
        adding.tell(f"{name_review(card.record)} is out of the library. {_what_stays(card)}")
