"""A small library of its own for each test of the window."""

from collections.abc import Iterator
from pathlib import Path

import pytest
import streamlit as st
from fakes import KeywordEmbedding
from streamlit.testing.v1 import AppTest
from window import APP, BULLETIN

from rag import wiring
from rag.documents.register import Register
from rag.index.indexing import add
from rag.settings import Settings
from ui import session


@pytest.fixture
def data(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """The folder of an empty library; vectors are of keywords."""
    folder = tmp_path / "data"
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("RAG_DATA", str(folder))
    monkeypatch.setattr(wiring, "open_embedding", lambda _: KeywordEmbedding())
    st.cache_resource.clear()
    st.cache_data.clear()
    yield folder
    session.shared_library().close()
    session.shared_history().close()
    st.cache_resource.clear()


@pytest.fixture
def window(data: Path, tmp_path: Path) -> AppTest:
    (tmp_path / "zed.md").write_text(BULLETIN, encoding="utf-8")
    with wiring.open_library(Settings.load(data=data)) as library:
        add(library, [tmp_path / "zed.md"], register=Register())
    return AppTest.from_file(str(APP), default_timeout=60)
