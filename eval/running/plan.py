"""What is to be measured: questions, a library, and who is asked beside our own system."""

from dataclasses import dataclass, field
from pathlib import Path

from eval.asking.all_systems import Beside
from eval.judging.judge import Judge
from eval.sets.opening import AskedQuestions
from rag.settings import Settings


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
