"""Libraries over fakes, and little corpora, for tests of indexing and retrieval."""

from functools import cache
from pathlib import Path

from fakes import KeywordEmbedding, ListVectors
from llama_index.core.base.embeddings.base import BaseEmbedding

from rag.backends.embeddings import BUNDLED, open_embedding
from rag.documents.document import DIGEST_MARK
from rag.documents.register import Entry, Register
from rag.index.library import Library

NOTHING = Register()
DIGEST = Entry(
    file="baby-z.md", id="baby-z-anyshire", title="Learning about Baby Z", kind="briefing",
    provenance="digest", subject="Baby Z", area="Anyshire", published="2019",
)  # fmt: skip


def review(*sentences: str, title: str = "Serious Case Review: Child Z") -> str:
    paragraphs = "\n\n".join(f"{n}. {text}" for n, text in enumerate(sentences, start=1))
    return f"# {title}\n\n## Findings\n\n{paragraphs}\n"


def digest(*sentences: str) -> str:
    return review(DIGEST_MARK, *sentences, title="Learning about Baby Z")


def write(folder: Path, **files: str) -> Path:
    """Keyword `baby_a` is the file baby-a.md."""
    folder.mkdir(exist_ok=True, parents=True)
    for name, text in files.items():
        (folder / f"{name.replace('_', '-')}.md").write_text(text, encoding="utf-8")
    return folder


def open_faked(data: Path, *, model: str = "keywords") -> Library:
    return Library(
        data, open_embedding=KeywordEmbedding, fingerprint=model, open_vectors=ListVectors
    )


@cache
def _real_model() -> BaseEmbedding:
    return open_embedding(BUNDLED)


def open_with_model(data: Path) -> Library:
    """With the model that comes along, for what is decided by how near a question is."""
    return Library(
        data, open_embedding=_real_model, fingerprint="bundled", open_vectors=ListVectors
    )


def open_without_model(data: Path) -> Library:
    """Fails as soon as anything is embedded."""

    def refuse() -> BaseEmbedding:
        raise AssertionError("the model was opened")

    return Library(data, open_embedding=refuse, fingerprint="keywords", open_vectors=ListVectors)
