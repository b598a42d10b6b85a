"""Scoring of outlines, on cases small enough to count by hand."""

import json
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
import typer
from typer.testing import CliRunner

from eval.outline_scores import (
    OPENING,
    Counts,
    Outline,
    Piece,
    align,
    likeness,
    score_outline,
    word_f1,
)
from eval.outlines import OPENINGS, SHORT, figures, main, read_gold, score_folder
from rag.errors import BadSettings
from rag.types import Unit


def piece(kind: str, text: str, number: str | None = None, agency: str | None = None) -> Piece:
    return Piece((kind,), (text,), (number,), (agency,))


def unit(kind: str, text: str, label: str = "", number: str | None = None) -> Unit:
    return Unit(
        id=kind, kind=kind, label=label, number=number, agency=None, parent=None, path=(),
        text=text, lead_in=None, page=None, page_label=None, start=0, end=0, spans=(),
    )  # fmt: skip


def score(gold: Sequence[Piece], parsed: Sequence[Piece]) -> tuple[Counts, tuple[str, ...]]:
    return score_outline(Outline("x.txt", tuple(gold)), parsed)


HEADING = piece("section", "Findings:")
FIRST = piece("finding", "Nobody asked the boy what he wanted", "1")
SECOND = piece("finding", "The plan was never written down", "2")
ADVICE = piece("recommendation", "Write the plan down on day one", "1", "POLICE")
GOLD = [HEADING, FIRST, SECOND, ADVICE]


def test_word_f1_counts_words_as_often_as_both_have_them() -> None:
    one, other = ("a", "a", "b"), ("a", "b", "b", "c")
    assert word_f1(one, other) == 2 * 2 / (3 + 4)
    assert word_f1((), other) == 0.0


def test_quotes_bullets_case_and_spaces_do_not_matter() -> None:
    assert (
        likeness(piece("point", "• The  child’s ‘plan’"), piece("point", "the child's plan")) == 1
    )


def test_a_printed_label_or_number_may_stand_in_the_text_or_not() -> None:
    with_label = Piece(("finding",), ("Finding 3: Too late",), ("3",), label="Finding 3")
    assert likeness(with_label, piece("finding", "Too late", "3")) == 1
    assert likeness(piece("section", "1. Introduction", "1"), piece("section", "Introduction")) == 1


def test_alignment_keeps_the_order_of_both_outlines() -> None:
    assert align([FIRST, SECOND], [SECOND, FIRST]) in ([(0, 1)], [(1, 0)])
    assert align([FIRST, SECOND], [HEADING, FIRST, ADVICE, SECOND]) == [(0, 1), (1, 3)]


def test_equal_texts_are_paired_one_to_one_and_by_kind() -> None:
    again = replace(FIRST, kinds=("point",))
    assert align([FIRST, again], [again]) == [(1, 0)]
    assert align([FIRST, FIRST], [FIRST, FIRST]) == [(0, 0), (1, 1)]


def test_a_perfect_outline_scores_one_everywhere() -> None:
    counts, remarks = score(GOLD, GOLD)
    assert set(figures(counts, short=False).values()) == {1.0}
    assert remarks == ()


def test_an_empty_outline_finds_nothing() -> None:
    counts, remarks = score(GOLD, [])
    told = figures(counts, short=False)
    assert counts["units"] == 4
    assert told["found"] == told["f1"] == 0 / 4
    assert len(remarks) == 4


def test_missed_extra_and_wrongly_labelled_units_are_counted_and_named() -> None:
    parsed = [
        HEADING,
        replace(FIRST, kinds=("lesson",)),
        replace(ADVICE, numbers=("7",), agencies=(None,)),
        piece("paragraph", "Page four of nine"),
    ]
    counts, remarks = score(GOLD, parsed)
    told = figures(counts, short=False)
    assert told["found"] == 3 / 4
    assert told["kind"] == told["number"] == told["agency"] == 2 / 3
    assert told["right"] == 1 / 4
    assert told["precision"] == 3 / 4
    assert told["f1"] == pytest.approx(2 * (3 / 4) * (3 / 4) / (3 / 4 + 3 / 4))
    assert [remark.split()[0] for remark in remarks] == ["wrong", "missed", "wrong", "extra"]


def test_optional_units_are_neither_missed_nor_false_alarms() -> None:
    spare = replace(piece("detail", "Housing association of the valley"), optional=True)
    for parsed in (GOLD, [*GOLD, piece("point", "Housing association of the valley")]):
        counts, remarks = score([*GOLD, spare], parsed)
        assert (counts["units"], counts["found"], counts["extra"]) == (4, 4, 0)
        assert remarks == ()


def test_further_acceptable_kinds_numbers_agencies_and_texts_count_as_right() -> None:
    gold = Piece(("lesson", "learning_point"), ("A b c", "D e f"), ("i", None), (None, "ALL"))
    counts, _ = score([gold], [piece("learning_point", "D e f", None, "all:")])
    assert counts["right"] == 1


def test_case_spaces_and_a_trailing_colon_of_an_agency_do_not_matter_but_words_do() -> None:
    same, other = (replace(ADVICE, agencies=(name,)) for name in ("Police :", "Police Service"))
    assert score([ADVICE], [same])[0]["agency"] == 1
    assert score([ADVICE], [other])[0]["agency"] == 0


def test_what_a_heading_prints_may_be_a_field_of_it_or_not() -> None:
    gold = piece("section", "4.1 Children's Services")
    printed = piece("section", "4.1 Children's Services", "4.1", "Children's Services")
    other = piece("section", "4.1 Children's Services", "4.2", "Police")
    assert score([gold], [printed])[0]["right"] == 1
    assert score([gold], [other])[0]["right"] == 0
    assert score([replace(gold, numbers=("4.1",))], [gold])[0]["right"] == 0


@pytest.mark.parametrize("kind", ["title", "contents"])
def test_neighbouring_front_matter_counts_as_one_unit(kind: str) -> None:
    lines = [piece(kind, "Review of practice"), piece(kind, "Child Z 4", "4")]
    counts, _ = score(lines, [piece(kind, "Review of practice Child Z 4")])
    assert (counts["units"], counts["right"], counts["extra"]) == (1, 1, 0)


def test_a_joined_title_may_carry_the_other_texts_of_its_lines() -> None:
    title = Piece(("title",), ("Child Z", "Valley Board Child Z"))
    counts, _ = score([title], [piece("title", "Valley Board"), piece("title", "Child Z")])
    assert (counts["units"], counts["right"], counts["extra"]) == (1, 1, 0)


def write_gold(folder: Path, file: str) -> None:
    unit_fields = {"kind": "finding", "number": "1", "agency": None, "text": "Too late"}
    outline = {"file": file, "units": [{**unit_fields, "heading_or_label": "Finding 1"}]}
    (folder / "gold.json").write_text(json.dumps(outline), encoding="utf-8")


def test_a_folder_is_scored_through_the_parser_given(tmp_path: Path) -> None:
    write_gold(tmp_path, "dev-x.txt")
    (tmp_path / "dev-x.txt").write_text("Finding 1: Too late", encoding="utf-8")
    (result,) = score_folder(
        tmp_path, tmp_path, lambda _: [unit("finding", "Too late", number="1")]
    )
    assert (result.group, result.counts["right"], result.counts["units"]) == ("dev", 1, 1)


@pytest.mark.parametrize(("group", "shown"), [("dev", True), ("held", False)])
def test_details_are_shown_but_never_those_held_out(
    tmp_path: Path, group: str, *, shown: bool
) -> None:
    write_gold(tmp_path, f"{group}-x.txt")
    (tmp_path / f"{group}-x.txt").write_text("Something else was written.", encoding="utf-8")
    app = typer.Typer()
    app.command()(main)
    outcome = CliRunner().invoke(app, ["--gold", str(tmp_path), "--show"])
    assert outcome.exit_code == 0
    assert ("missed" in outcome.stdout) is shown
    assert ("held out" in outcome.stdout) is not shown


def test_what_cannot_be_scored_is_said_in_one_sentence(tmp_path: Path) -> None:
    with pytest.raises(BadSettings, match="No gold outlines"):
        score_folder(tmp_path, tmp_path, lambda _: [])
    write_gold(tmp_path, "absent.txt")
    with pytest.raises(BadSettings, match=r"absent\.txt"):
        score_folder(tmp_path, tmp_path, lambda _: [])
    (tmp_path / "gold.json").write_text("[]", encoding="utf-8")
    with pytest.raises(BadSettings, match="not a gold outline"):
        score_folder(tmp_path, tmp_path, lambda _: [])


OPENING_GOLD = sorted(OPENINGS.glob("*.json"))


@pytest.mark.parametrize("path", OPENING_GOLD, ids=lambda path: path.stem)
def test_the_words_of_every_gold_unit_stand_in_the_opening(path: Path) -> None:
    gold = read_gold(path)
    opening = piece(
        "paragraph", (OPENINGS / gold.file).read_text(encoding="utf-8").replace("-\n", "")
    )
    (words,) = opening.readings
    for unit_words in (set(each.readings[0]) for each in gold.pieces):
        assert unit_words <= set(words)


def test_of_sealed_outlines_totals_alone_are_told(capsys: pytest.CaptureFixture[str]) -> None:
    main(sealed=True)
    lines = capsys.readouterr().out.splitlines()
    assert any(line.startswith("all held") for line in lines)
    assert all(line.startswith(("document", "all ")) for line in lines)


def read(
    kind: str, text: str, number: str | None = None, parent: str | None = None, label: str = ""
) -> Unit:
    return replace(unit(kind, text, label, number), id=text, parent=parent)


def opening(kind: str, opens: str, **more: Any) -> dict[str, Any]:
    return {"kind": kind, "number": None, "under": None, "opens": opens, **more}


def score_short(
    folder: Path, golds: list[dict[str, Any]], units: list[Unit], **more: Any
) -> Counts:
    outline = {"file": "x.txt", "from": None, "to": None, "units": golds, **more}
    (folder / "gold.json").write_text(json.dumps(outline), encoding="utf-8")
    (folder / "x.txt").write_text("Findings", encoding="utf-8")
    (result,) = score_folder(folder, folder, lambda _: units)
    assert result.group == "short"
    return result.counts


SHORT_GOLD = [
    opening("section", "Findings"),
    opening("finding", "Nobody asked the boy what", number="1", under="Findings"),
    opening("recommendation", "Write the plan down on", under="Advice", also_acceptable=["action"]),
]
READ = [
    read("section", "Findings"),
    read("finding", "Nobody asked the boy what he wanted.", "1", "Findings"),
    read("action", "Write the plan down on day one."),
]


def test_found_kind_number_and_parent_are_counted(tmp_path: Path) -> None:
    tally = score_short(tmp_path, SHORT_GOLD, READ)
    assert dict(tally) == {
        "units": 3, "found": 3, "kind": 3, "number": 3, "under": 2, "right": 2,
        "cited": 1, "invented": 0, "parsed": 3, "extra": 0,
    }  # fmt: skip


def test_front_matter_is_counted_where_the_gold_outline_has_it(tmp_path: Path) -> None:
    fields = (("author", "Author: Jane Green"), ("date", "May 2020"), ("publisher", "A board"))
    given = [replace(read("detail", text), key=key) for key, text in fields]
    front = {"author": ["Jane Green"], "date": ["2020", "June 2020"], "area": ["Kent"]}
    allowed = {"front": front, "front_optional": {"publisher": ["A board"]}}
    told = figures(score_short(tmp_path, SHORT_GOLD, [*READ, *given], **allowed), short=True)
    assert (told["front"], told["untrue"]) == (2 / 3, 0.0)
    allowed["front_optional"] = {}
    told = figures(score_short(tmp_path, SHORT_GOLD, [*READ, *given], **allowed), short=True)
    assert (told["front"], told["untrue"]) == (2 / 3, 1 / 3)
    without = figures(score_short(tmp_path, SHORT_GOLD, [*READ, *given]), short=True)
    assert (without["front"], without["untrue"]) == (1.0, 0.0)


def test_what_pairs_with_nothing_is_invented_where_its_kind_is_cited(tmp_path: Path) -> None:
    units = [*READ, read("finding", "The chart shows a fall."), read("detail", "Staff 40 24 60")]
    told = figures(score_short(tmp_path, SHORT_GOLD, units), short=True)
    assert told["invented"] == 1 / 2
    assert told["extra"] == 2 / 5


def test_optional_openings_are_neither_missed_nor_false_alarms(tmp_path: Path) -> None:
    spare = opening("paragraph", "Piccadilly Gate Store Street Manchester", optional=True)
    without = score_short(tmp_path, [*SHORT_GOLD, spare], READ)
    present = read("finding", "Piccadilly Gate Store Street Manchester M1")
    both = score_short(tmp_path, [*SHORT_GOLD, spare], [*READ, present])
    assert (without["found"], both["found"]) == (without["units"], both["units"]) == (3, 3)
    assert both["invented"] == both["extra"] == 0


def test_a_number_may_stand_before_the_first_words_or_not(tmp_path: Path) -> None:
    golds = [
        opening("section", "2.1 Response rate", number="2.1"),
        opening("concern", "The evidence was"),
    ]
    units = [read("section", "Response rate", "2.1"), read("concern", "The evidence was", "(1)")]
    tally = score_short(tmp_path, golds, units)
    assert (tally["found"], tally["number"]) == (2, 1)


def test_fewer_than_five_words_are_the_whole_unit_but_for_a_contents_page(tmp_path: Path) -> None:
    golds = [opening("contents", "Contents"), opening("section", "General")]
    units = [read("contents", "Contents Summary 2"), read("section", "General practice")]
    assert score_short(tmp_path, golds, units)["found"] == 1


def test_what_stands_outside_an_outlined_stretch_is_not_judged(tmp_path: Path) -> None:
    around = [read("finding", "Before"), *READ, read("finding", "After")]
    tally = score_short(tmp_path, SHORT_GOLD, around, **{"from": "Findings", "to": "Write"})
    assert (tally["parsed"], tally["invented"]) == (3, 0)


def test_a_short_gold_outline_with_a_field_amiss_is_named(tmp_path: Path) -> None:
    path = tmp_path / "gold.json"
    path.write_text('{"units": [{"opens": "x"}]}', encoding="utf-8")
    with pytest.raises(BadSettings, match=r"gold\.json is not a gold outline"):
        read_gold(path)


@pytest.mark.parametrize("path", sorted(SHORT.glob("*.json")), ids=lambda path: path.stem)
def test_the_golds_keep_no_more_than_first_words(path: Path) -> None:
    units = json.loads(path.read_text(encoding="utf-8"))["units"]
    assert all(len(u["opens"].split()) <= OPENING for u in units)
    assert read_gold(path).short
