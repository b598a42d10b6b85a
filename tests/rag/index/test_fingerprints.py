"""Whatever a document is read by, changed, has it read again."""

from pathlib import Path

import pytest

from rag.index import fingerprints


@pytest.fixture
def package(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    (tmp_path / "reading.py").write_text("LIMIT = 1", encoding="utf-8")
    (tmp_path / "words.toml").write_text("words = []", encoding="utf-8")
    monkeypatch.setattr(fingerprints, "files", lambda _: tmp_path)
    return tmp_path


def fingerprint() -> str:
    return fingerprints.code_fingerprint.__wrapped__()


@pytest.mark.parametrize("file", ["reading.py", "words.toml"])
def test_a_line_of_code_or_data_changes_it(package: Path, file: str) -> None:
    before = fingerprint()
    assert fingerprint() == before
    (package / file).write_text("other = 1", encoding="utf-8")
    assert fingerprint() != before


@pytest.mark.usefixtures("package")
@pytest.mark.parametrize("library", ["pypdf", "python-docx", "bm25s", "PyStemmer"])
def test_another_release_of_a_library_changes_it(
    library: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(fingerprints, "version", lambda _: "1")
    before = fingerprint()
    monkeypatch.setattr(fingerprints, "version", lambda name: "2" if name == library else "1")
    assert fingerprint() != before
