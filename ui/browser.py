"""Which browser this is: a random name in a cookie, that no page but ours is told.

Conversations belong to a browser, so that no other is shown them, not even by their address. A
browser that keeps no cookies has a name for one visit only."""

import re
import secrets

import streamlit as st

COOKIE = "finding_aid_browser"
_NAME = re.compile(r"[0-9a-f]{32}")


def key() -> str:
    if "browser" not in st.session_state:
        kept = st.context.cookies.to_dict().get(COOKIE, "")
        st.session_state["browser"] = kept if _NAME.fullmatch(kept) else secrets.token_hex(16)
    return str(st.session_state["browser"])
