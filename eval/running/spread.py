"""Questions in, the rows of each out as soon as it is measured, in whatever order: asked here, or
spread over processes, each with the library and the models open."""

import multiprocessing
import signal
from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor, as_completed
from dataclasses import dataclass

from eval.asking.all_systems import Beside, all_systems
from eval.asking.baselines import Cut
from eval.asking.systems import System
from eval.measuring.goals import Goals
from eval.measuring.held import Held, hold
from eval.measuring.scoring import Rows, score_question
from eval.sets.questions import Question
from rag.index.library import Library
from rag.settings import Settings
from rag.wiring import load_models, open_library

Asked = tuple[Question, Goals]
FEW = 30
"""Up to so many questions, other processes cost more to start than they save."""


@dataclass(frozen=True, slots=True)
class Bench:
    """All that is asked over an open library."""

    systems: tuple[System, ...]
    held: Held


@dataclass(frozen=True, slots=True)
class Opening:
    """Plain values, from which another process opens the same bench."""

    settings: Settings
    """Their `data` is the folder of the library."""
    beside: Beside
    cut: Cut | None


def measure(
    asked: Sequence[Asked], library: Library, held: Held, opening: Opening, *, processes: int
) -> Iterator[tuple[str, Rows]]:
    """Id of the question and its rows. Raises what asking raises."""
    if processes < 2 or len(asked) <= FEW:
        bench = _open_bench(library, held, opening)
        for each in asked:
            yield _measure(bench, each)
        return
    pool = ProcessPoolExecutor(
        processes,
        # Spawned on every system: a fork of a process that has threads may hang.
        mp_context=multiprocessing.get_context("spawn"),
        initializer=_open_here,
        initargs=(opening,),
    )
    try:
        waiting = [pool.submit(_measure_here, each) for each in asked]
        for done in as_completed(waiting):
            yield done.result()
    finally:
        pool.shutdown(wait=True, cancel_futures=True)


def _open_bench(library: Library, held: Held, opening: Opening) -> Bench:
    """With everything loaded, so that no time of an answer holds the loading of a model."""
    load_models(library)
    return Bench(all_systems(library, opening.beside, opening.cut), held)


def _measure(bench: Bench, asked: Asked) -> tuple[str, Rows]:
    question, goals = asked
    return question.id, score_question(bench.systems, question, goals, bench.held)


_HERE: list[Bench] = []
"""Of this process, once it is open; it lasts as long as the process."""


def _open_here(opening: Opening) -> None:
    # Ctrl-C reaches every process of a terminal, and the first one tells the others to stop.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    library = open_library(opening.settings)
    _HERE.append(_open_bench(library, hold(library), opening))


def _measure_here(asked: Asked) -> tuple[str, Rows]:
    (bench,) = _HERE
    return _measure(bench, asked)
