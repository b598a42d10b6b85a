"""The pages Themes and Library, and the filters, over a small library of their own."""

import re
import time
from pathlib import Path

import pytest
import streamlit as st
from streamlit.testing.v1 import AppTest
from window import page, shown

from rag import wiring
from rag.documents.register import Register
from rag.index.indexing import add
from rag.quotes.citations.linked import follow
from rag.quotes.citations.links import Link
from rag.settings import Settings
from ui import session, uploads

BULLETIN = """# Learning bulletin: Child Zed

Northmoor Safeguarding Children Board

## Findings

- The father of the child was never met by <b>any</b> of the professionals & others.
- A bruise was seen at the nursery and nobody wrote it down at the time.
"""


@pytest.fixture
def window(data: Path, tmp_path: Path) -> None:
    (tmp_path / "zed.md").write_text(BULLETIN, encoding="utf-8")
    with wiring.open_library(Settings.load(data=data)) as library:
        add(library, [tmp_path / "zed.md"], register=Register())


@pytest.mark.usefixtures("window")
def test_a_theme_of_the_address_is_open_with_its_quotation() -> None:
    opened = page("themes", theme="father")
    assert "“The father of the child" in shown(opened)
    assert "<b>any" not in shown(opened)
    assert "1 place, learning" in shown(opened)


@pytest.mark.usefixtures("window")
def test_a_quotation_of_a_theme_is_read_in_its_place_beside_the_questions(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    gone_to: list[dict[str, str]] = []
    monkeypatch.setattr(st, "switch_page", lambda _, query_params: gone_to.append(query_params))
    opened = page("themes", theme="father", c="kept")
    next(each for each in opened.button if each.label == "Read in its place").click().run()
    assert not opened.exception
    (fields,) = gone_to
    assert fields["c"] == "kept"
    link = Link.parse(fields)
    assert link is not None
    with_words = follow(session.shared_library(), link)
    assert "The father of the child" in with_words.document.reading.text[slice(*with_words.marked)]


@pytest.mark.usefixtures("window")
@pytest.mark.parametrize("theme", ["nothing", "<script>", ""])
def test_an_address_of_no_theme_shows_the_table_alone(theme: str) -> None:
    opened = page("themes", theme=theme)
    assert "<blockquote" not in shown(opened)
    assert opened.selectbox[0].value is None


@pytest.mark.usefixtures("window")
def test_the_library_says_what_is_held_and_the_search_can_be_tried() -> None:
    opened = page("library")
    assert re.fullmatch(r"1 document and \d+ units that can be cited\.", opened.caption[0].value)
    box = next(each for each in opened.text_input if each.label == "Question to try")
    box.set_value("what about <i>fathers</i>").run()
    assert not opened.exception
    assert "The father of the child" in shown(opened)
    assert "<i>" not in shown(opened)


@pytest.mark.usefixtures("data")
@pytest.mark.parametrize("name", ["read", "themes"])
def test_a_page_of_an_empty_library_leads_to_where_reviews_are_added(name: str) -> None:
    assert "The library is empty" in page(name).info[0].value


def finish(job: uploads.Job) -> uploads.Job:
    while job.is_running:
        time.sleep(0.01)
    return job


@pytest.mark.usefixtures("window")
def test_uploads_have_one_result_each_whatever_their_names() -> None:
    library = session.shared_library()
    other = BULLETIN.replace("Zed", "Yan").encode()
    files = [
        uploads.Upload("../../zed.md", other),
        uploads.Upload("broken.pdf", b"%PDF-1.4"),
        uploads.Upload("empty.md", b""),
    ]
    job = finish(uploads.start_adding(library, files, Register()))
    assert [result.status for result in job.results] == ["added", "failed", "failed"]
    assert sorted(path.name for path in library.added.iterdir()) == ["zed-2.md", "zed.md"]
    assert "broken.pdf" in (job.results[1].error or "")


@pytest.mark.usefixtures("window")
def test_a_document_is_replaced_and_removed_with_a_receipt() -> None:
    library = session.shared_library()
    (before,) = library.catalogue.records()
    upload = uploads.Upload("new.md", BULLETIN.replace("father", "uncle").encode())
    job = finish(uploads.start_replacing(library, before.id, upload, Register()))
    assert [result.status for result in job.results] == ["updated"]
    opened = page("library")
    opened.session_state["library-open"] = before.id
    opened.run()
    opened.button(key=f"remove-{before.id}").click().run()
    assert not opened.exception
    assert "is out of the library" in opened.success[0].value
    assert library.catalogue.records() == ()


@pytest.mark.usefixtures("window")
def test_an_active_filter_is_in_sight_and_one_click_clears_it() -> None:
    def ask_page() -> None:
        from ui import filters, session

        library = session.shared_library()
        filters.show_choices(library)
        filters.show_active(library)

    opened = AppTest.from_function(ask_page, default_timeout=60)
    opened.query_params["within"] = "areas=Northmoor&units=finding&nothing=x"
    opened.run()
    assert [b.label for b in opened.button] == [
        r"Area\: Northmoor", r"Kind of unit\: Finding", "Clear all",
    ]  # fmt: skip
    opened.button(key="clear-areas-Northmoor").click().run()
    assert opened.query_params["within"] == "units=finding"
    opened.button[0].click().run()
    assert not opened.button
    assert "within" not in opened.query_params
