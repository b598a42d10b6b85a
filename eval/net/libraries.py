"""Which sets are asked of which documents, and the libraries of these."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from eval.asking.bench import DIGESTS, ORIGINALS, SHARED, open_bench
from eval.sets.opening import FOLDER
from rag.documents.register import load_register
from rag.index.indexing import Progress, add
from rag.index.library import Library
from rag.settings import Settings

_GIVEN = SHARED / "eval"


@dataclass(frozen=True, slots=True)
class Netted:
    """A library, and the sets that are asked of it."""

    name: str
    folders: tuple[Path, ...]
    sets: tuple[Path, ...]
    """Of a set that is over other documents too, the questions that it can be asked."""

    @property
    def is_there(self) -> bool:
        return all(folder.is_dir() for folder in self.folders)


NETTED = (
    Netted("digests", (DIGESTS,), (FOLDER / "digests.jsonl",)),
    Netted(
        "originals",
        (ORIGINALS,),
        (
            FOLDER / "five-reviews.jsonl",
            FOLDER / "practitioners.jsonl",
            FOLDER / "everyday.jsonl",
            FOLDER / "colleagues.jsonl",
            FOLDER / "newcomers.jsonl",
            FOLDER / "wordings.jsonl",
            _GIVEN / "questions-dev.jsonl",
            _GIVEN / "paraphrases-dev.jsonl",
        ),
    ),
    Netted(
        "documents",
        (SHARED / "others", SHARED / "pdfs"),
        (
            FOLDER / "unseen.jsonl",
            FOLDER / "wordings.jsonl",
            _GIVEN / "questions-others.jsonl",
        ),
    ),
)


@contextmanager
def open_netted(netted: Netted, settings: Settings, progress: Progress) -> Iterator[Library]:
    """Kept in the data folder, so that the next look reads only what changed."""
    first, *others = netted.folders
    data = settings.data / "net" / netted.name
    with open_bench(first, data, settings, progress) as library:
        if others:
            add(library, others, register=load_register(DIGESTS), progress=progress, ahead=True)
        yield library
