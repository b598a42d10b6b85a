"""Uploaded files, and one from the web, into the library by a thread of its own: a click elsewhere
stops no writing."""

import tempfile
import threading
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from rag.documents.register import Register
from rag.errors import RagError
from rag.fetching.fetch import Fetcher
from rag.fetching.file_names import safe_name
from rag.fetching.lists import Wish
from rag.index.adding_from_web import add_from_web
from rag.index.indexing import Progress, add
from rag.index.library import Library
from rag.index.publishing import Result
from rag.index.replacing import replace


@dataclass(frozen=True, slots=True)
class Upload:
    name: str
    content: bytes


@dataclass(slots=True)
class Job:
    """What a thread has done so far; it is the only one that writes here."""

    names: tuple[str, ...]
    done: float = 0.0
    """Files that are in the library, and the one in hand in part."""
    doing: str = ""
    """With the one in hand, in a few words."""
    results: tuple[Result, ...] = ()
    error: str = ""
    thread: threading.Thread | None = field(default=None, repr=False)

    @property
    def is_running(self) -> bool:
        return self.thread is not None and self.thread.is_alive()


def start_adding(library: Library, uploads: Sequence[Upload], register: Register) -> Job:
    def work(paths: Sequence[Path], progress: Progress) -> tuple[Result, ...]:
        return add(library, paths, register=register, progress=progress)

    return _start(_names(uploads), uploads, work)


def start_fetching(library: Library, address: str, register: Register, fetcher: Fetcher) -> Job:
    """Asks the site also where the document is held, as somebody has just typed its address."""

    def work(_: Sequence[Path], progress: Progress) -> tuple[Result, ...]:
        wish = Wish(address, again=True)
        return tuple(
            add_from_web(library, [wish], register=register, fetcher=fetcher, progress=progress)
        )

    return _start((Wish(address).place,), (), work)


def start_replacing(library: Library, document: str, upload: Upload, register: Register) -> Job:
    def work(paths: Sequence[Path], progress: Progress) -> tuple[Result, ...]:
        def told(share: float) -> None:
            progress(share, 1, upload.name)

        return (replace(library, document, paths[0], register=register, told=told),)

    return _start((upload.name,), [upload], work)


_Work = Callable[[Sequence[Path], Progress], tuple[Result, ...]]


def _names(uploads: Sequence[Upload]) -> tuple[str, ...]:
    return tuple(upload.name for upload in uploads)


def _start(names: tuple[str, ...], uploads: Sequence[Upload], work: _Work) -> Job:
    job = Job(names)
    # Not a daemon: a window that is closed finishes what it writes.
    job.thread = threading.Thread(target=_run, args=(job, tuple(uploads), work))
    job.thread.start()
    return job


def _run(job: Job, uploads: Sequence[Upload], work: _Work) -> None:
    def progress(done: float, _total: int, doing: str) -> None:
        job.done, job.doing = done, doing

    try:
        with tempfile.TemporaryDirectory(prefix="finding-aid-") as folder:
            job.results = work(
                [_write(Path(folder), n, u) for n, u in enumerate(uploads)], progress
            )
            job.done = len(job.names)
    except RagError as error:
        job.error = str(error)
    except OSError as error:
        job.error = f"The files cannot be written ({error.strerror}): make room and add them again."


def _write(folder: Path, number: int, upload: Upload) -> Path:
    """Each in a folder of its own, as two may have one name."""
    path = folder / str(number) / safe_name(upload.name)
    path.parent.mkdir()
    path.write_bytes(upload.content)
    return path
