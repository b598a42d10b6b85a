"""Work spread over processes, each of which opens once what it works with."""

from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import as_completed
from functools import partial
from typing import Any, TypeVar

from rag.backends.worker_processes import open_pool

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
    pool = open_pool(processes, partial(_open_here, open_))
    try:
        waiting = [pool.submit(_work_here, work, item) for item in items]
        for done in as_completed(waiting):
            yield done.result()
    finally:
        pool.shutdown(wait=True, cancel_futures=True)


_HERE: list[Any] = []
"""What this process has opened; it lasts as long as the process."""


def _open_here(open_: Callable[[], Any]) -> None:
    _HERE.append(open_())


def _work_here(work: Callable[[Any, Any], Any], item: Any) -> Any:
    (opened,) = _HERE
    return work(opened, item)
