"""Questions in, the rows of each out as soon as it is measured, in whatever order: asked here, or
spread over processes, each with the library and the models open."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import partial

from eval.asking.all_systems import Beside, all_systems
from eval.asking.baselines import Cut
from eval.asking.processes import FEW, spread
from eval.asking.systems import System
from eval.measuring.goals import Goals
from eval.measuring.held import Held, hold
from eval.measuring.scoring import Rows, score_question
from eval.sets.questions import Question
from rag.index.library import Library
from rag.settings import Settings
from rag.wiring import load_models, open_library

Asked = tuple[Question, Goals]


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
    if processes > 1 and len(asked) > FEW:
        yield from spread(partial(_open_elsewhere, opening), _measure, asked, processes=processes)
        return
    bench = _open_bench(library, held, opening)
    for each in asked:
        yield _measure(bench, each)


def _open_elsewhere(opening: Opening) -> Bench:
    library = open_library(opening.settings)
    return _open_bench(library, hold(library), opening)


def _open_bench(library: Library, held: Held, opening: Opening) -> Bench:
    """With everything loaded, so that no time of an answer holds the loading of a model."""
    load_models(library)
    return Bench(all_systems(library, opening.beside, opening.cut), held)


def _measure(bench: Bench, asked: Asked) -> tuple[str, Rows]:
    question, goals = asked
    return question.id, score_question(bench.systems, question, goals, bench.held)
