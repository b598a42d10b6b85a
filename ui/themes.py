"""The page of themes: which reviews speak of each, how strongly, and in which words."""

import html
from pathlib import Path

import streamlit as st

from rag.answers.across.themes import (
    LEVELS,
    SILENT,
    Saying,
    Strength,
    Theme,
    quote_theme,
    survey_themes,
)
from rag.index.library import Library
from rag.telling.refusals import name_review
from rag.types import Record
from ui import pages, passages, render, session
from ui.table import Cell, Column, Table, show_table

_STYLE = Path(__file__).with_name("themes.css")
_PICKED = "theme-picked"
_WIDER = "themes-of-inspections"
_LEGEND = ("a little", "some", "much", "very much")


def show() -> None:
    st.html(_STYLE)
    library = session.shared_library()
    # Both are there in either case, so that choosing a theme moves nothing on the left.
    left, right = st.columns([3, 2], gap="large")
    with left:
        st.title("Themes", anchor=False)
        st.caption("What people follow across reviews: who speaks of it, and in which words.")
        records = _records(library)
        if not records:
            pages.show_empty()
            return
        with st.spinner("Reading what the reviews speak of"):
            themes = survey_themes(library, frozenset(record.id for record in records))
        theme = _pick_theme(themes)
        _show_matrix(themes, records, theme)
    if theme:
        with right, st.container(key="fa-theme", gap="small"):
            _show_theme(library, theme, records)


def _records(library: Library) -> list[Record]:
    wide = False
    if library.inspections:
        wide = st.checkbox("Inspection reports too", key=_WIDER, persist_state="session")
    reviews = library.reviews
    held = [r for r in library.catalogue.records() if wide or r.id in reviews]
    return sorted(held, key=lambda record: record.id not in reviews)


def _pick_theme(themes: tuple[Theme, ...]) -> Theme | None:
    by_name = {theme.name: theme for theme in themes}
    chosen = st.query_params.get("theme", "")
    st.session_state[_PICKED] = chosen if chosen in by_name else None
    ordered = sorted(by_name, key=lambda name: by_name[name].title)
    st.selectbox(
        "Theme",
        ordered,
        key=_PICKED,
        format_func=lambda name: f"{by_name[name].title} ({len(by_name[name].strengths)})",
        placeholder="Pick a theme, or choose one in the table",
        on_change=lambda: _open(st.session_state[_PICKED] or ""),
    )
    return by_name.get(chosen)


def _open(theme: str, review: str = "") -> None:
    session.turn_to({"theme": theme, "review": review})


def _show_matrix(themes: tuple[Theme, ...], records: list[Record], theme: Theme | None) -> None:
    spoken = [each for each in themes if each.strengths]
    spoken.sort(key=lambda t: (-len(t.strengths), -sum(s.units for s in t.strengths.values())))
    columns = [Column("Theme"), *(_column(record) for record in records)]
    rows = [_row(each, records) for each in spoken]
    review = st.query_params.get("review", "")
    chosen = (f"{theme.name}|{review}" if review else theme.name) if theme else ""
    st.html(_legend())
    show_table(
        Table("How many units of each review speak of each theme", columns, rows, dense=True),
        key="themes-matrix",
        chosen=chosen,
        on_choice=lambda key: _open(*key.split("|")),
    )
    silent = [each.title for each in themes if not each.strengths]
    if silent:
        with st.expander(f"No review speaks of these {len(silent)} themes"):
            st.html(render.block("; ".join(silent)))


def _column(record: Record) -> Column:
    """Narrow: a review goes by its child or family, an inspection report by its area."""
    year = (record.published or "")[:4]
    if record.subject:
        place = record.area or record.publisher or ""
        return Column(record.subject, ", ".join(filter(None, (place, year))))
    kind = record.kind.replace("_", " ")
    return Column(record.area or record.title, ", ".join(filter(None, (kind, year))))


def _row(theme: Theme, records: list[Record]) -> list[Cell]:
    return [Cell(theme.title, key=theme.name), *(_cell(theme, record) for record in records)]


def _cell(theme: Theme, record: Record) -> Cell:
    strength = theme.strengths.get(record.id, SILENT)
    if not strength.units:
        return Cell("–", level=0)
    label = f"{theme.title}, {name_review(record)}: {_tell(strength)}"
    return Cell(str(strength.units), f"{theme.name}|{record.id}", label, strength.level)


def _tell(strength: Strength) -> str:
    """ "6 places, 5 of them learning"."""
    units = "1 place" if strength.units == 1 else f"{strength.units} places"
    if not strength.learned:
        return f"{units}, narrative"
    all_ = strength.learned == strength.units
    return f"{units}, learning" if all_ else f"{units}, {strength.learned} of them learning"


def _legend() -> str:
    ends = [*(f"{least - 1}" for least in LEVELS[1:]), ""]
    parts = []
    for level, (least, end, word) in enumerate(zip(LEVELS, ends, _LEGEND, strict=True), start=1):
        figures = f"{least} or more" if not end else f"{least}–{end}" if f"{least}" != end else end
        parts.append(f'<span class="fa-level fa-level-{level}">{figures}</span> {word}')
    return (
        '<p class="fa-legend">How many findings, lessons, paragraphs and other units of a review'
        f" speak of the theme in their own words: {', '.join(parts)}. Learning: findings, lessons,"
        " recommendations and the like; the rest is narrative.</p>"
    )


def _show_theme(library: Library, theme: Theme, records: list[Record]) -> None:
    st.button("Close", on_click=_open, args=("",), type="tertiary", icon=":material/close:")
    st.html(f'<h2 class="fa-title">{html.escape(theme.title)}</h2>')
    sayings = quote_theme(library, theme)
    review = st.query_params.get("review", "")
    one = [saying for saying in sayings if saying.record.id == review]
    if one:
        st.button("All reviews", on_click=_open, args=(theme.name,), icon=":material/arrow_back:")
        _show_saying(one[0], most=len(one[0].citations))
        return
    st.html(f'<p role="status">{html.escape(_count(sayings, records))}</p>')
    for saying in sayings:
        _show_saying(saying, most=1)
        more = len(saying.citations) - 1
        if more:
            st.button(
                f"{more} more from {render.as_label(name_review(saying.record))}",
                key=f"more-{saying.record.id}",
                on_click=_open,
                args=(theme.name, saying.record.id),
                type="tertiary",
                icon=":material/add:",
            )


def _count(sayings: tuple[Saying, ...], records: list[Record]) -> str:
    speaking = {saying.record.id for saying in sayings}
    silent = [name_review(r) for r in records if r.id not in speaking]
    text = f"{len(speaking)} of the {len(records)} documents speak of this."
    if 0 < len(silent) <= 5:
        text += f" Nothing of it was found in {'; '.join(silent)}."
    return text


def _show_saying(saying: Saying, *, most: int) -> None:
    level = saying.strength.level
    shade = f'<span class="fa-level fa-level-{level}">{_LEGEND[level - 1]}</span>'
    st.html(
        f'<h3 class="fa-saying">{html.escape(name_review(saying.record))}</h3>'
        f'<p class="fa-strength">{shade} {html.escape(_tell(saying.strength))}</p>'
    )
    for citation in saying.citations[:most]:
        if passages.show_quotation(citation, key=f"read-{citation.document}-{citation.n}"):
            pages.read(citation)
