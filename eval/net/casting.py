"""The questions of several sets over one library in, one line for each out."""

from collections.abc import Iterator, Mapping
from functools import partial
from pathlib import Path

from eval.asking.processes import spread
from eval.net.libraries import Netted
from eval.net.lines import Line, line_of
from eval.sets.opening import load_questions
from eval.sets.questions import Question, QuotedGold
from rag.assistant import ask
from rag.index.library import Library
from rag.settings import Settings
from rag.wiring import open_library

KEPT = Path(__file__).parent / "kept"


def kept_file(netted: Netted, name: str) -> Path:
    return KEPT / f"{netted.name}-{name}.jsonl"


def questions_for(netted: Netted, library: Library) -> dict[str, tuple[Question, ...]]:
    """By set: the questions whose documents are held; sets that are not here are left out.
    Raises as `load_questions`."""
    held = {record.file for record in library.catalogue.records()}
    return {
        path.stem: tuple(each for each in load_questions(path) if _files(each) <= held)
        for path in netted.sets
        if path.exists()
    }


def cast(
    sets: Mapping[str, tuple[Question, ...]],
    library: Library,
    settings: Settings,
    *,
    processes: int,
) -> Iterator[tuple[str, Line]]:
    """Each with the name of its set, in whatever order."""
    places = settings.model_copy(update={"data": library.data, "chroma_url": None})
    asked = [(name, question) for name, questions in sets.items() for question in questions]
    yield from spread(partial(open_library, places), _ask, asked, processes=processes)


def _files(question: Question) -> set[str]:
    quoted = {gold.file for gold in question.gold if isinstance(gold, QuotedGold)}
    return quoted | {*question.files}


def _ask(library: Library, asked: tuple[str, Question]) -> tuple[str, Line]:
    name, question = asked
    return name, line_of(question.id, ask(library, question.turns))
