import sys
from pathlib import Path

import pytest
from fakes import KeywordEmbedding
from made_libraries import review

from rag import health, wiring
from rag.documents.register import Register
from rag.errors import ModelUnavailable
from rag.health import Check, State, examine
from rag.index.indexing import sync
from rag.settings import Settings


@pytest.fixture
def settings(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Settings:
    """Of an indexed corpus of one document, all of it in order."""
    for module in (wiring, health):
        monkeypatch.setattr(module, "open_embedding", lambda _: KeywordEmbedding())
    monkeypatch.setattr(health, "_PACKAGES", ("typer",))
    corpus = tmp_path / "corpus"
    corpus.mkdir()
    (corpus / "zed.md").write_text(review("The dog was not seen."), encoding="utf-8")
    settings = Settings(corpus=corpus, data=tmp_path / "data")
    with wiring.open_library(settings) as library:
        sync(library, corpus, register=Register())
    return settings


def states(settings: Settings) -> dict[str, State]:
    return {check.subject: check.state for check in examine(settings).checks}


def check(settings: Settings, subject: str) -> Check:
    return next(check for check in examine(settings).checks if check.subject == subject)


def test_where_all_is_well_every_check_is_fine(settings: Settings) -> None:
    assert set(states(settings).values()) == {"fine"}
    assert examine(settings).is_sound


def test_a_missing_package_is_broken(settings: Settings, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(health, "_PACKAGES", ("typer", "no-such-package"))
    assert "no-such-package" in check(settings, "packages").found
    assert not examine(settings).is_sound


def test_a_model_that_does_not_load_is_broken(
    settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(_: str) -> None:
        raise ModelUnavailable("Install it again.")

    monkeypatch.setattr(health, "open_embedding", fail)
    found = check(settings, "embedding model")
    assert (found.state, found.advice) == ("broken", "Install it again.")


def test_what_leaves_the_machine_is_told(
    settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert check(settings, "language model").state == "fine"
    monkeypatch.setattr(health, "_check_library", lambda _: iter(()))  # no server to ask
    away = settings.model_copy(update={"chroma_url": "https://chroma.example"})
    here = settings.model_copy(update={"chroma_url": "http://localhost:8000"})
    assert "leave this machine" in (check(away, "vector store").advice or "")
    assert check(here, "vector store").state == "fine"
    hub = settings.model_copy(update={"embedding_model": "someone/model"})
    assert "network" in (check(hub, "embedding model").advice or "")


def test_a_library_that_was_never_made_is_no_fault(settings: Settings, tmp_path: Path) -> None:
    new = settings.model_copy(update={"data": tmp_path / "new"})
    assert states(new)["library"] == "note"
    assert examine(new).is_sound
    assert not (tmp_path / "new").exists()


def test_files_that_the_index_does_not_follow_are_named(settings: Settings) -> None:
    assert settings.corpus
    (settings.corpus / "zed.md").rename(settings.corpus / "moved.md")
    assert check(settings, "index and files").state == "fine"
    (settings.corpus / "moved.md").unlink()
    (settings.corpus / "new.md").write_text("# Another\n\nOther words.\n", encoding="utf-8")
    found = check(settings, "index and files")
    assert (found.state, found.found) == (
        "note",
        "not indexed: new.md; gone but still indexed: zed.md",
    )


def test_a_file_that_could_not_be_read_is_named(settings: Settings) -> None:
    assert settings.corpus
    (settings.corpus / "broken.pdf").write_bytes(b"no PDF")
    with wiring.open_library(settings) as library:
        sync(library, settings.corpus, register=Register())
    assert check(settings, "index and files").found == "not readable: broken.pdf"


def test_vectors_that_are_missing_are_broken(settings: Settings) -> None:
    with wiring.open_library(settings) as library:
        library.vectors.delete(library.catalogue.passage_ids())
    assert check(settings, "vectors").state == "broken"


def test_another_models_vectors_are_broken(settings: Settings) -> None:
    other = settings.model_copy(update={"embedding_model": "someone/model"})
    assert (check(other, "library").state, check(other, "vectors").state) == ("fine", "broken")
    assert not examine(other).is_sound


@pytest.mark.skipif(sys.platform == "win32", reason="Windows keeps rights another way")
def test_a_folder_that_others_may_read_is_told(settings: Settings) -> None:
    settings.data.chmod(0o755)
    assert "chmod 700" in (check(settings, "data folder").advice or "")
