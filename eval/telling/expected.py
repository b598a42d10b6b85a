"""The figures that the project stands by in, those that are off by more than they may be out.

`eval/expected.toml` names a question set, the fingerprint of its questions, and for each measure
`value` and `tolerance` in the measure's own unit.
"""

import math
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from pydantic import TypeAdapter

from eval.telling.records import Record
from eval.telling.tables import show_value
from rag.errors import NotComparable, UnreadableFile

FILE = Path(__file__).parents[1] / "expected.toml"
_HEAD = """\
# What a run over the bundled corpus finds, and by how much a figure may be worse before the checks
# fail. Looked at with `rag eval check`, renewed with `rag eval check --write`.
"""


@dataclass(frozen=True, slots=True)
class Expected:
    value: float
    tolerance: float


@dataclass(frozen=True, slots=True)
class Expectation:
    set: str
    """Name of a set in eval/questions."""
    questions: str
    """Fingerprint of them."""
    figures: Mapping[str, Expected]
    """By measure."""


def read_expected(path: Path = FILE) -> Expectation:
    """Raises UnreadableFile."""
    try:
        told = tomllib.loads(path.read_text(encoding="utf-8"))
        return TypeAdapter(Expectation).validate_python(told)
    except (OSError, ValueError) as error:
        raise UnreadableFile(
            f"{path} holds no expected figures ({error}): it needs set, questions, and [figures]"
            ' with lines such as "AUROC" = { value = 0.9, tolerance = 0.02 }.'
        ) from error


def find_moved(record: Record, expectation: Expectation) -> dict[str, bool]:
    """A sentence for each figure that is off by more than its tolerance, and whether it is better;
    one that cannot be told any more is worse.

    Raises NotComparable where the run asked other questions."""
    if record.set.sha256 != expectation.questions:
        raise NotComparable(
            f"The expected figures are of the questions {expectation.questions[:8]}, the run asked"
            f" {record.set.sha256[:8]}: look at what changed in the set, then keep what is found"
            " now with rag eval check --write."
        )
    falling = {each.name for each in record.measures if each.higher_is_better is False}
    told = {}
    for measure, expected in expectation.figures.items():
        figure = record.figures.get(measure)
        found = f"found {show_value(figure.value)}" if figure else "it cannot be told"
        gained = figure.value - expected.value if figure else -math.inf
        if abs(gained) > expected.tolerance:
            sentence = (
                f"{measure}: expected {show_value(expected.value)}, {found} (tolerance"
                f" {expected.tolerance:g})."
            )
            told[sentence] = gained < 0 if figure and measure in falling else gained > 0
    return told


def renew(record: Record, expectation: Expectation, path: Path = FILE) -> None:
    """Writes the same measures and tolerances with what this run found."""
    lines = [f'set = "{expectation.set}"', f'questions = "{record.set.sha256}"', "\n[figures]"]
    for name, each in expectation.figures.items():
        if figure := record.figures.get(name):
            value = f"{round(figure.value, 3):g}"
            lines.append(f'"{name}" = {{ value = {value}, tolerance = {each.tolerance:g} }}')
    path.write_text(_HEAD + "\n".join(lines) + "\n", encoding="utf-8")
