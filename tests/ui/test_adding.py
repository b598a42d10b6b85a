"""Documents added and failed on the page Library, as a visitor does it."""

from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest
from window import BULLETIN, shown

from ui import session

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
