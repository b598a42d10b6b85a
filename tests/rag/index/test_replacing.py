"""Another version of a document under the same id."""

from pathlib import Path

import pytest
from made_libraries import NOTHING, open_faked, review, write

from rag.errors import CorpusConflict, UnknownDocument
from rag.index.indexing import add, sync
from rag.index.library import Library
from rag.index.replacing import replace


@pytest.fixture
def library(tmp_path: Path) -> Library:
    opened = open_faked(tmp_path / "data")
    given = write(tmp_path / "given", child_z=review("The father was never met."))
    add(opened, [given], register=NOTHING)
    return opened


def held(library: Library) -> str:
    (record,) = library.catalogue.records()
    return record.id


def new_version(folder: Path, name: str) -> Path:
    folder.mkdir()
    path = folder / name
    path.write_text(review("The mother was never met."), encoding="utf-8")
    return path


@pytest.mark.parametrize("name", ["anything.md", "report.txt"])
def test_the_id_stays_and_the_words_are_new(library: Library, tmp_path: Path, name: str) -> None:
    before = held(library)
    result = replace(library, before, new_version(tmp_path / "new", name), register=NOTHING)
    assert (result.status, result.id) == ("updated", before)
    assert held(library) == before
    assert "The mother" in library.document(before).reading.text
    assert [file.suffix for file in library.added.iterdir()] == [Path(name).suffix]
    empty = tmp_path / "corpus"
    empty.mkdir()
    assert [r.status for r in sync(library, empty, register=NOTHING)] == ["unchanged"]


@pytest.mark.parametrize("name", ["broken.pdf", "empty.md"])
def test_a_broken_file_leaves_the_former_text(library: Library, tmp_path: Path, name: str) -> None:
    before = held(library)
    (tmp_path / name).write_text("")
    result = replace(library, before, tmp_path / name, register=NOTHING)
    assert result.status == "failed"
    assert name in (result.error or "")
    assert "The father" in library.document(before).reading.text


def test_a_file_of_the_corpus_folder_is_not_touched(tmp_path: Path) -> None:
    corpus = write(tmp_path / "corpus", child_z=review("The father was never met."))
    library = open_faked(tmp_path / "data")
    sync(library, corpus, register=NOTHING)
    path = new_version(tmp_path / "new", "a.md")
    with pytest.raises(CorpusConflict, match="corpus folder"):
        replace(library, held(library), path, register=NOTHING)


def test_what_is_not_held_cannot_be_replaced(library: Library, tmp_path: Path) -> None:
    path = new_version(tmp_path / "new", "a.md")
    with pytest.raises(UnknownDocument):
        replace(library, "nothing", path, register=NOTHING)
