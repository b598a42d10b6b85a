"""Documents added and failed on the page Library, as a visitor does it."""

from collections.abc import Iterator
from functools import partial
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest
from web_site import HERE, PDF, MadeTime, Sent, Site, serving
from window import BULLETIN, QUESTION, ask, new_visit, page, shown

from rag.fetching.fetch import Fetcher
from ui import adding, session

pytestmark = pytest.mark.usefixtures("data")


@pytest.fixture
def library_page() -> AppTest:
    def page() -> None:
        from ui import library

        library.show()

    return AppTest.from_function(page, default_timeout=60).run()


def upload(window: AppTest, *files: tuple[str, bytes]) -> AppTest:
    """The page after all of them are read."""
    uploader = next(each for each in window.file_uploader if "Drop" in each.label)
    uploader.set_value([(name, content, "text/plain") for name, content in files]).run()
    window.button(key="library-add").click().run()
    assert not window.exception
    return window


def test_each_file_has_a_receipt_and_what_failed_a_reason(library_page: AppTest) -> None:
    upload(library_page, ("zed.md", BULLETIN.encode()), ("scan.pdf", b"no pages"))
    assert "zed\\.md is in the library now" in library_page.success[0].value
    assert "scan\\.pdf is not a PDF" in library_page.error[0].value
    assert "1 document " in library_page.caption[0].value
    next(b for b in library_page.button if b.label == "Clear these messages").click().run()
    assert not library_page.success


def test_a_failed_file_stays_listed_with_its_reason_until_it_is_forgotten(
    library_page: AppTest,
) -> None:
    upload(library_page, ("scan.pdf", b"no pages"))
    assert "The library is empty" in library_page.info[0].value
    assert "1 file could not be read" in library_page.expander[0].label
    assert "scan.pdf is not a PDF" in shown(library_page)
    library_page.button(key="forget-0").click().run()
    assert not session.shared_library().catalogue.ledger.failures()
    assert "scan.pdf" not in shown(library_page)


def test_the_card_of_an_added_document_offers_to_replace_it(library_page: AppTest) -> None:
    upload(library_page, ("zed.md", BULLETIN.encode()))
    (record,) = session.shared_library().catalogue.records()
    library_page.session_state["library-open"] = record.id
    library_page.run()
    uploader = next(each for each in library_page.file_uploader if "new version" in each.label)
    changed = BULLETIN.replace("The nursery", "The school").encode()
    uploader.set_value([("other.md", changed, "text/plain")]).run()
    next(b for b in library_page.button if b.label == "Replace it").click().run()
    assert "has taken the place of its former version" in library_page.success[0].value
    assert "The school" in session.shared_library().document(record.id).reading.text
    assert [*Path(session.shared_library().added).glob("other*")] == []


@pytest.fixture
def site(monkeypatch: pytest.MonkeyPatch) -> Iterator[Site]:
    """That the window may fetch from, without a pause."""
    monkeypatch.setenv("RAG_ALLOW_HOST", HERE)
    monkeypatch.setattr(adding, "Fetcher", partial(Fetcher, clock=MadeTime().clock))
    with serving() as opened:
        opened.pages["/pea.pdf"] = Sent(PDF)
        yield opened


def fetch(window: AppTest, address: str) -> AppTest:
    """The page after the site has answered."""
    next(e for e in window.text_input if e.label == "Add from a web address").set_value(address)
    next(e for e in window.button if e.label == "Fetch and add").click().run()
    assert not window.exception
    return window


def save_page(window: AppTest, address: str) -> AppTest:
    next(e for e in window.text_input if e.label == "Source page on the web").set_value(address)
    next(e for e in window.button if e.label == "Save").click().run()
    assert not window.exception
    return window


def open_card(window: AppTest) -> str:
    """The id of the only document, whose card is open then."""
    (record,) = session.shared_library().catalogue.records()
    window.session_state["library-open"] = record.id
    window.run()
    return record.id


def test_a_document_is_added_by_its_address_and_its_card_leads_there(
    library_page: AppTest, site: Site
) -> None:
    fetch(library_page, site.at("/pea.pdf"))
    assert "is in the library now: 2 pages" in library_page.success[0].value.replace("\\", "")
    open_card(library_page)
    assert f'href="{site.at("/pea.pdf")}"' in shown(library_page)
    assert "the web, fetched" in shown(library_page)
    fetch(library_page, site.at("/pea.pdf"))
    assert "was in the library already" in library_page.success[0].value


@pytest.mark.parametrize("address", ["{site}/none.pdf", "http://10.0.0.1/a.pdf", "report.pdf"])
def test_an_address_that_cannot_be_fetched_has_a_receipt_with_the_reason(
    library_page: AppTest, site: Site, address: str
) -> None:
    fetch(library_page, address.format(site=site.at("")))
    assert "was not fetched" in library_page.error[0].value
    assert session.shared_library().catalogue.records() == ()


def test_the_window_fetches_nothing_from_this_machine_unless_told(
    library_page: AppTest, site: Site, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("RAG_ALLOW_HOST")
    fetch(library_page, site.at("/pea.pdf"))
    assert "allow\\-host" in library_page.error[0].value
    assert site.asked == []


def test_a_source_page_is_set_by_hand_and_answers_lead_to_it(library_page: AppTest) -> None:
    upload(library_page, ("zed.md", BULLETIN.encode()))
    id_ = open_card(library_page)
    assert "Source page on the web</a>" not in shown(library_page)
    save_page(library_page, "https://example.org/zed?a=1&b=2")
    assert "lead to https\\:\\/\\/example\\.org" in library_page.success[0].value
    link = 'href="https://example.org/zed?a=1&amp;b=2"'
    assert link in shown(library_page)
    answered = ask(new_visit().run(), QUESTION)
    assert link in shown(answered)
    assert link in shown(page("read", doc=id_))
    save_page(library_page, "")
    assert session.shared_library().catalogue.card(id_).record.source_url is None


@pytest.mark.parametrize("given", ["javascript:alert(1)", "example.org", "file:///etc/passwd"])
def test_a_source_page_that_is_no_address_of_the_web_is_not_saved(
    library_page: AppTest, given: str
) -> None:
    upload(library_page, ("zed.md", BULLETIN.encode()))
    id_ = open_card(library_page)
    save_page(library_page, given)
    assert "was not saved" in library_page.error[0].value
    assert session.shared_library().catalogue.card(id_).record.source_url is None
