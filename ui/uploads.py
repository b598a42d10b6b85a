"""Uploaded files into the library, by a thread of its own: a click elsewhere stops no writing."""

import re
import tempfile
import threading
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path, PurePath

from rag.documents.register import Register
from rag.errors import RagError
from rag.index.indexing import Progress, add
from rag.index.library import Library
from rag.index.publishing import Result
from rag.index.replacing import replace

_STRANGE = re.compile(r"[^\w .,()&'+-]")


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
    results: tuple[Result, ...] = ()
    error: str = ""
    thread: threading.Thread | None = field(default=None, repr=False)

    @property
    def is_running(self) -> bool:
        return self.thread is not None and self.thread.is_alive()


def start_adding(library: Library, uploads: Sequence[Upload], register: Register) -> Job:
    def work(paths: Sequence[Path], progress: Progress) -> tuple[Result, ...]:
        return add(library, paths, register=register, progress=progress)

    return _start(uploads, work)


def start_replacing(library: Library, document: str, upload: Upload, register: Register) -> Job:
    def work(paths: Sequence[Path], progress: Progress) -> tuple[Result, ...]:
        def told(share: float) -> None:
            progress(share, 1, upload.name)

        return (replace(library, document, paths[0], register=register, told=told),)

    return _start([upload], work)


_Work = Callable[[Sequence[Path], Progress], tuple[Result, ...]]


def _start(uploads: Sequence[Upload], work: _Work) -> Job:
    job = Job(tuple(upload.name for upload in uploads))
    # Not a daemon: a window that is closed finishes what it writes.
    job.thread = threading.Thread(target=_run, args=(job, tuple(uploads), work))
    job.thread.start()
    return job


def _run(job: Job, uploads: Sequence[Upload], work: _Work) -> None:
    def progress(done: float, _total: int, _file: str) -> None:
        job.done = done

    try:
        with tempfile.TemporaryDirectory(prefix="finding-aid-") as folder:
            job.results = work(
                [_write(Path(folder), n, u) for n, u in enumerate(uploads)], progress
            )
            job.done = len(uploads)
    except RagError as error:
        job.error = str(error)
    except OSError as error:
        job.error = f"The files cannot be written ({error.strerror}): make room and add them again."


def _write(folder: Path, number: int, upload: Upload) -> Path:
    """Each in a folder of its own, as two may have one name."""
    path = folder / str(number) / _safe(upload.name)
    path.parent.mkdir()
    path.write_bytes(upload.content)
    return path


def _safe(name: str) -> str:
    """A name that a browser sent, without anything that leads out of the folder."""
    last = PurePath(name.replace("\\", "/")).name
    stem, suffix = _STRANGE.sub("-", PurePath(last).stem), PurePath(last).suffix
    return f"{stem.strip(' .')[:120] or 'document'}{_STRANGE.sub('-', suffix)[:12]}"
