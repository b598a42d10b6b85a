"""Vectors and terms together; what the catalogue does not publish is not found."""

from pathlib import Path

import pytest
from made_libraries import NOTHING, open_faked, review, write

from rag.index.indexing import sync
from rag.index.library import Library
from rag.index.retrieval import WEIGHT, search
from rag.types import Passage

CORPUS = {
    "child_a": review("The father was not seen.", "The dog was known.", title="Child A"),
    "child_b": review("A bruise was seen.", "Father told the police.", title="Child B"),
}


@pytest.fixture
def library(tmp_path: Path) -> Library:
    library = open_faked(tmp_path / "data")
    sync(library, write(tmp_path / "corpus", **CORPUS), register=NOTHING)
    return library


def test_the_passage_that_both_sides_like_comes_first(library: Library) -> None:
    hits = search(library, "Was the dog known?")
    assert hits[0].passage.text == "The dog was known."
    assert hits[0].score == 1.0
    assert hits[0].dense > 0.9
    assert hits[0].lexical > 0
    scores = [hit.score for hit in hits]
    assert scores == sorted(scores, reverse=True)
    assert min(scores) >= 0


def test_scores_are_the_weighed_mean_of_the_scaled_ones(library: Library) -> None:
    hits = search(library, "father police", k=99)
    dense = [hit.dense for hit in hits]
    lexical = [hit.lexical for hit in hits if hit.lexical]
    for hit in hits:
        near = (hit.dense - min(dense)) / (max(dense) - min(dense))
        like = (hit.lexical - min(lexical)) / (max(lexical) - min(lexical)) if hit.lexical else 0
        assert hit.score == pytest.approx(WEIGHT * near + (1 - WEIGHT) * like)


def test_only_as_many_of_the_documents_and_kinds_asked_for(library: Library) -> None:
    (child_a,) = (r.id for r in library.catalogue.records() if "a" in r.file[-4:])
    hits = search(library, "father", documents=frozenset({child_a}))
    assert {hit.passage.document for hit in hits} == {child_a}
    assert len(search(library, "father", k=1)) == 1
    assert search(library, "father", documents=frozenset()) == ()
    (kind,) = {
        unit.kind for _, unit in library.catalogue.find_units() if unit.text == "The dog was known."
    }
    assert search(library, "father", kinds=frozenset({kind}))
    assert search(library, "father", kinds=frozenset({"footnote"})) == ()


def test_vectors_that_are_not_published_are_not_found(library: Library) -> None:
    orphan = Passage("orphan", "nobody", "u", 0, 3, "dog", "")
    library.vectors.add([orphan], [library.embedding.get_text_embedding("dog")])
    hits = search(library, "dog")
    assert hits
    assert all(hit.passage.id != "orphan" for hit in hits)


def test_a_question_of_stop_words_is_answered_by_the_vectors(library: Library) -> None:
    assert all(hit.lexical == 0 for hit in search(library, "what was it"))


def test_another_process_s_documents_are_found(library: Library, tmp_path: Path) -> None:
    assert "school" not in search(library, "school")[0].passage.text
    write(tmp_path / "corpus", child_c=review("The school knew.", title="Child C"))
    with open_faked(tmp_path / "data") as other:
        sync(other, tmp_path / "corpus", register=NOTHING)
    assert search(library, "school")[0].passage.text == "The school knew."
