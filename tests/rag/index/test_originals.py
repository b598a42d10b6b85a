"""The file that a document was read from: found, gone, changed, or left behind."""

from pathlib import Path

import pytest
from made_libraries import NOTHING, open_faked, review, write

from rag.errors import UnreadableFile
from rag.index.catalogue import Card
from rag.index.indexing import add, sync
from rag.index.library import Library
from rag.index.originals import original_file


@pytest.fixture
def library(tmp_path: Path) -> Library:
    library = open_faked(tmp_path / "data")
    sync(library, write(tmp_path / "corpus", child_a=review("Seen.")), register=NOTHING)
    add(library, [write(tmp_path / "given", child_b=review("Heard."))], register=NOTHING)
    return library


def card(library: Library, file: str) -> Card:
    return next(card for card in library.catalogue.cards() if card.record.file == file)


def test_a_file_is_found_in_the_corpus_and_among_the_added(
    library: Library, tmp_path: Path
) -> None:
    found = original_file(library, card(library, "child-a.md"))
    assert found == (tmp_path / "corpus" / "child-a.md").resolve()
    assert original_file(library, card(library, "child-b.md")).parent == library.added


def test_a_file_that_is_gone_or_another_now_is_not_shown(library: Library, tmp_path: Path) -> None:
    held = card(library, "child-a.md")
    file = tmp_path / "corpus" / "child-a.md"
    file.write_text("another", encoding="utf-8")
    with pytest.raises(UnreadableFile, match="another file now"):
        original_file(library, held)
    file.unlink()
    with pytest.raises(UnreadableFile, match=r"no longer in .*put it back"):
        original_file(library, held)


def test_a_file_of_a_former_corpus_cannot_be_found(library: Library) -> None:
    library.catalogue.ledger.retire_corpus()
    with pytest.raises(UnreadableFile, match="no longer the library's"):
        original_file(library, card(library, "child-a.md"))
