"""A reading sheet and the verdicts on it, there and back."""

import csv
import io
from dataclasses import replace
from pathlib import Path

import pytest
from made_runs import answered, record

from eval.measuring.figures import Shown
from eval.reading.readings import Reading, Verdict, alike, read_verdicts, take_in
from eval.telling.opinions import tell_readings
from eval.telling.page import make_page
from eval.telling.sheet import COLUMNS, as_csv, as_html, choose_rows
from rag.errors import BadBatchLine, UnreadableFile

SHOWN = (Shown("elm", "u1", "Finding 1", "Nobody asked him.", "Review of <Elm>", 3, 1),)
RUN = record(
    [
        answered(f"q{n}", 0.5, text=f"“Nobody asked {n}.” [1]", shown=SHOWN, turns=(f"=who {n}?",))
        for n in range(1, 5)
    ]
)


def fill_in(
    tmp_path: Path, *verdicts: str, separator: str = ",", code_page: str = "utf-8-sig"
) -> Path:
    rows = list(csv.DictReader(io.StringIO(as_csv(RUN, choose_rows(RUN, None)))))
    text = io.StringIO()
    table = csv.DictWriter(text, COLUMNS, delimiter=separator)
    table.writeheader()
    for row, verdict in zip(rows, verdicts, strict=True):
        table.writerow(
            row | {"verdict": verdict, "stage": "search" if "Useless" in verdict else ""}
        )
    path = tmp_path / "read.csv"
    path.write_bytes(text.getvalue().encode(code_page))
    return path


def test_the_sheet_shows_question_answer_and_sources_and_nothing_else() -> None:
    rows = list(csv.DictReader(io.StringIO(as_csv(RUN, choose_rows(RUN, None)))))
    assert [*rows[0]] == [*COLUMNS]
    assert {row["question"] for row in rows} == {f"'=who {n}?" for n in range(1, 5)}
    assert rows[0]["sources"] == "[1] Review of <Elm>, Finding 1, page 3"
    page = as_html(RUN, choose_rows(RUN, None))
    assert "Review of &lt;Elm&gt;" in page
    for told in (RUN.id, "q1", "nobody&gt; rang", "0.5", "search alone"):
        assert told not in page


def test_a_sample_is_the_same_every_time() -> None:
    assert choose_rows(RUN, 2) == choose_rows(RUN, 2)
    assert len(choose_rows(RUN, 2)) == 2
    assert len(choose_rows(RUN, 99)) == 4


@pytest.mark.parametrize(("separator", "code_page"), [(",", "utf-8-sig"), (";", "cp1252")])
def test_verdicts_come_back_into_the_run(tmp_path: Path, separator: str, code_page: str) -> None:
    path = fill_in(
        tmp_path, "good", " Useless", "", "misleading", separator=separator, code_page=code_page
    )
    reading = take_in(RUN.id, ["q1", "q2", "q3", "q4"], read_verdicts(path), "two readers")
    assert reading is not None
    read = replace(RUN, readings=(reading,))
    (table,) = tell_readings(read).tables
    assert table.rows == [("two readers", "3", "1", "0", "1", "1", "0.333", "0.333", "search 1")]
    assert "two readers" in make_page(read)
    assert take_in("another run", ["q1"], read_verdicts(path), "two readers") is None


def test_a_bad_verdict_is_named_by_its_line(tmp_path: Path) -> None:
    with pytest.raises(BadBatchLine, match="'fine': expected one of good, acceptable"):
        read_verdicts(fill_in(tmp_path, "good", "fine", "", ""))
    other = tmp_path / "other.csv"
    other.write_text("a,b\n1,2\n", encoding="utf-8")
    with pytest.raises(UnreadableFile, match="expected the columns code and verdict"):
        read_verdicts(other)


def test_two_readings_are_held_against_each_other() -> None:
    def reading(by: str, *verdicts: str) -> Reading:
        return Reading(by, "2026-11-30", {f"q{n}": Verdict(v) for n, v in enumerate(verdicts)})

    one, other = reading("a", "good", "useless"), reading("b", "acceptable", "good", "good")
    assert alike([one, other]) == 1 / 2
    assert alike([one]) is None
