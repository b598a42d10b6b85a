"""The figures that the project stands by in, those that dropped out.

`eval/expected.toml` names a question set, the fingerprint of its questions, and for each measure
`value` and `tolerance` in the measure's own unit. A figure drops when it is worse than the value
by more than the tolerance; one that is better by more is told, so that the file can be raised.
"""

import tomllib
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

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
    measure: str
    value: float
    tolerance: float


@dataclass(frozen=True, slots=True)
class Expectation:
    set: str
    """Name of a set in eval/questions."""
    questions: str
    """Fingerprint of them."""
    figures: tuple[Expected, ...]


@dataclass(frozen=True, slots=True)
class Verdict:
    dropped: tuple[str, ...]
    """One sentence each."""
    risen: tuple[str, ...]


def read_expected(path: Path = FILE) -> Expectation:
    """Raises UnreadableFile."""
    try:
        told = tomllib.loads(path.read_text(encoding="utf-8"))
        figures = tuple(
            Expected(measure, float(each["value"]), float(each["tolerance"]))
            for measure, each in told["figures"].items()
        )
        return Expectation(str(told["set"]), str(told["questions"]), figures)
    except (OSError, ValueError, KeyError, TypeError, AttributeError) as error:
        raise UnreadableFile(
            f"{path} holds no expected figures ({error!r}): it needs set, questions, and [figures]"
            ' with lines such as "AUROC" = { value = 0.9, tolerance = 0.02 }.'
        ) from error


def check(record: Record, expectation: Expectation) -> Verdict:
    """Raises NotComparable where the run asked other questions."""
    if record.set.sha256 != expectation.questions:
        raise NotComparable(
            f"The expected figures are of the questions {expectation.questions[:8]}, the run asked"
            f" {record.set.sha256[:8]}: look at what changed in the set, then keep what is found"
            " now with rag eval check --write."
        )
    told = [(_gained(record, each), each) for each in expectation.figures]
    return Verdict(
        dropped=tuple(_tell(record, e) for by, e in told if by is None or by < -e.tolerance),
        risen=tuple(_tell(record, e) for by, e in told if by is not None and by > e.tolerance),
    )


def renew(record: Record, expectation: Expectation) -> Expectation:
    """The same measures and tolerances with what this run found."""
    figures = tuple(
        replace(each, value=round(record.figures[each.measure].value, 3))
        for each in expectation.figures
        if each.measure in record.figures
    )
    return replace(expectation, questions=record.set.sha256, figures=figures)


def write_expected(expectation: Expectation, path: Path = FILE) -> None:
    head = f'{_HEAD}set = "{expectation.set}"\nquestions = "{expectation.questions}"\n\n[figures]\n'
    path.write_text(head + "".join(map(_line, expectation.figures)), encoding="utf-8")


def _line(each: Expected) -> str:
    return f'"{each.measure}" = {{ value = {each.value:g}, tolerance = {each.tolerance:g} }}\n'


def _gained(record: Record, expected: Expected) -> float | None:
    """Above 0 where the figure is better; None where it cannot be told."""
    figure = record.figures.get(expected.measure)
    if figure is None:
        return None
    falls = _falling(record)
    gained = figure.value - expected.value
    return -gained if expected.measure in falls else gained


def _falling(record: Record) -> Sequence[str]:
    return [measure.name for measure in record.measures if measure.higher_is_better is False]


def _tell(record: Record, expected: Expected) -> str:
    figure = record.figures.get(expected.measure)
    found = f"found {show_value(figure.value)}" if figure else "it cannot be told"
    return (
        f"{expected.measure}: expected {show_value(expected.value)}, {found} (tolerance "
        f"{expected.tolerance:g})."
    )
