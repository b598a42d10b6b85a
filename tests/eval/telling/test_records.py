"""The file of a run: small, whole, and read by the window as it was written."""

import gzip
import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from made_runs import answered, record, refused

from eval.measuring.figures import Shown
from eval.measuring.headline import GROUNDED
from eval.measuring.scoring import MEASURES
from eval.telling.comparing import compare_runs
from eval.telling.page import make_page
from eval.telling.records import read_record, to_json, write_record
from rag.errors import BadSettings, UnreadableFile
from ui.run_files import read_runs

QUESTIONS = 350
LARGEST = 250_000
"""Bytes, of as many questions."""
SAID = tuple(
    Shown("child-zed-learning-bulletin", f"unit-{n}", f"Finding {n}", f"{n} " + "word " * 40)
    for n in range(320)
)
RUN = record(
    [
        answered("q1", 0.25, shown=SAID[:2]),
        answered("q2", 0.5, shown=SAID[1:3]),
        refused("r1"),
    ]
)


def test_a_record_is_read_as_it_was_written(tmp_path: Path) -> None:
    assert to_json(read_record(write_record(RUN, tmp_path / "runs"))) == to_json(RUN)


def test_a_run_that_asked_what_is_asked_no_more_is_read_told_and_compared(tmp_path: Path) -> None:
    ablation = replace(RUN.others[0], name="dense alone", kind="ablation")
    kept = read_record(write_record(replace(RUN, others=(*RUN.others, ablation)), tmp_path))
    assert [(each.name, each.kind) for each in kept.others][1:] == [("dense alone", "ablation")]
    row = next(line for line in make_page(kept).split("<tr>") if ">dense alone</th>" in line)
    assert "<td>ablation</td>" in row
    assert compare_runs(kept, RUN, MEASURES) == compare_runs(RUN, RUN, MEASURES)
    [shown], broken = read_runs(tmp_path)
    assert (shown.id, broken) == (RUN.id, ())


def test_values_have_six_decimals_and_ends_of_intervals_four() -> None:
    rows = [answered("q1", 1 / 3), answered("q2", 2 / 3), answered("q3", 2 / 3), refused("r1")]
    told = to_json(record(rows))
    assert told["rows"][0]["values"][GROUNDED] == told["gains"]["q1"] == 0.333333
    assert told["figures"][GROUNDED]["value"] == 0.555556
    ends = [end for each in told["figures"].values() for end in each["interval"]]
    assert ends == [round(end, 4) for end in ends]


def test_the_window_reads_the_same(tmp_path: Path) -> None:
    write_record(RUN, tmp_path)
    [found], broken = read_runs(tmp_path)
    assert broken == ()
    assert found.gains == RUN.gains
    assert {name: each.value for name, each in found.figures.items()} == {
        name: each["value"] for name, each in to_json(RUN)["figures"].items()
    }
    for told, row in zip(found.rows, RUN.rows, strict=True):
        assert (told.question, told.values, told.missed) == (row.question, row.values, row.missed)
        assert [each.quote for each in told.shown] == [each.quote for each in row.shown]


def test_the_file_is_plain_json_of_the_whole_record_packed(tmp_path: Path) -> None:
    told = json.loads(gzip.decompress(write_record(RUN, tmp_path).read_bytes()))
    assert told == to_json(RUN)
    assert [row["values"][GROUNDED] for row in told["rows"][:2]] == [0.25, 0.5]
    assert told["rows"][0]["shown"][1] == told["rows"][1]["shown"][0]


def test_one_record_makes_one_file(tmp_path: Path) -> None:
    one, other = (write_record(RUN, tmp_path / name) for name in ("one", "other"))
    assert one.read_bytes() == other.read_bytes()


def test_a_disk_without_room_leaves_no_half_a_run(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fill(path: Path, content: bytes) -> None:
        with path.open("wb") as file:
            file.write(content[:9])
        raise OSError(28, "No space left on device")

    kept = write_record(RUN, tmp_path)
    before = kept.read_bytes()
    monkeypatch.setattr(Path, "write_bytes", fill)
    with pytest.raises(BadSettings, match=r"cannot be kept .*No space left .*--out"):
        write_record(replace(RUN, seconds=9), tmp_path)
    assert [*tmp_path.iterdir()] == [kept]
    assert kept.read_bytes() == before


def test_a_folder_that_is_a_file_is_one_clear_error(tmp_path: Path) -> None:
    (tmp_path / "runs").touch()
    with pytest.raises(BadSettings, match="cannot be kept in"):
        write_record(RUN, tmp_path / "runs")


def test_a_run_of_many_questions_is_small(tmp_path: Path) -> None:
    """As many as our own set has, each with as many values, types and systems as there are."""
    values = {f"measure {n}": round(1 / (n + 1), 6) for n in range(21)}
    rows = [
        answered(f"q{n:03}", 1 / 3, shown=SAID[n % 300 :][:2], values={GROUNDED: 0.5, **values})
        for n in range(QUESTIONS)
    ]
    made = record(rows)
    types = {f"unanswerable type {n}": made.figures for n in range(28)}
    full = replace(made, types=types, others=made.others * 11)
    assert write_record(full, tmp_path).stat().st_size < LARGEST


def test_a_set_without_questions_is_kept_too(tmp_path: Path) -> None:
    empty = replace(RUN, rows=(), gains={})
    assert to_json(read_record(write_record(empty, tmp_path))) == to_json(empty)


def pack(told: Any) -> bytes:
    return gzip.compress(json.dumps(told).encode())


@pytest.mark.parametrize(
    "content",
    [b"", b"{}", pack({}), pack([]), pack({"id": 3}), pack(to_json(RUN))[:-20],
     pack(to_json(RUN) | {"rows": 3}), json.dumps(to_json(RUN)).encode()],
    ids=["empty", "not packed", "no fields", "a list", "few fields", "torn", "other rows",
         "a run, not packed"],
)  # fmt: skip
def test_a_file_that_is_no_run_is_refused(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "run.json.gz"
    path.write_bytes(content)
    with pytest.raises(UnreadableFile, match="cannot be read as a run"):
        read_record(path)
    assert read_runs(tmp_path) == ((), ("run.json.gz",))


def test_a_file_of_another_format_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "run.json.gz"
    path.write_bytes(pack(to_json(RUN) | {"format": 2}))
    with pytest.raises(UnreadableFile, match="cannot be read as a run"):
        read_record(path)
