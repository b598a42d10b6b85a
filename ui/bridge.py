"""Links in our HTML that open without a reload, buttons that copy a link, words into view.

`data-fa-open` on a link, `data-fa-copy="address"` on a button, `data-fa-here="key"` on the element
to bring into view once."""

from pathlib import Path
from urllib.parse import parse_qsl

import streamlit as st

from ui import session

_BRIDGE = st.components.v2.component(
    "finding_aid_bridge",
    html='<div role="status" class="fa-unseen"></div>',
    js=Path(__file__).with_suffix(".js").read_text(encoding="utf-8"),
    isolate_styles=False,
)
_KEY = "bridge"


def show_bridge(here: str) -> None:
    """`here`: brought into view when it is another than before; empty for nothing."""
    _BRIDGE(key=_KEY, data={"at": here}, on_opened_change=_open)


def _open() -> None:
    address = str(st.session_state[_KEY].opened or "")
    session.open_fields(dict(parse_qsl(address.partition("?")[2])))
