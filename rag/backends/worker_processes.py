"""A pool of processes that work for this one, and end with it."""

import multiprocessing
import os
import signal
import threading
from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor
from multiprocessing.connection import wait


def open_pool(processes: int, prepare: Callable[[], None] | None = None) -> ProcessPoolExecutor:
    """Each process calls `prepare` once; it is pickled, as is all that goes in and comes out."""
    return ProcessPoolExecutor(
        processes,
        # Spawned on every system: a fork of a process that has threads may hang.
        mp_context=multiprocessing.get_context("spawn"),
        initializer=_begin,
        initargs=(prepare,),
    )


def _begin(prepare: Callable[[], None] | None) -> None:
    # Ctrl-C reaches every process of a terminal, and the first one tells the others to stop.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    threading.Thread(target=_end_with_parent, daemon=True).start()
    if prepare:
        prepare()


def _end_with_parent() -> None:
    """A parent that is killed tells nobody: its workers would wait for work for ever."""
    parent = multiprocessing.parent_process()
    if parent is not None:
        wait([parent.sentinel])
        os._exit(1)
