"""What the library asks of a vector store, held up to the fake and to Chroma alike."""

import subprocess
import sys
from collections.abc import Callable
from functools import partial
from pathlib import Path

import pytest
from fakes import ListVectors

from rag.backends.vectors import ChromaVectors, Vectors
from rag.errors import StoreUnavailable
from rag.types import Passage

Open = Callable[[str], Vectors]


def passage(id_: str, document: str = "baby-z") -> Passage:
    return Passage(id_, document, "finding-1", 0, 5, "Words of the review", "Baby Z")


@pytest.fixture(params=[ListVectors, pytest.param(ChromaVectors, marks=pytest.mark.slow)])
def open_vectors(request: pytest.FixtureRequest, tmp_path: Path) -> Open:
    return partial(request.param, tmp_path / "store")


@pytest.fixture
def vectors(open_vectors: Open) -> Vectors:
    store = open_vectors("one")
    store.add(
        [passage("z.east"), passage("z.north"), passage("y.northeast", "baby-y")],
        [[1, 0, 0], [0, 1, 0], [0.6, 0.8, 0]],
    )
    return store


def test_hits_come_best_first_with_their_cosine(vectors: Vectors) -> None:
    found = vectors.query([0, 1, 0], k=3)
    assert [id_ for id_, _ in found] == ["z.north", "y.northeast", "z.east"]
    assert [cosine for _, cosine in found] == pytest.approx([1, 0.8, 0], abs=1e-6)
    assert [id_ for id_, _ in vectors.query([0, 1, 0], k=1)] == ["z.north"]
    assert vectors.query([0, -1, 0], k=3)[-1][1] == pytest.approx(-1, abs=1e-6)


def test_only_the_documents_asked_for(vectors: Vectors) -> None:
    assert [i for i, _ in vectors.query([0, 1, 0], 3, {"baby-y"})] == ["y.northeast"]
    assert len(vectors.query([0, 1, 0], 3, {"baby-y", "baby-z"})) == 3
    assert vectors.query([0, 1, 0], 3, frozenset()) == []
    assert vectors.query([0, 1, 0], 3, {"nobody"}) == []


def test_what_is_deleted_is_gone(vectors: Vectors) -> None:
    vectors.delete({"z.north", "unknown"})
    assert vectors.ids() == {"z.east", "y.northeast"}
    assert [id_ for id_, _ in vectors.query([0, 1, 0], k=3)] == ["y.northeast", "z.east"]
    vectors.delete(())
    assert len(vectors.ids()) == 2


def test_it_is_there_after_reopening_and_apart_for_each_model(
    vectors: Vectors, open_vectors: Open
) -> None:
    other = open_vectors("two")
    assert other.ids() == frozenset()
    assert other.query([1, 0], 3) == []
    again = open_vectors("one")
    assert again.ids() == vectors.ids()
    again.sweep()
    assert open_vectors("one").ids() == vectors.ids()
    other = open_vectors("two")
    other.sweep()
    assert open_vectors("one").ids() == frozenset()


def test_many_passages_are_stored(open_vectors: Open) -> None:
    store = open_vectors("one")
    many = [passage(f"z.{n}") for n in range(6_000)]
    store.add(many, [[1, n, 0] for n in range(6_000)])
    assert len(store.ids()) == 6_000
    store.delete({p.id for p in many})
    assert store.ids() == frozenset()


_ADD = """
import sys
from pathlib import Path
from rag.backends.vectors import ChromaVectors
from rag.types import Passage
store = ChromaVectors(Path(sys.argv[1]), "one")
store.add([Passage("z.new", "baby-z", "u", 0, 5, "Words", "Baby Z")], [[0.0, 0.0, 1.0]])
store.delete({"z.east"})
"""


@pytest.mark.slow
def test_reopened_it_shows_what_another_process_has_written(tmp_path: Path) -> None:
    store = ChromaVectors(tmp_path, "one")
    store.add([passage("z.east"), passage("z.north")], [[1, 0, 0], [0, 1, 0]])
    assert len(store.query([0, 0, 1], 3)) == 2
    subprocess.run([sys.executable, "-c", _ADD, str(tmp_path)], check=True)
    again = ChromaVectors(tmp_path, "one")
    assert {id_ for id_, _ in again.query([0, 0, 1], 3)} == {"z.north", "z.new"}


@pytest.mark.slow
def test_no_word_of_a_review_is_stored(tmp_path: Path) -> None:
    store = ChromaVectors(tmp_path, "one")
    store.add([passage("z.east")], [[1, 0, 0]])
    store.close()
    files = [file for file in tmp_path.rglob("*") if file.is_file()]
    assert files
    assert not any(b"Words of the review" in file.read_bytes() for file in files)


@pytest.mark.slow
def test_a_server_that_does_not_answer_is_named(tmp_path: Path) -> None:
    with pytest.raises(StoreUnavailable, match=r"127\.0\.0\.1:9.*--chroma-url"):
        ChromaVectors(tmp_path, "one", "http://127.0.0.1:9")
