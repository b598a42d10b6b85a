"""The composition root: settings in, the library that they describe out."""

from functools import partial
from pathlib import Path

from rag.backends.embeddings import open_embedding
from rag.documents.register import Register, load_register
from rag.errors import BadSettings
from rag.history.store import History
from rag.index.library import Library
from rag.index.retrieval import search
from rag.settings import Settings


def open_library(settings: Settings) -> Library:
    """Loads nothing yet: each part is opened when it is first used. Raises BadSettings."""
    _prepare_folder(settings.data)
    return Library(
        settings.data,
        open_embedding=partial(open_embedding, settings.embedding_model),
        fingerprint=settings.index_fingerprint,
        chroma_url=settings.chroma_url,
    )


def open_history(settings: Settings) -> History:
    """The conversations kept under the data folder. Raises BadSettings, StoreUnavailable."""
    _prepare_folder(settings.data)
    return History(settings.data / "history")


def open_register(settings: Settings) -> Register:
    """The register of the corpus folder; empty where no corpus folder is set."""
    return load_register(settings.corpus) if settings.corpus else Register()


def load_models(library: Library) -> None:
    """So that the first question is answered as quickly as those after it.

    Raises ModelUnavailable or StoreUnavailable.
    """
    search(library, "Is everything loaded?", k=1)


def _prepare_folder(data: Path) -> None:
    """A folder that exists keeps its rights: it may be somebody's home."""
    if data.is_dir():
        return
    try:
        data.mkdir(mode=0o700, parents=True)
        (data / ".gitignore").write_text("*\n", encoding="utf-8")
    except OSError as error:
        raise BadSettings(
            f"The data folder {data} cannot be made ({error.strerror}): expected a folder that "
            "you may write to; correct --data, RAG_DATA or the settings file."
        ) from error
