"""Expected figures: what counts as a drop; and the real ones, held against a fast slice."""

from dataclasses import replace
from pathlib import Path

import pytest
from made_runs import answered, record, refused

from eval.measuring.headline import GROUNDED
from eval.measuring.refusal import FALSE_REFUSALS
from eval.running.run import run_fast
from eval.telling.expected import (
    Expectation,
    Expected,
    find_moved,
    read_expected,
    renew,
)
from rag.errors import NotComparable, UnreadableFile
from rag.settings import Settings

RUN = record([answered("q1", 0.5), answered("q2", 0.7), refused("q3")])


def expect(measure: str, value: float, tolerance: float = 0.01) -> Expectation:
    return Expectation("own", "aa", {measure: Expected(value, tolerance)})


@pytest.mark.parametrize(
    ("expected", "better"),
    [(0.6, []), (0.605, []), (0.62, [False]), (0.5, [True])],
)
def test_only_a_fall_beyond_the_tolerance_is_a_drop(expected: float, better: list[bool]) -> None:
    assert [*find_moved(RUN, expect(GROUNDED, expected)).values()] == better


def test_where_less_is_better_a_rise_is_the_drop() -> None:
    lost, kept = ({FALSE_REFUSALS: share} for share in (1.0, 0.0))
    run = record([answered("q1", 0.0, values=lost), answered("q2", 0.7, values=kept)])
    assert [*find_moved(run, expect(FALSE_REFUSALS, 0.2)).values()] == [False]
    assert [*find_moved(run, expect(FALSE_REFUSALS, 0.9)).values()] == [True]


def test_a_figure_that_cannot_be_told_any_more_has_dropped() -> None:
    [(told, better)] = find_moved(RUN, expect("no such measure", 0.5)).items()
    assert "cannot be told" in told
    assert not better


def test_other_questions_are_not_held_against_it() -> None:
    with pytest.raises(NotComparable):
        find_moved(RUN, replace(expect(GROUNDED, 0.5), questions="bb"))


def test_what_is_written_is_read_again(tmp_path: Path) -> None:
    path = tmp_path / "expected.toml"
    renew(RUN, expect(GROUNDED, 0.1, 0.02), path)
    assert read_expected(path) == expect(GROUNDED, 0.6, 0.02)


@pytest.mark.parametrize("text", ["", "set = 1", "[figures]\na = 2", "not toml"])
def test_a_file_without_expectations_is_refused(tmp_path: Path, text: str) -> None:
    path = tmp_path / "expected.toml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(UnreadableFile):
        read_expected(path)


@pytest.mark.slow
def test_no_figure_that_we_stand_by_has_dropped(tmp_path: Path) -> None:
    expectation = read_expected()
    record = run_fast(expectation.set, Settings(data=tmp_path))
    assert all(find_moved(record, expectation).values())
