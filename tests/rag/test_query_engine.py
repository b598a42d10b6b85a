"""Ours in anybody's LlamaIndex program: verbatim nodes, refusals as responses."""

from pathlib import Path

import pytest
from made_libraries import NOTHING, open_faked, review, write

from rag.index.indexing import sync
from rag.index.library import Library
from rag.query_engine import FindingAidQueryEngine, FindingAidRetriever


@pytest.fixture
def library(tmp_path: Path) -> Library:
    library = open_faked(tmp_path / "data")
    text = review("The father was not seen.", "The dog was known.", title="Child A")
    sync(library, write(tmp_path / "corpus", child_a=text), register=NOTHING)
    return library


def test_the_retriever_gives_the_reviews_words_with_their_place(library: Library) -> None:
    found = FindingAidRetriever(library, k=1).retrieve("Was the dog known?")
    (node,) = (item.node for item in found)
    (document,) = (record.id for record in library.catalogue.records())
    assert found[0].score == 1.0
    assert node.get_content() == "The dog was known."
    assert node.ref_doc_id == document
    text = library.catalogue.reading_text(document)
    assert text[node.start_char_idx : node.end_char_idx] == "The dog was known."  # type: ignore[attr-defined]
    assert FindingAidRetriever(library, documents=frozenset()).retrieve("dog") == []


def test_the_query_engine_answers_with_citations_as_nodes(library: Library) -> None:
    response = FindingAidQueryEngine(library=library).query("Was the dog known?")
    assert "The dog was known." in str(response)
    assert response.metadata == {"status": "answered", "reason": None}
    assert "The dog was known." in [node.node.get_content() for node in response.source_nodes]
