"""A library and the sets over it in, one line for each question out."""

from collections.abc import Iterator
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


def kept_file(netted: Netted, questions: Path) -> Path:
    return KEPT / f"{netted.name}-{questions.stem}.jsonl"


def cast(
    questions: tuple[Question, ...], library: Library, settings: Settings, processes: int
) -> Iterator[Line]:
    """In whatever order."""
    places = settings.model_copy(update={"data": library.data, "chroma_url": None})
    yield from spread(partial(open_library, places), _ask, questions, processes=processes)


def questions_for(path: Path, library: Library) -> tuple[Question, ...]:
    """Those whose documents are held. Raises as `load_questions`."""
    held = {record.file for record in library.catalogue.records()}
    return tuple(each for each in load_questions(path) if _files(each) <= held)


def _files(question: Question) -> set[str]:
    quoted = {gold.file for gold in question.gold if isinstance(gold, QuotedGold)}
    return quoted | {*question.files}


def _ask(library: Library, question: Question) -> Line:
    return line_of(question.id, ask(library, question.turns))
