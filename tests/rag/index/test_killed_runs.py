"""A process killed in the middle of a run leaves nothing that a reader sees."""

import subprocess
import sys
from pathlib import Path

import pytest
from fakes import KeywordEmbedding
from made_libraries import NOTHING, review, write

from rag.backends.vectors import ChromaVectors
from rag.index.indexing import sync
from rag.index.library import Library
from rag.index.retrieval import search

_KILLED = """
import os, signal, sys
from pathlib import Path
sys.path.append(sys.argv[4])
from fakes import KeywordEmbedding
from rag.index.catalogue import Catalogue
from rag.index.indexing import sync
from rag.index.library import Library
from rag.documents.register import Register

publish = Catalogue.publish

def die(self, document, *args, **kwargs):
    if document.record.file == sys.argv[3]:
        os.kill(os.getpid(), signal.SIGKILL if hasattr(signal, "SIGKILL") else signal.SIGTERM)
    publish(self, document, *args, **kwargs)

Catalogue.publish = die
library = Library(Path(sys.argv[2]), open_embedding=KeywordEmbedding, fingerprint="keywords")
sync(library, Path(sys.argv[1]), register=Register())
"""


def run_and_kill(corpus: Path, data: Path, at: str) -> None:
    tests = Path(__file__).parents[2]
    arguments = [sys.executable, "-c", _KILLED, str(corpus), str(data), at, str(tests)]
    done = subprocess.run(arguments, cwd=tests.parent, capture_output=True, check=False)
    assert done.returncode != 0
    assert b"Traceback" not in done.stderr


def open_real_store(data: Path) -> Library:
    return Library(data, open_embedding=KeywordEmbedding, fingerprint="keywords")


@pytest.mark.slow
def test_a_run_killed_between_vectors_and_commit_is_invisible_and_swept(tmp_path: Path) -> None:
    corpus = write(
        tmp_path / "corpus",
        child_a=review("The father was not seen.", title="Child A"),
        child_b=review("A bruise was seen.", title="Child B"),
    )
    data = tmp_path / "data"
    run_and_kill(corpus, data, "child-b.md")
    with open_real_store(data) as library:
        assert [r.file for r in library.catalogue.records()] == ["child-a.md"]
        published = library.catalogue.passage_ids()
        orphans = ChromaVectors(data / "chroma", "keywords").ids() - published
        assert orphans, "the killed run had written vectors"
        assert all(h.passage.id in published for h in search(library, "bruise", k=99))
        (corpus / "child-b.md").unlink()
        (result,) = sync(library, corpus, register=NOTHING)
        assert result.status == "unchanged"
        assert library.vectors.ids() == published, "swept"


@pytest.mark.slow
def test_a_lost_vector_store_is_made_again_from_the_catalogue(tmp_path: Path) -> None:
    corpus = write(tmp_path / "corpus", child_a=review("The father was seen.", title="Child A"))
    with open_real_store(tmp_path / "data") as library:
        sync(library, corpus, register=NOTHING)
        published = library.catalogue.passage_ids()
    (tmp_path / "data" / "chroma").rename(tmp_path / "lost")
    with open_real_store(tmp_path / "data") as library:
        sync(library, corpus, register=NOTHING)
        assert library.vectors.ids() == published
