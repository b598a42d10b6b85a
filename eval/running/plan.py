"""What is to be measured: questions, a library, and who is asked beside our own system."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from eval.asking.all_systems import Beside
from eval.asking.systems import System
from eval.sets.opening import AskedQuestions
from eval.sets.questions import Question
from eval.telling.judged import Judged
from rag.settings import Settings
from rag.types import Document

Judge = Callable[[System, Sequence[Question], Mapping[str, Document]], Judged]
"""Of a system's answers to the questions; documents by id."""


@dataclass(frozen=True, slots=True)
class Plan:
    asked: AskedQuestions
    corpus: Path | None
    """Folder that the library is brought in line with; None: the library as it is."""
    data: Path | None
    """Folder of the library; None: made for this run and gone afterwards."""
    settings: Settings
    beside: Beside = field(default_factory=Beside)
    by_type: bool = True
    """Tell the figures of each type of question, too."""
    kept_in: Path | None = None
    """Folder where the run, and what of it is measured so far, is kept; None: nowhere."""
    resume: bool = False
    """Go on with what was measured before a stop."""
    processes: int = 1
    """That ask at once."""
    judge: Judge | None = None
    """Asked about our own answers when everything is measured, so that it weighs on no figure."""
