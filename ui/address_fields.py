"""What the address says on every page: it leads back to the conversation, and to its filter."""

from pathlib import Path

import streamlit as st
from streamlit.runtime.scriptrunner import get_script_run_ctx

WITHIN = "within"
"""Field of the address bar that tells the filter, see ui/filters.py."""
CONVERSATION = "c"
"""Field of the address bar that names the conversation, see ui/talk.py."""
_FIELDS = (CONVERSATION, WITHIN)
_SAID = "carried from page to page"
_component = st.components.v2.component(
    "finding_aid_address_fields", js=Path(__file__).with_suffix(".js").read_text(encoding="utf-8")
)


def now_said() -> dict[str, str]:
    return {name: value for name, value in st.query_params.items() if name in _FIELDS}


def remember() -> None:
    """To be called after each change of these fields."""
    st.session_state[_SAID] = now_said()


def put_back() -> None:
    """Puts back what the links of the navigation leave out; to be called before the page runs."""
    context = get_script_run_ctx()
    said = st.session_state.get(_SAID, {})
    # What an earlier address did not say is not said there after a step back, either.
    stepped = context is not None and context.is_history_navigation
    if not stepped and said.keys() - st.query_params.keys():
        st.query_params.from_dict(said | st.query_params.to_dict())
    remember()


def mount() -> None:
    """The step to another page is then one for the browser's history, too."""
    _component(key="address_fields", height="content")
