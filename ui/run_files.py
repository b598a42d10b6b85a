"""The files that `rag eval` leaves in the data folder in, runs to look at out.

Read here by their own few fields, as the window knows nothing of the evaluation.
"""

import gzip
import zlib
from pathlib import Path

import streamlit as st
from pydantic import BaseModel, ConfigDict, Field, ValidationError

from rag.run_files import ENDING


class _Value(BaseModel):
    model_config = ConfigDict(frozen=True, extra="ignore")


class Figure(_Value):
    value: float
    interval: tuple[float, float]
    """95 %."""
    n: int
    """Questions that it is made of."""


class Shown(_Value):
    document: str
    unit: str
    label: str
    quote: str


class Question(_Value):
    question: str
    """Id in the set."""
    turns: tuple[str, ...]
    type: str
    answerable: bool
    status: str
    reason: str | None
    values: dict[str, float]
    """By measure; those alone that apply."""
    words: int
    seconds: float
    shown: tuple[Shown, ...]
    missed: tuple[str, ...]


class Measure(_Value):
    name: str
    family: str
    higher_is_better: bool | None


class QuestionSet(_Value):
    name: str
    part: str
    sha256: str
    questions: int
    """That were measured."""
    planned: int
    """More than were measured where the run was stopped."""
    left_out: tuple[str, ...]
    """Why others of the set were not asked, a clause each."""


class Corpus(_Value):
    sha256: str
    documents: int


class Code(_Value):
    rag: str
    """Fingerprint of what answered."""


class Run(_Value):
    id: str
    made: str
    """ISO, UTC."""
    headline: str
    """Name of the measure that a run is judged by."""
    set: QuestionSet
    corpus: Corpus
    code: Code
    measures: tuple[Measure, ...]
    figures: dict[str, Figure]
    """By measure."""
    rows: tuple[Question, ...] = Field(repr=False)
    gains: dict[str, float] = Field(repr=False)
    """By question, what it adds to the headline figure, 0 to 1."""


def read_runs(folder: Path) -> tuple[tuple[Run, ...], tuple[str, ...]]:
    """Newest first, and the names of the files that are no runs, such as those that earlier
    versions have kept without packing them."""
    runs, broken = [], []
    for path in sorted([*folder.glob("*.json"), *folder.glob(f"*{ENDING}")]):
        run = _read(path, path.stat().st_mtime_ns)
        if run is None:
            broken.append(path.name)
        else:
            runs.append(run)
    return tuple(sorted(runs, key=lambda run: run.made, reverse=True)), tuple(broken)


@st.cache_resource(max_entries=200, show_spinner=False)
def _read(path: Path, changed: int) -> Run | None:  # noqa: ARG001  # a file that changed is another
    try:
        return Run.model_validate_json(gzip.decompress(path.read_bytes()))
    except (OSError, EOFError, zlib.error, ValidationError):
        return None
