"""Two runs of one commit, each in a process of its own, over the real system: every figure and
every value of every question agrees to a millionth, also where the questions are spread over more
processes."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from eval.measuring import cost
from eval.measuring.scoring import MEASURES
from eval.telling.comparing import compare_runs
from eval.telling.records import Record, read_record

ROOT = Path(__file__).parents[2]
CLOSE = 1e-6
COSTS = {measure.name for measure in cost.MEASURES}
RUN = """
import sys
from pathlib import Path
from eval.running.run import run_fast
from eval.telling.records import write_record
from rag.settings import Settings
folder = Path(sys.argv[1])
record = run_fast("digests", Settings(data=folder), processes=int(sys.argv[2]))
write_record(record, folder / "runs")
"""


def run(folder: Path, seed: str, processes: int) -> Record:
    """Each with another order of sets and of other things that hang on hashes."""
    environment = {**os.environ, "PYTHONHASHSEED": seed}
    subprocess.run(
        [sys.executable, "-c", RUN, str(folder), str(processes)],
        cwd=ROOT,
        env=environment,
        check=True,
    )
    return read_record(next((folder / "runs").glob("*.json.gz")))


@pytest.mark.slow
def test_two_runs_agree_to_a_millionth(tmp_path: Path) -> None:
    first, second = run(tmp_path / "one", "1", 1), run(tmp_path / "two", "2", 2)
    assert first.figures.keys() == second.figures.keys()
    for name in first.figures.keys() - COSTS:
        one, other = first.figures[name], second.figures[name]
        assert (one.value, *one.interval) == pytest.approx(
            (other.value, *other.interval), abs=CLOSE
        )
    for one, other in zip(first.rows, second.rows, strict=True):
        values = {name: value for name, value in other.values.items() if name not in COSTS}
        assert {n: v for n, v in one.values.items() if n not in COSTS} == pytest.approx(
            values, abs=CLOSE
        )
        assert (one.status, one.shown) == (other.status, other.shown)
    comparison = compare_runs(first, second, MEASURES)
    assert comparison.changed == ()
    assert comparison.cautions == ()
