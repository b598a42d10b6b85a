"""Documents into the library, dropped or from the web: a bar for each, and a receipt after it."""

import time
from dataclasses import dataclass
from typing import TYPE_CHECKING

import streamlit as st

from rag import wiring
from rag.documents.suffixes import NAMED, SUPPORTED, read_kinds
from rag.fetching.fetch import Fetcher
from rag.index.catalogue import Card
from rag.index.library import Library
from rag.index.publishing import Result
from rag.settings import Settings
from ui import render, uploads

if TYPE_CHECKING:
    from streamlit.delta_generator import DeltaGenerator
    from streamlit.runtime.uploaded_file_manager import UploadedFile

MOST_FILES = 20
_LIMIT_MB = 50
_KINDS = [suffix.removeprefix(".") for suffix in (*SUPPORTED, *NAMED)]
_JOB, _RECEIPTS, _ROUND = "library-job", "library-receipts", "library-round"
_NEWS = "library-news"
_ADDRESS = "library-address"
"""In the session, the one that was last asked for, until it is held."""
_DONE = {
    "added": "is in the library now",
    "updated": "has taken the place of its former version",
    "unchanged": "was in the library already",
}


@dataclass(frozen=True, slots=True)
class Receipt:
    text: str
    notes: tuple[str, ...] = ()
    failed: bool = False


def tell(text: str, *, failed: bool = False) -> None:
    _keep((Receipt(text, failed=failed),))


def _keep(receipts: tuple[Receipt, ...]) -> None:
    st.session_state[_RECEIPTS] = receipts
    st.session_state[_NEWS] = True


def show_receipts() -> None:
    receipts: tuple[Receipt, ...] = st.session_state.get(_RECEIPTS, ())
    if not receipts:
        return
    if st.session_state.pop(_NEWS, False):
        # In sight wherever the page is scrolled to.
        failed = sum(receipt.failed for receipt in receipts)
        st.toast(f"{failed} of {len(receipts)} failed." if failed else "Done.")
    with st.container(key="fa-receipts", gap="small"):
        for receipt in receipts:
            notes = "".join(f"\n- {render.as_label(note)}" for note in receipt.notes)
            show = st.error if receipt.failed else st.success
            show(render.as_label(receipt.text) + notes)
        st.button("Clear these messages", on_click=_clear, type="tertiary")


def _clear() -> None:
    st.session_state[_RECEIPTS] = ()


def show_adding(library: Library) -> None:
    given = st.file_uploader(
        f"Drop reviews here: {read_kinds()}",
        type=_KINDS,
        accept_multiple_files=True,
        max_upload_size=_LIMIT_MB,
        key=f"library-upload-{st.session_state.get(_ROUND, 0)}",
    )
    st.caption(
        f"Up to {MOST_FILES} files at once, {_LIMIT_MB} MB each. They are copied into the library's"
        " folder on this machine and read there; nothing is sent anywhere. The review itself takes"
        " the place of a digest of it."
    )
    if len(given) > MOST_FILES:
        st.warning(f"{len(given)} files are more than {MOST_FILES}: take some away.")
    label = f"Add {len(given)} documents" if len(given) > 1 else "Add to the library"
    st.button(
        label,
        type="primary",
        key="library-add",
        disabled=not 0 < len(given) <= MOST_FILES or is_busy(),
        on_click=_add,
        args=(library, given),
    )


def show_fetching(library: Library) -> None:
    """A form, so that the Enter key sends it as well. An address that failed stays to be
    corrected."""
    address = st.session_state.get(_ADDRESS, "")
    # Another key is another field, as one that is on the page keeps what was typed into it.
    key = f"library-web-{st.session_state.get(_ROUND, 0)}-{'again' if address else 'new'}"
    with st.form(key=key):
        given = st.text_input(
            "Add from a web address", value=address, placeholder="https://example.org/review.pdf"
        )
        sent = st.form_submit_button("Fetch and add", disabled=is_busy())
    st.caption(
        "This machine asks for that address and for the robots.txt of its site, and for nothing"
        " else. The address is kept, and answers lead to it."
    )
    if sent and given.strip():
        settings = Settings.load()
        fetcher = Fetcher(allowed=settings.allowed_hosts)
        register = wiring.open_register(settings)
        st.session_state[_ADDRESS] = given
        _begin(uploads.start_fetching(library, given, register, fetcher))
        st.rerun()


def show_replacing(library: Library, card: Card) -> None:
    given = st.file_uploader(
        "The new version",
        type=_KINDS,
        max_upload_size=_LIMIT_MB,
        key=f"replace-{card.record.id}-{st.session_state.get(_ROUND, 0)}",
    )
    st.caption("Links to words that both versions have go on working.")
    st.button(
        "Replace it",
        type="primary",
        disabled=given is None or is_busy(),
        on_click=_replace,
        args=(library, card, given),
    )


def is_busy() -> bool:
    job: uploads.Job | None = st.session_state.get(_JOB)
    return job is not None and job.is_running


def _add(library: Library, given: "list[UploadedFile]") -> None:
    files = [_upload(file) for file in given]
    _begin(uploads.start_adding(library, files, wiring.open_register(Settings.load())))


def _replace(library: Library, card: Card, given: "UploadedFile") -> None:
    register = wiring.open_register(Settings.load())
    _begin(uploads.start_replacing(library, card.record.id, _upload(given), register))


def _upload(file: "UploadedFile") -> uploads.Upload:
    return uploads.Upload(file.name, file.getvalue())


def _begin(job: uploads.Job) -> None:
    st.session_state[_JOB] = job
    # Another key is another uploader, without the files.
    st.session_state[_ROUND] = st.session_state.get(_ROUND, 0) + 1


def watch(place: "DeltaGenerator") -> None:
    """Shows how far the files are; after the last, the page is drawn again with the receipts."""
    job: uploads.Job | None = st.session_state.get(_JOB)
    if job is None:
        return
    bars = [place.progress(0.0, _say(job, n)) for n in range(len(job.names))]
    while job.is_running:
        for n, bar in enumerate(bars):
            bar.progress(_share(job, n), _say(job, n))
        time.sleep(0.15)
    del st.session_state[_JOB]
    receipts = _receipts(job)
    if not any(receipt.failed for receipt in receipts):
        st.session_state.pop(_ADDRESS, None)
    _keep(receipts)
    st.rerun()


def _share(job: uploads.Job, n: int) -> float:
    return min(max(job.done - n, 0.0), 1.0)


def _say(job: uploads.Job, n: int) -> str:
    share = _share(job, n)
    if share == 1:
        state = "done"
    elif share > 0:
        state = f"being made ready to be searched, {share:.0%}"
    elif n > job.done:
        state = "waiting"
    else:
        state = "being read" if job.doing in ("", job.names[n]) else job.doing
    return render.as_label(f"{job.names[n]}: {state}")


def _receipts(job: uploads.Job) -> tuple[Receipt, ...]:
    told = tuple(
        _receipt(name, result) for name, result in zip(job.names, job.results, strict=False)
    )
    return (*told, Receipt(job.error, failed=True)) if job.error else told


def _receipt(name: str, result: Result) -> Receipt:
    if result.status == "failed":
        return Receipt(result.error or f"{name} could not be read.", result.warnings, failed=True)
    parts = [f"{result.units} units", f"{result.passages} passages"]
    parts = [f"{result.pages} pages", *parts] if result.pages else parts
    text = f"{name} {_DONE.get(result.status, result.status)}: {', '.join(parts)}."
    return Receipt(text, result.warnings)
