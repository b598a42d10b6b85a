"""Folders in, the library in line with them: added, updated, unchanged, removed, failed."""

import sqlite3
import time
from pathlib import Path

import pytest
from fakes import KeywordEmbedding, ListVectors
from filelock import FileLock
from made_libraries import DIGEST, NOTHING, digest, open_faked, open_without_model, review, write
from made_pdfs import at, drawn

from rag.documents.register import Register
from rag.errors import CorpusConflict, LibraryBusy, StoreUnavailable, UnknownDocument
from rag.index.condition import condition
from rag.index.files import find_files
from rag.index.indexing import Result, add, remove, sync, totals
from rag.index.library import Library
from rag.index.passages import NOTHING_TO_FIND

A = review("The father was not seen.", "The dog was known.", title="Child A")
B = review("A bruise was seen.", "Nobody told the police.", title="Child B")


@pytest.fixture
def corpus(tmp_path: Path) -> Path:
    return write(tmp_path / "corpus", child_a=A, child_b=B)


@pytest.fixture
def library(tmp_path: Path) -> Library:
    return open_faked(tmp_path / "data")


def statuses(results: tuple[Result, ...]) -> dict[str, str]:
    return {result.file: result.status for result in results}


def ids(library: Library) -> list[str]:
    return [record.id for record in library.catalogue.records()]


def assert_in_line(library: Library) -> None:
    """Vectors, terms and catalogue hold the same passages."""
    published = library.catalogue.passage_ids()
    assert library.vectors.ids() == published
    assert {library.lexical.query(p.text, 99)[0][0] for p in library.catalogue.all_passages()} <= (
        published
    )


def test_first_sync_adds_every_document(library: Library, corpus: Path) -> None:
    told: list[tuple[float, int, str]] = []
    results = sync(library, corpus, register=NOTHING, progress=lambda *done: told.append(done))
    assert statuses(results) == {"child-a.md": "added", "child-b.md": "added"}
    assert [r.id for r in results] == ids(library)
    assert all(r.units >= r.passages > 0 and r.error is None for r in results)
    assert told == sorted(told)
    assert {(0, 2, "child-a.md"), (1, 2, "child-a.md"), (2, 2, "child-b.md")} < {*told}
    assert any(1 < done < 2 for done, _, _ in told)
    assert totals(library, results)["documents"] == 2
    assert totals(library, results)["passages"] == len(library.catalogue.all_passages())
    assert_in_line(library)


def test_an_unchanged_corpus_does_not_open_the_model(
    library: Library, corpus: Path, tmp_path: Path
) -> None:
    first = sync(library, corpus, register=NOTHING)
    generation = library.catalogue.generation

    with open_without_model(tmp_path / "data") as again:
        results = sync(again, corpus, register=NOTHING)
        assert set(statuses(results).values()) == {"unchanged"}
        assert [(r.id, r.units, r.passages) for r in results] == [
            (r.id, r.units, r.passages) for r in first
        ]
        assert again.catalogue.generation == generation


def test_a_changed_file_keeps_its_id_and_embeds_only_what_is_new(
    library: Library, corpus: Path
) -> None:
    sync(library, corpus, register=NOTHING)
    before, held = ids(library), library.vectors.ids()
    changed = A.replace("The dog was known.", "The school was not told.")
    write(corpus, child_a=changed)
    results = sync(library, corpus, register=NOTHING)
    assert statuses(results) == {"child-a.md": "updated", "child-b.md": "unchanged"}
    assert ids(library) == before
    assert len(held & library.vectors.ids()) >= len(held) - 2
    assert not any("dog" in p.text for p in library.catalogue.all_passages())
    assert_in_line(library)


def test_a_removed_file_is_withdrawn_and_has_its_id_when_it_returns(
    library: Library, corpus: Path
) -> None:
    sync(library, corpus, register=NOTHING)
    before = ids(library)
    (corpus / "child-a.md").unlink()
    assert statuses(sync(library, corpus, register=NOTHING)) == {
        "child-b.md": "unchanged", "child-a.md": "removed"
    }  # fmt: skip
    assert len(ids(library)) == 1
    assert_in_line(library)
    write(corpus, child_a=A)
    assert statuses(sync(library, corpus, register=NOTHING))["child-a.md"] == "added"
    assert ids(library) == before


def test_a_renamed_file_keeps_its_id(library: Library, corpus: Path) -> None:
    sync(library, corpus, register=NOTHING)
    before = ids(library)
    (corpus / "child-a.md").rename(corpus / "renamed.md")
    results = sync(library, corpus, register=NOTHING)
    assert statuses(results) == {"renamed.md": "updated", "child-b.md": "unchanged"}
    assert ids(library) == before


def test_a_bad_file_stops_nothing_and_is_tried_again(library: Library, corpus: Path) -> None:
    (corpus / "bad.pdf").write_bytes(b"This is no PDF.")
    for _ in range(2):
        results = sync(library, corpus, register=NOTHING)
        (bad,) = (r for r in results if r.file == "bad.pdf")
        assert bad.id is None
        assert bad.status == "failed"
        assert bad.error
        assert "bad.pdf" in bad.error
        assert totals(library, results)["failed"] == 1
        assert len(ids(library)) == 2
        assert [f.location.path for f in library.catalogue.ledger.failures()] == ["bad.pdf"]
    (corpus / "bad.pdf").unlink()
    sync(library, corpus, register=NOTHING)
    assert library.catalogue.ledger.failures() == ()


def test_documents_with_the_same_proposed_id_are_told_apart(library: Library, corpus: Path) -> None:
    write(corpus, child_a_again=A.replace("The dog was known.", "The school knew."))
    sync(library, corpus, register=NOTHING)
    by_file = {record.file: record.id for record in library.catalogue.records()}
    assert len(set(by_file.values())) == 3
    assert by_file["child-a.md"] == by_file["child-a-again.md"] + "-2", "first come, first named"


def test_the_same_content_twice_is_kept_once(library: Library, corpus: Path) -> None:
    write(corpus, copy_of_a=A)
    results = sync(library, corpus, register=NOTHING)
    (twin,) = (r for r in results if r.file == "copy-of-a.md")
    assert (twin.status, twin.warnings) == (
        "unchanged", ("has the same content as child-a.md, and is kept once",)
    )  # fmt: skip
    assert len(ids(library)) == 2
    (corpus / "child-a.md").unlink()
    sync(library, corpus, register=NOTHING)
    assert {record.file for record in library.catalogue.records()} == {"copy-of-a.md", "child-b.md"}


@pytest.mark.parametrize(
    "copy",
    ["Copy of child-a", "child-a (1)", "child-a - Copy", "child-a - Copy (2)", "A copy",
     "Copy (2) of child-a"],
)  # fmt: skip
def test_of_the_same_content_the_name_of_no_copy_is_kept(
    library: Library, corpus: Path, copy: str
) -> None:
    write(corpus, **{copy: A})
    results = sync(library, corpus, register=NOTHING)
    assert [result.file for result in results] == [f"{copy}.md", "child-a.md", "child-b.md"]
    assert {record.file for record in library.catalogue.records()} == {"child-a.md", "child-b.md"}


def test_folders_are_searched_and_read_me_and_hidden_files_passed_over(
    library: Library, corpus: Path
) -> None:
    write(corpus / "2019", child_c=review("A school knew.", title="Child C"))
    write(corpus, README="How to add a review", child_b=B)
    (corpus / ".hidden.md").write_text(A, encoding="utf-8")
    (corpus / "map.png").write_bytes(b"png")
    (corpus / "old.doc").write_bytes(b"\xd0\xcf\x11\xe0")
    results = sync(library, corpus, register=NOTHING)
    read = {"child-a.md", "child-b.md", "child-c.md"}
    assert set(statuses(results)) == read | {"old.doc", "map.png"}
    told = {r.file: r.error or "" for r in results if r.status == "failed"}
    assert "an old Word document" in told["old.doc"]
    assert "a picture" in told["map.png"]


@pytest.mark.parametrize(
    "name",
    ["Thumbs.db", ".DS_Store", "desktop.ini", "~$child-a.docx", "~WRL0001.tmp", "register.toml",
     "__MACOSX/._child-a.md", "page_files/chart.png"],
)  # fmt: skip
def test_files_of_the_system_are_no_documents(corpus: Path, name: str) -> None:
    (corpus / name).parent.mkdir(exist_ok=True)
    (corpus / name).write_bytes(b"x")
    (corpus / "page.html").write_bytes(b"<p>One")
    found = [file.location.path for file in find_files(corpus, "corpus")]
    assert found == ["child-a.md", "child-b.md", "page.html"]


def test_a_document_without_a_passage_says_so(library: Library, tmp_path: Path) -> None:
    folder = tmp_path / "empty"
    folder.mkdir()
    (folder / "picture.md").write_text("![A plan](plan.png)\n", encoding="utf-8")
    for _ in range(2):
        (result,) = sync(library, folder, register=NOTHING)
        assert (result.passages, result.warnings) == (0, (NOTHING_TO_FIND,))


def test_another_corpus_is_a_conflict_unless_it_replaces(
    library: Library, corpus: Path, tmp_path: Path
) -> None:
    sync(library, corpus, register=NOTHING)
    other = write(tmp_path / "other", child_b=B.replace("Child B", "Child X"), kept=A)
    with pytest.raises(CorpusConflict, match="--replace-corpus"):
        sync(library, other, register=NOTHING)
    assert len(ids(library)) == 2
    former = {record.file: record.id for record in library.catalogue.records()}
    results = sync(library, other, register=NOTHING, replace_corpus=True)
    assert [(r.file, r.status) for r in results] == [
        ("child-b.md", "added"), ("kept.md", "updated"), ("child-b.md", "removed")
    ]  # fmt: skip
    now = {record.file: record.id for record in library.catalogue.records()}
    assert now["kept.md"] == former["child-a.md"], "the same content keeps its id"
    assert now["child-b.md"] != former["child-b.md"], "the same name in another folder does not"
    assert_in_line(library)


def test_added_documents_are_copied_and_outlive_their_file(
    library: Library, corpus: Path, tmp_path: Path
) -> None:
    sync(library, corpus, register=NOTHING)
    given = write(tmp_path / "desk", child_c=review("A school knew.", title="Child C"))
    (result,) = add(library, [given / "child-c.md"], register=NOTHING)
    assert result.status == "added"
    assert (library.added / "child-c.md").is_file()
    (given / "child-c.md").unlink()
    assert statuses(sync(library, corpus, register=NOTHING))["child-c.md"] == "unchanged"
    assert_in_line(library)


def test_adding_again_updates_and_another_of_the_name_is_another_document(
    library: Library, tmp_path: Path
) -> None:
    desk = write(tmp_path / "desk", report=A)
    elsewhere = write(tmp_path / "elsewhere", report=B)
    (first,) = add(library, [desk], register=NOTHING)
    (same,) = add(library, [desk / "report.md"], register=NOTHING)
    assert (same.id, same.status) == (first.id, "unchanged")
    write(desk, report=A.replace("The dog was known.", "The school knew."))
    (changed,) = add(library, [desk], register=NOTHING)
    assert (changed.id, changed.status) == (first.id, "updated")
    (other,) = add(library, [elsewhere], register=NOTHING)
    assert (other.file, other.status) == ("report-2.md", "added")
    assert len(ids(library)) == 2


def test_adding_what_cannot_be_read_is_reported(library: Library, tmp_path: Path) -> None:
    (tmp_path / "bad.pdf").write_bytes(b"This is no PDF.")
    results = add(library, [tmp_path / "bad.pdf", tmp_path / "missing.pdf"], register=NOTHING)
    assert [r.status for r in results] == ["failed", "failed"]
    assert not library.added.exists()


def test_remove_withdraws_and_deletes_the_copy(
    library: Library, corpus: Path, tmp_path: Path
) -> None:
    sync(library, corpus, register=NOTHING)
    given = write(tmp_path / "desk", child_c=review("Zanzibarbecue knew.", title="Child C"))
    (result,) = add(library, [given], register=NOTHING)
    assert result.id
    assert remove(library, result.id).location.origin == "added"
    assert not (library.added / "child-c.md").exists()
    assert_in_line(library)
    assert remove(library, ids(library)[0]).location.origin == "corpus"
    with pytest.raises(UnknownDocument):
        remove(library, result.id)
    library.close()
    left = [f for f in (tmp_path / "data").rglob("*") if f.is_file()]
    assert not any(b"zanzibarbecue" in f.read_bytes().lower() for f in left)


def test_one_writer_at_a_time(library: Library, corpus: Path) -> None:
    library.data.mkdir()
    with FileLock(library.data / "writing.lock"), pytest.raises(LibraryBusy, match="wait"):
        sync(library, corpus, register=NOTHING)
    sync(library, corpus, register=NOTHING)
    assert len(ids(library)) == 2


def test_another_model_embeds_all_again_and_its_forerunner_serves_until_then(
    library: Library, corpus: Path, tmp_path: Path
) -> None:
    sync(library, corpus, register=NOTHING)
    with open_faked(tmp_path / "data", model="other") as other:
        results = sync(other, corpus, register=NOTHING)
        assert set(statuses(results).values()) == {"unchanged"}
        assert_in_line(other)
    assert ids(library)


def test_a_register_entry_changes_the_card(library: Library, tmp_path: Path) -> None:
    corpus = write(tmp_path / "corpus", baby_z=digest("A bruise was seen."))
    sync(library, corpus, register=NOTHING)
    before = ids(library)
    (result,) = sync(library, corpus, register=Register((DIGEST,)))
    assert result.status == "updated"
    assert ids(library) == before
    assert library.catalogue.records()[0].title == DIGEST.title


def test_libraries_on_one_server_have_vectors_of_their_own(tmp_path: Path, corpus: Path) -> None:
    names: list[str] = []

    def open_vectors(folder: Path, name: str, url: str | None) -> ListVectors:
        names.append(name)
        return ListVectors(folder, name, url)

    for data in ("one", "two"):
        with Library(
            tmp_path / data, open_embedding=KeywordEmbedding, fingerprint="keywords",
            chroma_url="http://localhost:8000", open_vectors=open_vectors,
        ) as library:  # fmt: skip
            sync(library, corpus, register=NOTHING)
            assert_in_line(library)
    assert len(set(names)) == 2
    assert all(name.endswith("-keywords") for name in names)


def test_a_store_that_was_emptied_is_told_and_filled_again(
    library: Library, corpus: Path, tmp_path: Path
) -> None:
    sync(library, corpus, register=NOTHING)
    library.vectors.delete(library.catalogue.passage_ids())
    with open_faked(tmp_path / "data") as again:
        with pytest.raises(StoreUnavailable, match="rag index"):
            _ = again.vectors
        with pytest.raises(StoreUnavailable):
            _ = again.vectors
        sync(again, corpus, register=NOTHING)
        assert_in_line(again)


def test_another_store_is_filled_before_it_is_used_and_so_is_the_former_after_it(
    corpus: Path, tmp_path: Path
) -> None:
    write(corpus, child_c=review("A school knew.", title="Child C"))
    for url in (None, "http://localhost:8000", None):
        with Library(
            tmp_path / "data", open_embedding=KeywordEmbedding, fingerprint="keywords",
            chroma_url=url, open_vectors=ListVectors,
        ) as library:  # fmt: skip
            if library.catalogue.records():
                with pytest.raises(StoreUnavailable, match="another"):
                    _ = library.vectors
            sync(library, corpus, register=NOTHING)
            assert_in_line(library)
        (corpus / "child-c.md").unlink(missing_ok=True)


def test_a_removal_under_another_model_does_not_pass_for_its_vectors(
    library: Library, corpus: Path, tmp_path: Path
) -> None:
    sync(library, corpus, register=NOTHING)
    with open_faked(tmp_path / "data", model="other") as other:
        remove(other, ids(library)[0])
        with pytest.raises(StoreUnavailable, match="another"):
            _ = other.vectors
    assert library.vectors.count() >= len(library.catalogue.passage_ids()) > 0


def test_a_held_file_that_can_no_more_be_read_stays_held_and_is_warned_of(
    library: Library, corpus: Path
) -> None:
    sync(library, corpus, register=NOTHING)
    before = ids(library)
    (corpus / "child-a.md").write_bytes(b"\x00\x01\x02" * 50)
    results = sync(library, corpus, register=NOTHING)
    (failed,) = (r for r in results if r.status == "failed")
    assert "still held as" in failed.warnings[0]
    assert ids(library) == before
    sums = totals(library, results)
    assert (sums["documents"], sums["failed"]) == (2, 1)
    assert sums["passages"] == len(library.catalogue.all_passages())


def test_the_library_is_named_once_and_reading_its_name_writes_nothing(library: Library) -> None:
    name = library.catalogue.ledger.library
    with sqlite3.connect(library.data / "catalogue.sqlite3") as other:
        other.execute("BEGIN IMMEDIATE")
        began = time.monotonic()
        assert library.catalogue.ledger.library == name
        assert time.monotonic() - began < 5, "it waited for the writer"
    other.close()


def test_a_receipt_names_pages_of_the_second_reader_and_doubtful_ones(
    library: Library, tmp_path: Path
) -> None:
    seen = at(60, 700, "The father was not seen by anybody.")
    hidden = b"1 g " + at(60, 500, "Close this case.") + b"0 g "
    unnamed = b"BT /F2 11 Tf 60 700 Td <010203010302> Tj ET"
    (tmp_path / "corpus").mkdir()
    (tmp_path / "corpus" / "a.pdf").write_bytes(drawn(seen, seen + hidden, unnamed))
    for status in ("added", "unchanged"):
        (result,) = sync(library, tmp_path / "corpus", register=NOTHING)
        assert result.status == status
        assert (result.doubtful_pages, result.second_reader_pages) == ((3,), (2,))
    assert condition(library.catalogue.cards()[0]).silent_pages == ()
