"""Scoring against short gold outlines, on cases small enough to count by hand."""

import json
from pathlib import Path
from typing import Any

import pytest

from eval.outlines import SHORT, score_folder
from eval.short_outlines import (
    OPENING,
    Tally,
    is_short_gold,
    read_short_gold,
    score_openings,
)
from rag.errors import BadSettings
from rag.types import Unit


def unit(
    kind: str, text: str, number: str | None = None, parent: str | None = None, label: str = ""
) -> Unit:
    return Unit(
        id=text, kind=kind, label=label, number=number, agency=None, parent=parent, path=(),
        text=text, lead_in=None, page=None, page_label=None, start=0, end=0, spans=(),
    )  # fmt: skip


def gold(kind: str, opens: str, **more: Any) -> dict[str, Any]:
    return {"kind": kind, "number": None, "under": None, "opens": opens, **more}


def score(folder: Path, golds: list[dict[str, Any]], units: list[Unit], **more: Any) -> Tally:
    path = folder / "gold.json"
    outline = {"file": "x.txt", "from": None, "to": None, "units": golds, **more}
    path.write_text(json.dumps(outline), encoding="utf-8")
    return score_openings(read_short_gold(path), units)[0]


GOLD = [
    gold("section", "Findings"),
    gold("finding", "Nobody asked the boy what", number="1", under="Findings"),
    gold("recommendation", "Write the plan down on", under="Advice", also_acceptable=["action"]),
]
RIGHT = [
    unit("section", "Findings"),
    unit("finding", "Nobody asked the boy what he wanted.", "1", "Findings"),
    unit("action", "Write the plan down on day one."),
]


def test_found_kind_number_and_parent_are_counted(tmp_path: Path) -> None:
    tally = score(tmp_path, GOLD, RIGHT)
    assert tally == Tally(
        units=3, found=3, kind=3, number=3, under=2, cited=1, invented=0, parsed=3, extra=0
    )


def test_what_pairs_with_nothing_is_invented_where_its_kind_is_cited(tmp_path: Path) -> None:
    units = [*RIGHT, unit("finding", "The chart shows a fall."), unit("detail", "Staff 40 24 60")]
    figures = score(tmp_path, GOLD, units).figures()
    assert figures["invented"] == 1 / 2
    assert figures["extra"] == 2 / 5


def test_optional_units_are_neither_missed_nor_false_alarms(tmp_path: Path) -> None:
    spare = gold("paragraph", "Piccadilly Gate Store Street Manchester", optional=True)
    without = score(tmp_path, [*GOLD, spare], RIGHT)
    present = unit("finding", "Piccadilly Gate Store Street Manchester M1")
    both = score(tmp_path, [*GOLD, spare], [*RIGHT, present])
    assert (without.units, without.found) == (both.units, both.found) == (3, 3)
    assert both.invented == both.extra == 0


def test_a_number_may_stand_before_the_first_words_or_not(tmp_path: Path) -> None:
    golds = [
        gold("section", "2.1 Response rate", number="2.1"),
        gold("concern", "The evidence was"),
    ]
    units = [unit("section", "Response rate", "2.1"), unit("concern", "The evidence was", "(1)")]
    tally = score(tmp_path, golds, units)
    assert (tally.found, tally.number) == (2, 1)


def test_fewer_than_five_words_are_the_whole_unit_but_for_a_contents_page(tmp_path: Path) -> None:
    golds = [gold("contents", "Contents"), gold("section", "General")]
    units = [unit("contents", "Contents Summary 2"), unit("section", "General practice")]
    assert score(tmp_path, golds, units).found == 1


def test_what_stands_outside_an_outlined_stretch_is_not_judged(tmp_path: Path) -> None:
    around = [unit("finding", "Before"), *RIGHT, unit("finding", "After")]
    tally = score(tmp_path, GOLD, around, **{"from": "Findings", "to": "Write"})
    assert (tally.parsed, tally.invented) == (3, 0)


def test_a_folder_of_short_golds_is_scored_as_such(tmp_path: Path) -> None:
    score(tmp_path, GOLD, RIGHT)
    (tmp_path / "x.txt").write_text("Findings", encoding="utf-8")
    (result,) = score_folder(tmp_path, tmp_path, lambda _: RIGHT)
    assert result.group == "short"
    assert isinstance(result.counts, Tally)
    with pytest.raises(BadSettings, match="add --texts"):
        score_folder(tmp_path, tmp_path / "elsewhere", lambda _: RIGHT)


def test_a_gold_outline_with_a_field_amiss_is_named(tmp_path: Path) -> None:
    path = tmp_path / "gold.json"
    path.write_text('{"units": [{"opens": "x"}]}', encoding="utf-8")
    assert is_short_gold(path)
    with pytest.raises(BadSettings, match=r"gold\.json is not a short gold outline"):
        read_short_gold(path)


@pytest.mark.parametrize("path", sorted(SHORT.glob("*.json")), ids=lambda path: path.stem)
def test_the_golds_keep_no_more_than_first_words(path: Path) -> None:
    units = json.loads(path.read_text(encoding="utf-8"))["units"]
    assert all(len(u["opens"].split()) <= OPENING for u in units)
    assert read_short_gold(path).units
