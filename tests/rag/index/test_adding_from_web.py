"""Documents by their address: what is kept of them, told of them and asked for again."""

import json
from collections.abc import Iterator
from dataclasses import replace as with_fields
from pathlib import Path
from typing import Any

import pytest
from filelock import FileLock
from made_libraries import NOTHING, open_faked, review, write
from web_site import BEGAN, OTHER_PDF, PDF, MadeTime, Sent, Site, fetcher_of, serving

from rag.documents.register import Entry, Register
from rag.errors import LibraryBusy, NotFetched, StoreUnavailable, UnknownDocument
from rag.fetching.lists import BadRow, Wish
from rag.index.adding_from_web import add_from_web
from rag.index.indexing import add, remove, sync
from rag.index.kept_addresses import FILE as KEPT
from rag.index.library import Library
from rag.index.publishing import Result
from rag.index.replacing import replace
from rag.index.source_pages import set_source_page
from rag.index.writing import open_writer
from rag.types import Told

TODAY = BEGAN.astimezone().date().isoformat()
PAGE = b"<html><title>Child Pea</title><h1>Child Pea</h1><p>The dog was not seen.</p></html>"


@pytest.fixture
def site() -> Iterator[Site]:
    with serving() as opened:
        opened.pages["/pea.pdf"] = Sent(PDF)
        opened.pages["/oat.pdf"] = Sent(OTHER_PDF)
        yield opened


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    with open_faked(tmp_path / "data") as opened:
        yield opened


def fetch(library: Library, *rows: Wish | BadRow | str) -> tuple[Result, ...]:
    wishes = [Wish(row) if isinstance(row, str) else row for row in rows]
    return tuple(add_from_web(library, wishes, register=NOTHING, fetcher=fetcher_of()))


def test_a_document_keeps_its_address_its_day_and_its_checksum(
    library: Library, site: Site
) -> None:
    address = site.at("/pea.pdf")
    (result,) = fetch(library, f"{address}#page=2")
    assert (result.status, result.file, result.pages) == ("added", "pea.pdf", 2)
    assert (result.source_url, result.fetched) == (address, TODAY)
    (card,) = library.catalogue.cards()
    assert card.record.source_url == address
    assert (card.fetched, card.checksum) == (TODAY, result.sha256)
    assert (library.added / "pea.pdf").read_bytes() == PDF
    assert library.document(card.record.id).record.source_url == address


def test_a_sync_neither_removes_nor_forgets_what_was_fetched(
    library: Library, site: Site, tmp_path: Path
) -> None:
    (first,) = fetch(library, Wish(site.at("/pea.pdf"), Told(title="Of the list")))
    (again,) = sync(library, write(tmp_path / "corpus"), register=NOTHING)
    assert (again.id, again.status) == (first.id, "unchanged")
    assert (again.source_url, again.fetched) == (site.at("/pea.pdf"), TODAY)
    changed = Register((Entry(
        file="x", id=str(first.id), title="Of the register", kind="other", provenance="original",
        checksum=first.sha256),))  # fmt: skip
    (anew,) = sync(library, tmp_path / "corpus", register=changed)
    assert anew.status == "updated"
    assert library.catalogue.card(str(first.id)).record.title == "Of the list"


def test_what_the_person_knows_stands_above_what_the_document_says(
    library: Library, site: Site
) -> None:
    told = Told("Child Pea: a review", "Northmoor SCB", "Northmoor", "2016-09", "overview_report")
    fetch(library, Wish(site.at("/pea.pdf"), told))
    (record,) = library.catalogue.records()
    assert told == Told(record.title, record.publisher, record.area, record.published, record.kind)
    (result,) = fetch(library, Wish(site.at("/pea.pdf"), with_fields(told, area="Southmoor")))
    assert (result.status, result.id) == ("updated", record.id)
    assert library.catalogue.card(record.id).record.area == "Southmoor"
    assert site.documents() == ["/pea.pdf"]


def test_a_run_that_was_interrupted_goes_on_where_it_was(library: Library, site: Site) -> None:
    wishes = [Wish(site.at("/pea.pdf")), Wish(site.at("/oat.pdf"))]
    run = add_from_web(library, wishes, register=NOTHING, fetcher=fetcher_of())
    assert next(run).status == "added"
    run.close()
    assert [r.status for r in fetch(library, *wishes)] == ["unchanged", "added"]
    assert site.documents() == ["/pea.pdf", "/oat.pdf"]


def test_what_was_killed_between_the_copy_and_the_commit_is_made_good_with_its_address(
    library: Library, site: Site, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def die(*_: object, **__: object) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as patch:
        patch.setattr("rag.index.writing.Writer.publish", die)
        with pytest.raises(KeyboardInterrupt):
            fetch(library, site.at("/pea.pdf"))
    (result,) = sync(library, write(tmp_path / "corpus"), register=NOTHING)
    assert (result.status, result.source_url) == ("added", site.at("/pea.pdf"))


def test_one_that_has_changed_at_its_address_is_told_and_not_replaced(
    library: Library, site: Site
) -> None:
    address = site.at("/pea.pdf")
    site.pages["/pea.pdf"] = Sent(PDF, headers={"etag": '"one"'})
    (first,) = fetch(library, address)
    site.pages["/pea.pdf"] = Sent(OTHER_PDF)
    assert fetch(library, address)[0].warnings == ()
    (result,) = fetch(library, Wish(address, again=True))
    assert site.headers[-1]["if-none-match"] == '"one"'
    assert (result.status, result.id, result.sha256) == ("unchanged", first.id, first.sha256)
    assert f"has changed at its address since {TODAY}" in result.warnings[0]
    remove(library, str(first.id))
    (new,) = fetch(library, address)
    assert (new.status, new.file, new.fetched) == ("added", "pea.pdf", TODAY)


def test_one_that_a_site_still_has_is_unchanged_without_a_body(
    library: Library, site: Site
) -> None:
    site.pages["/pea.pdf"] = [Sent(PDF, headers={"etag": '"one"'}), Sent(status=304)]
    fetch(library, site.at("/pea.pdf"))
    (result,) = fetch(library, Wish(site.at("/pea.pdf"), again=True))
    assert (result.status, result.warnings) == ("unchanged", ())


def test_one_that_is_gone_at_its_address_stays_held(library: Library, site: Site) -> None:
    (first,) = fetch(library, site.at("/pea.pdf"))
    del site.pages["/pea.pdf"]
    (result,) = fetch(library, Wish(site.at("/pea.pdf"), again=True))
    assert (result.id, result.status, result.source_url) == (None, "failed", site.at("/pea.pdf"))
    assert f"is still held as {first.id}" in result.warnings[0]
    assert [record.id for record in library.catalogue.records()] == [first.id]


def test_each_failure_is_one_line_and_stops_nothing(library: Library, site: Site) -> None:
    site.pages["/scan.pdf"] = Sent(b"%PDF-1.4 no pages")
    site.pages["/page.pdf"] = Sent(PAGE)
    results = fetch(
        library,
        site.at("/nothing.pdf"),
        BadRow("list.csv, line 3", "no address."),
        "http://10.0.0.1/a.pdf",
        "https://me:secret@files.example/a.pdf",
        site.at("/scan.pdf"),
        site.at("/page.pdf"),
        site.at("/pea.pdf"),
    )
    assert [r.status for r in results] == ["failed"] * 6 + ["added"]
    assert all(r.error and r.id is None for r in results[:-1])
    assert [r.source_url for r in results[:5]] == [
        site.at("/nothing.pdf"), None, "http://10.0.0.1/a.pdf", "https://files.example/a.pdf",
        site.at("/scan.pdf"),
    ]  # fmt: skip
    assert results[1].error == "list.csv, line 3 was left out: no address."
    assert "secret" not in str(results)
    assert sorted(path.name for path in library.added.iterdir()) == ["pea.pdf"]
    assert library.catalogue.addresses.find(site.at("/scan.pdf")) is None


def test_reports_of_one_name_are_several_documents_also_after_one_is_removed(
    library: Library, site: Site
) -> None:
    site.pages["/a/report.pdf"], site.pages["/b/report.pdf"] = Sent(PDF), Sent(OTHER_PDF)
    first, second = fetch(library, site.at("/a/report.pdf"), site.at("/b/report.pdf"))
    assert (first.file, second.file) == ("report.pdf", "report-2.pdf")
    remove(library, str(first.id))
    site.pages["/c/report.pdf"] = Sent(PAGE.replace(b"Pea", b"Yew"))
    site.pages["/d/report"] = Sent(PDF.replace(b"Pea", b"Fig"))
    (third,) = fetch(library, site.at("/d/report"))
    assert third.file == "report-3.pdf"
    assert third.id not in (first.id, second.id)
    (again,) = fetch(library, site.at("/a/report.pdf"))
    assert (again.id, again.file) == (first.id, "report.pdf")


def test_what_is_held_already_gets_the_address_and_is_kept_once(
    library: Library, site: Site, tmp_path: Path
) -> None:
    (tmp_path / "mine.pdf").write_bytes(PDF)
    (held,) = add(library, [tmp_path / "mine.pdf"], register=NOTHING)
    site.pages["/copy.pdf"] = Sent(PDF)
    one, two = fetch(library, site.at("/pea.pdf"), site.at("/copy.pdf"))
    assert (one.id, one.status, one.file) == (held.id, "unchanged", "pea.pdf")
    assert one.warnings == two.warnings == ("has the same content as mine.pdf, and is kept once",)
    (card,) = library.catalogue.cards()
    assert (card.record.source_url, card.fetched) == (site.at("/pea.pdf"), TODAY)
    assert [r.status for r in fetch(library, site.at("/copy.pdf"))] == ["unchanged"]
    assert site.documents() == ["/pea.pdf", "/copy.pdf"]


def test_a_web_page_is_taken_with_a_word_of_caution(library: Library, site: Site) -> None:
    site.pages["/child-pea"] = Sent(PAGE)
    (result,) = fetch(library, site.at("/child-pea"))
    assert (result.status, result.file) == ("added", "child-pea.html")
    assert "give the address of the report itself" in result.warnings[-1]


def test_a_new_version_put_in_by_hand_keeps_the_address_and_has_no_day(
    library: Library, site: Site, tmp_path: Path
) -> None:
    (first,) = fetch(library, site.at("/pea.pdf"))
    text = tmp_path / "new.md"
    text.write_text(review("The father was never met."), encoding="utf-8")
    replace(library, str(first.id), text, register=NOTHING)
    (card,) = library.catalogue.cards()
    assert (card.record.source_url, card.fetched) == (site.at("/pea.pdf"), None)
    assert [r.status for r in fetch(library, site.at("/pea.pdf"))] == ["unchanged"]


def test_progress_tells_of_each_row_and_never_goes_back(library: Library, site: Site) -> None:
    told: list[tuple[float, int, str]] = []
    rows = [Wish(site.at("/pea.pdf")), Wish(site.at("/oat.pdf"))]
    fetcher = fetcher_of(MadeTime())
    [*add_from_web(
        library, rows, register=NOTHING, fetcher=fetcher, progress=lambda *done: told.append(done)
    )]  # fmt: skip
    assert told == sorted(told, key=lambda each: each[0])
    assert {"asking 127.0.0.1", "reading pea.pdf", "reading oat.pdf"} <= {
        words for *_, words in told
    }
    assert {total for _, total, _ in told} == {2}


def test_a_page_set_by_hand_stays_when_the_document_is_read_anew(
    library: Library, site: Site, tmp_path: Path
) -> None:
    corpus = write(tmp_path / "corpus", child_z=review("The father was never met."))
    (first,) = sync(library, corpus, register=NOTHING)
    page = set_source_page(library, str(first.id), " https://Example.org/z ", register=NOTHING)
    assert page == "https://example.org/z"
    assert library.document(str(first.id)).record.source_url == page
    write(tmp_path / "corpus", child_z=review("The mother was never met."))
    (again,) = sync(library, corpus, register=NOTHING)
    assert (again.status, again.source_url) == ("updated", page)
    assert site.asked == []


def test_without_a_page_by_hand_the_address_or_the_register_stands_again(
    library: Library, site: Site
) -> None:
    (first,) = fetch(library, site.at("/pea.pdf"))
    id_ = str(first.id)
    set_source_page(library, id_, "https://example.org/z", register=NOTHING)
    assert set_source_page(library, id_, "", register=NOTHING) == site.at("/pea.pdf")
    assert library.catalogue.card(id_).record.source_url == site.at("/pea.pdf")


def test_a_page_by_hand_is_one_of_the_web_and_of_a_document_that_is_held(
    library: Library,
) -> None:
    with pytest.raises(NotFetched, match="no address of the web"):
        set_source_page(library, "nothing", "javascript:alert(1)", register=NOTHING)
    with pytest.raises(UnknownDocument):
        set_source_page(library, "nothing", "https://example.org/z", register=NOTHING)


def test_others_can_write_while_a_site_is_asked(
    library: Library, site: Site, tmp_path: Path
) -> None:
    """The library is held for one document at a time."""
    text = tmp_path / "mine.md"
    text.write_text(review("The father was never met."), encoding="utf-8")

    def slowly() -> Iterator[bytes]:
        with open_faked(library.data) as other:
            add(other, [text], register=NOTHING)
        yield PDF

    site.pages["/slow.pdf"] = Sent(slowly())
    results = fetch(library, site.at("/slow.pdf"), site.at("/oat.pdf"))
    assert [r.status for r in results] == ["added", "added"]
    assert len(library.catalogue.cards()) == 3


def test_what_was_removed_while_its_site_was_asked_is_one_failed_line(
    library: Library, site: Site
) -> None:
    (first,) = fetch(library, site.at("/pea.pdf"))
    busy = Sent(status=304)
    site.pages["/pea.pdf"] = busy
    fetcher = fetcher_of()
    asked = fetcher.fetch

    def remove_meanwhile(*given: object, **known: object) -> object:
        answer = asked(*given, **known)  # type: ignore[arg-type]  # passed on as it is
        remove(library, str(first.id))
        return answer

    fetcher.fetch = remove_meanwhile  # type: ignore[method-assign,assignment]  # a stand-in
    wish = Wish(site.at("/pea.pdf"), again=True)
    (result,) = add_from_web(library, [wish], register=NOTHING, fetcher=fetcher)
    assert result.status == "failed"
    assert "removed from the library meanwhile" in str(result.error)


def test_a_library_that_is_held_by_another_is_told_before_any_site_is_asked(
    library: Library, site: Site
) -> None:
    with open_writer(library), pytest.raises(LibraryBusy):
        fetch(library, site.at("/pea.pdf"))
    assert site.asked == []


def test_a_library_that_is_held_too_long_is_one_failed_line_and_the_waiting_is_told(
    library: Library, site: Site, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("rag.index.adding_from_web._PATIENCE", 0.05)
    other = FileLock(library.data / "writing.lock")
    told: list[str] = []
    rows = [Wish(site.at("/pea.pdf")), Wish(site.at("/oat.pdf"))]
    fetcher = fetcher_of()
    asked = fetcher.fetch

    def hold_the_first(*given: object, **known: object) -> object:
        answer = asked(*given, **known)  # type: ignore[arg-type]  # passed on as it is
        other.release() if other.is_locked else other.acquire()
        return answer

    fetcher.fetch = hold_the_first  # type: ignore[method-assign,assignment]  # a stand-in
    busy, added = add_from_web(
        library, rows, register=NOTHING, fetcher=fetcher,
        progress=lambda _done, _total, words: told.append(words),
    )  # fmt: skip
    assert (busy.status, busy.source_url, added.status) == ("failed", site.at("/pea.pdf"), "added")
    assert "Another process is changing the library" in str(busy.error)
    assert told.count("waiting for another process that changes the library") == 1


def test_the_terms_of_a_run_that_is_stopped_are_saved(library: Library, site: Site) -> None:
    rows = [Wish(site.at("/pea.pdf")), Wish(site.at("/oat.pdf"))]
    run = add_from_web(library, rows, register=NOTHING, fetcher=fetcher_of())
    next(run)
    folder = library.lexical_folder(library.catalogue.generation)
    assert not folder.exists()
    run.close()  # type: ignore[attr-defined]  # a generator
    assert folder.exists()


def test_addresses_and_pages_by_hand_outlive_a_deleted_catalogue(
    library: Library, site: Site, tmp_path: Path
) -> None:
    corpus = write(
        tmp_path / "corpus",
        a=review("The father was never met."),
        b=review("The mother was never met."),
    )
    first, second = sync(library, corpus, register=NOTHING)
    fetch(library, Wish(site.at("/pea.pdf"), Told(title="Of the list")))
    set_source_page(library, str(second.id), "https://example.org/b", register=NOTHING)
    before = library.catalogue.cards()
    library.close()
    for file in library.data.glob("catalogue.sqlite3*"):
        file.unlink()
    write(corpus, c=review("The dog was never met."))
    with open_faked(library.data) as rebuilt:
        sync(rebuilt, corpus, register=NOTHING)
        after = {card.record.id: card for card in rebuilt.catalogue.cards()}
    told = [(c.record.title, c.record.source_url, c.fetched, c.location.path) for c in before]
    held = [after[card.record.id] for card in before]
    assert told == [(c.record.title, c.record.source_url, c.fetched, c.location.path) for c in held]
    assert after[str(first.id)].record.source_url is None
    assert len(after) == len(before) + 1


def test_what_is_forgotten_does_not_return_with_a_new_catalogue(
    library: Library, site: Site
) -> None:
    (first,) = fetch(library, site.at("/pea.pdf"))
    remove(library, str(first.id))
    library.close()
    (library.data / "catalogue.sqlite3").unlink()
    with open_faked(library.data) as rebuilt:
        assert rebuilt.catalogue.addresses.find(site.at("/pea.pdf")) is None


def test_a_library_of_before_gets_its_file_and_a_damaged_one_is_told(
    library: Library, site: Site
) -> None:
    fetch(library, site.at("/pea.pdf"))
    library.close()
    (library.data / KEPT).unlink()
    with open_faked(library.data) as opened:
        assert opened.catalogue.addresses.find(site.at("/pea.pdf"))
    assert site.at("/pea.pdf") in (library.data / KEPT).read_text(encoding="utf-8")
    (library.data / "catalogue.sqlite3").unlink()
    (library.data / KEPT).write_text("{", encoding="utf-8")
    with (
        open_faked(library.data) as opened,
        pytest.raises(StoreUnavailable, match="cannot be read"),
    ):
        opened.catalogue.cards()


def test_a_file_that_a_crash_left_behind_is_made_anew(library: Library, site: Site) -> None:
    kept = library.data / KEPT
    fetch(library, site.at("/pea.pdf"))
    behind = kept.read_bytes()
    fetch(library, site.at("/oat.pdf"))
    whole = kept.read_bytes()
    library.close()
    kept.write_bytes(behind)
    with open_faked(library.data) as opened:
        assert len(opened.catalogue.cards()) == 2
    assert kept.read_bytes() == whole
    assert [path.name for path in library.data.glob(f".{KEPT}*")] == []


@pytest.mark.parametrize(
    ("table", "change"),
    [
        ("addresses", {"checksum": None}),
        ("addresses", {"title": 1}),
        ("addresses", {"unknown": "x"}),
        ("addresses", {"title": "\ud800"}),
        ("pages_by_hand", None),
        ("locations", None),
        ("format", 2),
    ],
)
def test_each_fault_of_the_file_is_told_as_one_of_the_file(
    library: Library, site: Site, table: str, change: Any
) -> None:
    (first,) = fetch(library, site.at("/pea.pdf"))
    set_source_page(library, str(first.id), "https://example.org/z", register=NOTHING)
    library.close()
    (library.data / "catalogue.sqlite3").unlink()
    content = json.loads((library.data / KEPT).read_bytes())
    if table == "format":
        content["format"] = change
    elif change is None:
        content[table][0].popitem()
    else:
        content[table][0] |= change
    (library.data / KEPT).write_text(json.dumps(content), encoding="utf-8")
    with (
        open_faked(library.data) as opened,
        pytest.raises(StoreUnavailable, match=rf"{KEPT} cannot be read"),
    ):
        opened.catalogue.cards()
