"""Files that could not be read, with the reason, and a check of the whole on request."""

import streamlit as st

from rag.health import examine
from rag.index.ledger import Failure
from rag.index.library import Library
from rag.settings import Settings
from ui import render

_SIGNS = {"fine": "Fine", "note": "Note", "broken": "Broken"}


def show_failures(library: Library) -> None:
    failures = library.catalogue.ledger.failures()
    if failures:
        count = f"{len(failures)} file{'' if len(failures) == 1 else 's'}"
        with st.expander(f"{count} could not be read when last tried", icon=":material/warning:"):
            for n, failure in enumerate(failures):
                _show_failure(library, failure, n)
    with st.expander("Check the whole library"):
        st.caption("Looks at models, index and files, which takes some seconds.")
        if st.button("Check now"):
            _show_health()


def _show_failure(library: Library, failure: Failure, n: int) -> None:
    left, right = st.columns([5, 1])
    left.html(render.block(failure.reason))
    right.button(
        "Forget",
        key=f"forget-{n}",
        help=f"Forget that {failure.location.path} could not be read",
        on_click=library.catalogue.ledger.forgive,
        args=(failure.location,),
    )


def _show_health() -> None:
    with st.spinner("Checking"):
        health = examine(Settings.load())
    rows = {
        f"{check.subject} ({_SIGNS[check.state]})": " ".join(
            filter(None, (check.found, check.advice))
        )
        for check in health.checks
    }
    st.html(render.facts(rows))
