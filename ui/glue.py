"""What the browser alone can do: links inside the visit, copying, announcing, `/`, a cookie."""

import secrets
from collections.abc import Callable
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Literal

import streamlit as st

from ui import browser

_KEY = "glue"
_component = st.components.v2.component(
    "finding_aid_glue", js=Path(__file__).with_name("glue.js").read_text(encoding="utf-8")
)


@dataclass(frozen=True, slots=True)
class News:
    """Told to who cannot see the page change."""

    kind: Literal["arrived", "opened", "closed"]
    """An answer, which is scrolled to; the reader, which takes the focus, or gives it back."""
    text: str
    urgent: bool = False
    anchor: str = ""
    """Id of the element that begins what has arrived."""


def tell(news: News) -> None:
    """Once, at the end of this run."""
    st.session_state["news"] = asdict(news) | {"id": secrets.token_hex(4)}


def mount(on_link: Callable[[str], None]) -> None:
    """`on_link` gets the address, from its question mark on, of a link of ours that was chosen."""
    _component(
        key=_KEY,
        data={
            "cookie": browser.COOKIE,
            "browser": browser.key(),
            "news": st.session_state.get("news"),
        },
        on_open_change=lambda: _follow(on_link),
        height="content",
    )


def _follow(on_link: Callable[[str], None]) -> None:
    if link := st.session_state[_KEY].get("open"):
        on_link(str(link))
