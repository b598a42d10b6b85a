"""Readers ask while a writer publishes and withdraws: each sees a whole library."""

import threading
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from fakes import KeywordEmbedding, ListVectors
from made_libraries import NOTHING, review, write

from rag.assistant import ask
from rag.index.indexing import sync
from rag.index.library import Library, open_chroma
from rag.index.retrieval import search

A = review("The father was not seen.", title="Serious Case Review: Child A")
B = review("A bruise was seen by the school.", title="Serious Case Review: Child B")


@pytest.mark.parametrize(
    "open_vectors", [ListVectors, pytest.param(open_chroma, marks=pytest.mark.slow)]
)
@pytest.mark.parametrize("shared", [True, False], ids=["one library", "two libraries"])
def test_two_threads_ask_while_a_third_publishes_and_withdraws(
    tmp_path: Path, open_vectors: Callable[..., ListVectors], *, shared: bool
) -> None:
    def open_library() -> Library:
        return Library(
            tmp_path / "data", open_embedding=KeywordEmbedding, fingerprint="keywords",
            open_vectors=open_vectors,
        )  # fmt: skip

    def read(step: Callable[[], None]) -> int:
        times = 0
        while not done.is_set() or times == 0:
            step()
            times += 1
        return times

    def seek() -> None:
        hits = search(readers, "Was a bruise or the father seen?", k=9)
        assert any("father" in hit.passage.text for hit in hits)

    def converse() -> None:
        answer = ask(readers, ["What were the findings about Child A?"])
        assert any("father" in statement.text for statement in answer.statements)

    def change() -> None:
        try:
            for n in range(4):
                write(corpus, child_b=B, child_c=B.replace("Child B", f"Child C{n}"))
                sync(writer, corpus, register=NOTHING)
                (corpus / "child-b.md").unlink()
                sync(writer, corpus, register=NOTHING)
        finally:
            done.set()

    corpus, done = write(tmp_path / "corpus", child_a=A), threading.Event()
    with open_library() as readers, open_library() as other:
        writer = readers if shared else other
        sync(writer, corpus, register=NOTHING)
        with ThreadPoolExecutor(3) as pool:
            reading = [pool.submit(read, seek), pool.submit(read, converse)]
            pool.submit(change).result()
            assert all(future.result() > 0 for future in reading)
        assert readers.vectors.ids() == readers.catalogue.passage_ids()
