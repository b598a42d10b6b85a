"""A run as it is kept: one packed JSON with everything that the pages and comparisons need."""

import gzip
import json
import zlib
from contextlib import suppress
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any, Literal

from pydantic import TypeAdapter

from eval.measuring.figures import Figure, Interval, Row
from eval.reading.readings import Reading
from eval.telling.paired import Compared, Difference
from rag.errors import BadSettings, UnreadableFile
from rag.run_files import ENDING

Told = dict[str, str | int | None]
"""Facts by name."""
_PLACES = 6
"""Decimals kept of a value: two runs of one commit agree to as many."""
_PLACES_OF_ENDS = 4
"""Of an interval's ends, whose third is chance already."""


@dataclass(frozen=True, slots=True)
class Measured:
    """A measure by what is told of it."""

    name: str
    family: str
    higher_is_better: bool | None


@dataclass(frozen=True, slots=True)
class AskedSet:
    name: str
    part: str
    """development, test or all."""
    sha256: str
    """Of the questions asked, not of the file: a part of a set is a set of its own."""
    frozen: bool
    """The set has a checksum of its own, and met it."""
    questions: int
    """That were measured."""
    planned: int
    """That the library can be asked; more than were measured where the run was stopped."""
    left_out: tuple[str, ...] = ()
    """Why the others of the set were not asked, a clause each."""


@dataclass(frozen=True, slots=True)
class Other:
    """A baseline or a control, asked the same."""

    name: str
    kind: str
    """As its run called it: earlier runs also have ablations."""
    figures: dict[str, Figure]
    headline: Difference | None
    """Ours less its own, in the headline figure; p is corrected for all others together."""


@dataclass(frozen=True, slots=True)
class LabelAgreement:
    """Of the judge with labels that two passes gave alike. A missing verdict agrees with none."""

    by: tuple[str, ...]
    """Who or what labelled: "person: ..." or "language model: ..."."""
    n: int
    """Statements."""
    no_verdict: int
    kappa: float
    """Of all verdicts, beyond chance (Cohen 1960)."""
    kappa_interval: Interval
    balanced_accuracy: float
    """Of the good verdict against the others."""
    balanced_accuracy_interval: Interval


@dataclass(frozen=True, slots=True)
class Score:
    name: str
    figure: Figure | None
    """Mean over questions of the share of their statements with the good verdict, of those with a
    verdict; None where there is no verdict at all."""
    at_least: float | None
    """The same with every missing verdict taken for a bad one; None without statements."""
    statements: int
    no_verdict: int
    prompt: str
    """Its file."""
    prompt_sha256: str
    agreement: LabelAgreement | None
    """None: there are no labels."""


@dataclass(frozen=True, slots=True)
class JudgedStatement:
    question: str
    """Id in the set."""
    text: str
    verdicts: dict[str, str | None]
    """By the score's name; None: no verdict."""
    instead: dict[str, str]
    """By the score's name, what was said where that is no verdict."""


@dataclass(frozen=True, slots=True)
class Judged:
    model: str
    host: str
    scores: tuple[Score, ...] = ()
    statements: tuple[JudgedStatement, ...] = ()
    """In the order of the questions, each wording of an answer once."""
    stopped: str | None = None
    """Why the model could not be asked to the end: then there are no scores."""


@dataclass(frozen=True, slots=True)
class Record:
    id: str
    """Sorts by time: `20261121T093349Z-1a2b3c4d`."""
    made: str
    """ISO, UTC."""
    seconds: float
    """Of the whole run."""
    headline: str
    """Name of the measure that the run is judged by."""
    set: AskedSet
    corpus: Told
    index: Told
    models: Told
    settings: Told
    code: Told
    machine: Told
    packages: dict[str, str]
    measures: tuple[Measured, ...]
    figures: dict[str, Figure]
    """By measure, in the order of `measures`; what cannot be told is left out."""
    types: dict[str, dict[str, Figure]]
    others: tuple[Other, ...]
    rows: tuple[Row, ...]
    """Of our own system, in the order of the set."""
    gains: dict[str, float]
    """By question, what it adds to the headline figure, 0 to 1."""
    beside_hybrid: tuple[Compared, ...] = ()
    """Ours (second) and a plain hybrid search (first); empty where it was not asked."""
    beside_by_type: dict[str, tuple[Compared, ...]] = field(default_factory=dict)
    consistency: dict[str, Figure] = field(default_factory=dict)
    """Over the intents of a set that asks each in several wordings; n counts intents."""
    readings: tuple[Reading, ...] = ()
    """What people, or a model, said of the answers as shown."""
    judged: Judged | None = None
    """What a language model said of our own answers, where one was asked."""
    format: Literal[3] = 3
    """Of the file; one that tells another is not read."""

    @property
    def is_partial(self) -> bool:
        return self.set.questions < self.set.planned


def to_json(record: Record) -> dict[str, Any]:
    """What the file of the run holds, rounded."""
    found: dict[str, Any] = _round(_adapter().dump_python(record, mode="json"), _PLACES)
    return found


def _round(told: Any, places: int) -> Any:
    if isinstance(told, dict):
        ends = _PLACES_OF_ENDS
        return {n: _round(each, ends if n == "interval" else places) for n, each in told.items()}
    if isinstance(told, list):
        return [_round(each, places) for each in told]
    return round(told, places) if isinstance(told, float) else told


def write_record(record: Record, folder: Path) -> Path:
    """Raises BadSettings as `write_whole`."""
    told = json.dumps(to_json(record), ensure_ascii=False, separators=(",", ":"))
    return write_whole(folder / f"{record.id}{ENDING}", gzip.compress(told.encode(), mtime=0))


def write_whole(path: Path, content: bytes) -> Path:
    """All of it or, raising BadSettings, nothing: a disk that fills up leaves no half a file."""
    draft = path.with_name(f".{path.name}.draft")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        draft.write_bytes(content)
        return draft.replace(path)
    except OSError as error:
        with suppress(OSError):
            draft.unlink()
        raise BadSettings(
            f"{path.name} cannot be kept in {path.parent} ({error.strerror}): expected room and"
            " the right to write there; make some, or name another folder with --out."
        ) from error


def read_record(path: Path) -> Record:
    """Raises UnreadableFile."""
    try:
        return _adapter().validate_json(gzip.decompress(path.read_bytes()))
    except (OSError, EOFError, zlib.error, ValueError) as error:
        raise UnreadableFile(
            f"{path} cannot be read as a run: expected a file that this version of rag eval has"
            " written; name another, or run it again."
        ) from error


@cache
def _adapter() -> TypeAdapter[Record]:
    return TypeAdapter(Record)
