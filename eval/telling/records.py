"""A run as it is kept: one small JSON with everything that the pages and comparisons need."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from functools import cache
from pathlib import Path
from typing import Any

from pydantic import TypeAdapter, ValidationError

from eval.judging.judged import Judged
from eval.measuring.figures import Figure
from eval.measuring.rows import Row
from eval.telling.paired import Difference
from eval.telling.provenance import Told
from rag.errors import UnreadableFile

FORMAT = 1
_PLACES = 6
"""Decimals kept of a value: two runs of one commit agree to as many."""


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


@dataclass(frozen=True, slots=True)
class Other:
    """A control or an ablation, asked the same."""

    name: str
    kind: str
    figures: dict[str, Figure]
    headline: Difference | None
    """Ours less its own, in the headline figure; p is corrected for all others together."""


@dataclass(frozen=True, slots=True)
class Record:
    id: str
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
    judged: Judged | None = None
    """What a language model said of our own answers, where one was asked."""
    format: int = FORMAT


def name_run(made: datetime, code: str) -> str:
    """Sorts by time: `20261121T093349Z-1a2b3c4d`."""
    return f"{made.astimezone(UTC):%Y%m%dT%H%M%SZ}-{code[:8]}"


def trim(rows: Sequence[Row]) -> tuple[Row, ...]:
    """Without values that do not apply, the others rounded."""
    return tuple(replace(row, values=_trim_values(row.values)) for row in rows)


def _trim_values(values: Mapping[str, float | None]) -> dict[str, float | None]:
    return {
        name: round(value, _PLACES) for name, value in sorted(values.items()) if value is not None
    }


def to_json(record: Record) -> dict[str, Any]:
    told: dict[str, Any] = _adapter().dump_python(record, mode="json")
    return told


def write_record(record: Record, folder: Path) -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / f"{record.id}.json"
    path.write_bytes(_adapter().dump_json(record))
    return path


def read_record(path: Path) -> Record:
    """Raises UnreadableFile."""
    try:
        return _adapter().validate_json(path.read_bytes())
    except (OSError, ValidationError) as error:
        raise UnreadableFile(
            f"{path} cannot be read as a run: expected a file that this version of rag eval has"
            " written; name another, or run it again."
        ) from error


@cache
def _adapter() -> TypeAdapter[Record]:
    return TypeAdapter(Record)
