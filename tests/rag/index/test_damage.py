"""What is damaged, full or gone by now ends in one sentence, or is made again."""

import errno
import logging
import shutil
from pathlib import Path

import pytest
from made_libraries import NOTHING, open_faked, review, write

from rag.backends.vectors import ChromaVectors
from rag.errors import StoreUnavailable
from rag.index.indexing import add, sync
from rag.index.library import Library
from rag.types import Passage


@pytest.fixture
def corpus(tmp_path: Path) -> Path:
    text = " ".join(f"The father was not seen on day {n}." for n in range(2_000))
    return write(tmp_path / "corpus", child_a=review(text, title="Child A"))


@pytest.fixture
def library(tmp_path: Path, corpus: Path) -> Library:
    with open_faked(tmp_path / "data") as library:
        sync(library, corpus, register=NOTHING)
    return open_faked(tmp_path / "data")


def test_a_damaged_catalogue_is_told_when_it_is_read(library: Library) -> None:
    path = library.data / "catalogue.sqlite3"
    whole = path.read_bytes()
    path.write_bytes(whole[:4096] + b"\xff" * (len(whole) - 4096))
    with pytest.raises(StoreUnavailable, match="rag index"):
        library.catalogue.cards()
    with pytest.raises(StoreUnavailable), library.catalogue._database.commit():
        library.catalogue.ledger.set("name", "value")


@pytest.mark.parametrize("lost", ["", "passages.json", "params.index.json"])
def test_damaged_terms_are_made_again_and_saved_by_the_next_run(
    library: Library, corpus: Path, caplog: pytest.LogCaptureFixture, lost: str
) -> None:
    (folder,) = (library.data / "lexical").iterdir()
    for file in [*folder.iterdir()]:
        if not lost:
            file.unlink()
        elif file.name == lost:
            file.write_bytes(file.read_bytes()[:5])
    with caplog.at_level(logging.WARNING, "rag.index.library"):
        assert library.lexical.query("father", 1)
    assert "rag index" in caplog.text
    sync(library, corpus, register=NOTHING)
    caplog.clear()
    with open_faked(library.data) as again:
        assert again.lexical.query("father", 1)
    assert not caplog.records


def test_a_copy_for_which_there_is_no_room_fails_alone(
    library: Library, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    copy = shutil.copyfile

    def refuse(source: Path, target: Path) -> Path:
        target.write_bytes(b"half")
        if "big" in source.name:
            raise OSError(errno.ENOSPC, "No space left on device")
        return copy(source, target)

    monkeypatch.setattr(shutil, "copyfile", refuse)
    desk = write(tmp_path / "desk", big=review("A dog."), small=review("A school."))
    big, small = add(library, [desk], register=NOTHING)
    assert (big.status, small.status) == ("failed", "added")
    assert "No space left" in (big.error or "")
    assert [file.name for file in library.added.iterdir()] == ["small.md"]


@pytest.mark.slow
def test_a_store_that_goes_while_it_is_open_is_told(tmp_path: Path) -> None:
    passage = Passage("z.1", "baby-z", "unit", 0, 5, "Words", "Baby Z")
    store = ChromaVectors(tmp_path, "model")
    store.add([passage], [[1, 0]])
    ChromaVectors(tmp_path, "other-model").sweep()
    store._client.delete_collection(store._name)
    for use in (
        store.ids,
        store.count,
        lambda: store.query([1, 0], 1),
        lambda: store.delete({"z.1"}),
        lambda: store.add([passage], [[1, 0]]),
    ):
        with pytest.raises(StoreUnavailable, match="rag index"):
            use()


@pytest.mark.slow
def test_a_damaged_store_is_told_as_it_is_opened(tmp_path: Path) -> None:
    (tmp_path / "chroma.sqlite3").write_bytes(b"This is no database." * 500)
    with pytest.raises(StoreUnavailable, match="rag index"):
        ChromaVectors(tmp_path, "model")
