"""A library made for being measured: a corpus folder in, an open library in line with it out."""

from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from rag.documents.register import load_register
from rag.errors import NothingIndexed
from rag.index.indexing import Progress, sync
from rag.index.library import Library
from rag.settings import Settings
from rag.wiring import open_library

ROOT = Path(__file__).resolve().parents[2]
DIGESTS = ROOT / "corpus"
SHARED = ROOT.parent / "shared"
"""Material to test with, beside the project where it is there."""
ORIGINALS = SHARED / "reviews"


def default_corpus() -> Path:
    """The originals beside the project where they are, else the bundled digests."""
    return ORIGINALS if ORIGINALS.is_dir() else DIGESTS


@contextmanager
def open_bench(
    corpus: Path | None,
    data: Path | None = None,
    settings: Settings | None = None,
    progress: Progress | None = None,
) -> Iterator[Library]:
    """A library in line with the corpus, or as it is where there is none; its models are those
    of the settings. Unless `data` names its folder it is gone afterwards, and no Chroma server
    gets anything of it. Raises NothingIndexed where a library as it is holds nothing."""
    with ExitStack() as stack:
        kept = data or Path(stack.enter_context(TemporaryDirectory(prefix="finding-aid-")))
        apart = {} if data else {"chroma_url": None}
        made = (settings or Settings.load()).model_copy(
            update={"corpus": corpus, "data": kept, **apart}
        )
        library = stack.enter_context(open_library(made))
        if corpus:
            register = load_register(DIGESTS)
            sync(library, corpus, register=register, progress=progress, ahead=True)
        elif not library.catalogue.records():
            raise NothingIndexed(
                f"There is no library in {kept}: expected the data folder of one that holds"
                " documents; name it, or a folder of documents with --corpus."
            )
        yield library
