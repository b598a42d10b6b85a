"""What questions are asked of: chosen at the side with counts, and always in sight.

The address bar holds it, so that a reload, a link and the way back find it."""

from pathlib import Path
from urllib.parse import parse_qs, urlencode

import streamlit as st

from rag.answers.filtered import NAMES, name_choice, tell_choices
from rag.answers.filters import EVERYTHING, FACETS, Facet, Filter, count_choices, narrow
from rag.index.library import Library
from rag.types import Record
from ui import address_fields, render, session

_STYLE = Path(__file__).with_name("filters.css")


def chosen_filter() -> Filter:
    chosen = parse_qs(st.query_params.get(address_fields.WITHIN, ""))
    return Filter(**{facet: frozenset(chosen.get(facet, ())) for facet in FACETS})


def narrowed(library: Library) -> Library:
    """What questions are asked of."""
    return narrow(library, chosen_filter())


def show_active(library: Library) -> Filter:
    """A button for each value that is chosen, which clears it; nothing where none is."""
    within = chosen_filter()
    if not within:
        return within
    st.html(_STYLE)
    chosen = tell_choices(within, library.catalogue.records())
    with st.container(horizontal=True, gap="small", vertical_alignment="center", key="fa-active"):
        st.html('<span class="fa-asked-of">Asking only</span>', width="content")
        for each in chosen:
            st.button(
                render.as_label(each.text),
                key=f"clear-{each.facet}-{each.value}",
                icon=":material/close:",
                help=f"Clear {render.as_label(each.text)}",
                on_click=_keep,
                args=(within.without(each.facet, each.value),),
            )
        if len(chosen) > 1:
            st.button("Clear all", type="tertiary", on_click=_keep, args=(EVERYTHING,))
    return within


def show_choices(library: Library) -> None:
    """In the side bar, counted when they are opened."""
    within = chosen_filter()
    with st.sidebar:
        st.html(_STYLE)
        panel = st.expander(
            "Filters", icon=":material/filter_alt:", key="filters", on_change="rerun"
        )
        if not panel.open:
            return
        with panel, st.spinner("Counting what there is"):
            counted = count_choices(library, within)
        records = library.catalogue.records()
        with panel:
            st.caption(
                "Questions are asked of what is chosen here; nothing chosen is everything. The"
                " figures count documents, and units where units are told apart, under the other"
                " filters."
            )
            for facet in FACETS:
                counts = {choice.value: choice.count for choice in counted[facet]}
                _show_facet(facet, counts, within, records)
            st.button("Clear all filters", disabled=not within, on_click=_keep, args=(EVERYTHING,))


def _show_facet(
    facet: Facet, counts: dict[str, int], within: Filter, records: tuple[Record, ...]
) -> None:
    chosen = within.values(facet)
    options = [*counts, *(value for value in sorted(chosen) if value not in counts)]
    if not options:
        return
    names = {value: name_choice(facet, value, records) for value in options}
    st.session_state[_key(facet)] = [value for value in options if value in chosen]
    st.multiselect(
        NAMES[facet],
        options if facet == "units" else sorted(options, key=names.__getitem__),
        key=_key(facet),
        format_func=lambda value: f"{names[value]} ({counts.get(value, 0)})",
        placeholder="Any",
        on_change=_choose,
        args=(facet,),
    )


def _choose(facet: Facet) -> None:
    _keep(chosen_filter().choosing(facet, st.session_state[_key(facet)]))


def _keep(within: Filter) -> None:
    told = urlencode([(facet, v) for facet in FACETS for v in sorted(within.values(facet))])
    if told != st.query_params.get(address_fields.WITHIN, ""):
        session.put(address_fields.WITHIN, told)


def _key(facet: Facet) -> str:
    return f"filter-{facet}"
