"""Files to be published in, their documents out in the same order, read in other processes
meanwhile: the vectors of one document are made while the next are read."""

import os
from collections import deque
from collections.abc import Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from pathlib import Path

from rag.backends.worker_processes import open_pool
from rag.documents.document import read_document
from rag.documents.register import Register
from rag.errors import UnreadableFile
from rag.index.files import File
from rag.types import Document

ENOUGH = 2_000_000
"""Bytes to be read from which other processes save more than they cost to start."""
_AHEAD = 3
"""Files of each process that are read and wait: bounds the memory."""


class ReadingAhead:
    """Open while files are published."""

    def __init__(
        self, files: Sequence[File], register: Register, pool: ProcessPoolExecutor | None
    ) -> None:
        """`files`: those to be read, in the order in which they are published; `pool` None reads
        each when it is asked for."""
        self._register = register
        self._pool = pool
        self._left = deque(files)
        self._read: dict[Path, Future[Document]] = {}
        self._most = _AHEAD * spare_processes()

    def read(self, file: File) -> Document:
        """Raises UnreadableFile."""
        self._forget_before(file.path)
        self._fill()
        waiting = self._read.pop(file.path, None)
        if waiting is None:
            return read_document(file.path, self._register)
        try:
            return waiting.result()
        except BrokenProcessPool as error:
            self._pool = None
            self._read.clear()
            raise UnreadableFile(
                f"{file.path.name} ended the process that read it, as a file does that needs more"
                " memory than there is: split it, or save it anew, and run `rag index` again."
            ) from error

    def _forget_before(self, path: Path) -> None:
        """Files whose turn has passed, as a second copy's has, which needs no reading."""
        if path in self._read:
            while next(iter(self._read)) != path:
                self._read.pop(next(iter(self._read))).cancel()

    def _fill(self) -> None:
        while self._pool and self._left and len(self._read) < self._most:
            path = self._left.popleft().path
            self._read[path] = self._pool.submit(read_document, path, self._register)


def spare_processes() -> int:
    """Beside the one that makes the vectors."""
    return max(1, (os.cpu_count() or 1) - 1)


@contextmanager
def reading_ahead(
    files: Sequence[File], register: Register, *, allowed: bool
) -> Iterator[ReadingAhead]:
    """`allowed` False, one core, or little to read: each file is read when it is asked for."""
    much = sum(f.path.stat().st_size for f in files if f.path.is_file()) >= ENOUGH
    if not (allowed and much and (os.cpu_count() or 1) > 1):
        yield ReadingAhead(files, register, None)
        return
    pool = open_pool(spare_processes())
    try:
        yield ReadingAhead(files, register, pool)
    finally:
        pool.shutdown(wait=True, cancel_futures=True)
