"""Work spread over processes, each of which opens once what it works with."""

import multiprocessing
import signal
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor, as_completed
from typing import Any, TypeVar

Opened = TypeVar("Opened")
Item = TypeVar("Item")
Result = TypeVar("Result")

FEW = 30
"""Up to so many items, other processes cost more to start than they save."""


def spread(
    open_: Callable[[], Opened],
    work: Callable[[Opened, Item], Result],
    items: Sequence[Item],
    *,
    processes: int,
) -> Iterator[Result]:
    """As soon as each is there, in whatever order; `open_`, `work`, items and results are pickled.
    Raises what they raise."""
    pool = ProcessPoolExecutor(
        processes,
        # Spawned on every system: a fork of a process that has threads may hang.
        mp_context=multiprocessing.get_context("spawn"),
        initializer=_open_here,
        initargs=(open_,),
    )
    try:
        waiting = [pool.submit(_work_here, work, item) for item in items]
        for done in as_completed(waiting):
            yield done.result()
    finally:
        pool.shutdown(wait=True, cancel_futures=True)


_HERE: list[Any] = []
"""What this process has opened; it lasts as long as the process."""


def _open_here(open_: Callable[[], Any]) -> None:
    # Ctrl-C reaches every process of a terminal, and the first one tells the others to stop.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    _HERE.append(open_())


def _work_here(work: Callable[[Any, Any], Any], item: Any) -> Any:
    (opened,) = _HERE
    return work(opened, item)
