"""Scoring of outlines, on cases small enough to count by hand."""

import json
from dataclasses import replace
from pathlib import Path

import pytest
import typer
from typer.testing import CliRunner

from eval.alignment import Piece, align, likeness, word_f1
from eval.outline_scores import Counts, score_pieces
from eval.outlines import OPENINGS, main, read_gold, score_folder
from rag.errors import BadSettings
from rag.types import Unit


def piece(kind: str, text: str, number: str | None = None, agency: str | None = None) -> Piece:
    return Piece((kind,), (number,), (agency,), "", (text,))


def unit(kind: str, text: str, label: str = "", number: str | None = None) -> Unit:
    return Unit(
        id=kind, kind=kind, label=label, number=number, agency=None, parent=None, path=(),
        text=text, lead_in=None, page=None, page_label=None, start=0, end=0, spans=(),
    )  # fmt: skip


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
    with_label = Piece(("finding",), ("3",), (None,), "Finding 3", ("Finding 3: Too late",))
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
    counts, remarks = score_pieces(GOLD, GOLD)
    assert set(counts.figures().values()) == {1.0}
    assert remarks == ()


def test_an_empty_outline_finds_nothing() -> None:
    counts, remarks = score_pieces(GOLD, [])
    assert counts == Counts(units=4)
    assert counts.figures()["found"] == counts.figures()["f1"] == 0 / 4
    assert len(remarks) == 4


def test_missed_extra_and_wrongly_labelled_units_are_counted_and_named() -> None:
    parsed = [
        HEADING,
        replace(FIRST, kinds=("lesson",)),
        replace(ADVICE, numbers=("7",), agencies=(None,)),
        piece("paragraph", "Page four of nine"),
    ]
    counts, remarks = score_pieces(GOLD, parsed)
    figures = counts.figures()
    assert figures["found"] == 3 / 4
    assert figures["kind"] == figures["number"] == figures["agency"] == 2 / 3
    assert figures["right"] == 1 / 4
    assert figures["precision"] == 3 / 4
    assert figures["f1"] == pytest.approx(2 * (3 / 4) * (3 / 4) / (3 / 4 + 3 / 4))
    assert [remark.split()[0] for remark in remarks] == ["wrong", "missed", "wrong", "extra"]


def test_optional_units_are_neither_missed_nor_false_alarms() -> None:
    spare = replace(piece("detail", "Housing association of the valley"), optional=True)
    for parsed in (GOLD, [*GOLD, piece("point", "Housing association of the valley")]):
        counts, remarks = score_pieces([*GOLD, spare], parsed)
        assert (counts.units, counts.found, counts.parsed) == (4, 4, 4)
        assert remarks == ()


def test_further_acceptable_kinds_numbers_agencies_and_texts_count_as_right() -> None:
    gold = Piece(("lesson", "learning_point"), ("i", None), (None, "ALL"), "", ("A b c", "D e f"))
    counts, _ = score_pieces([gold], [piece("learning_point", "D e f", None, "all:")])
    assert counts.right == 1


def test_case_spaces_and_a_trailing_colon_of_an_agency_do_not_matter_but_words_do() -> None:
    same, other = (replace(ADVICE, agencies=(name,)) for name in ("Police :", "Police Service"))
    assert score_pieces([ADVICE], [same])[0].agency == 1
    assert score_pieces([ADVICE], [other])[0].agency == 0


@pytest.mark.parametrize("kind", ["title", "contents"])
def test_neighbouring_front_matter_counts_as_one_unit(kind: str) -> None:
    lines = [piece(kind, "Review of practice"), piece(kind, "Child Z 4", "4")]
    counts, _ = score_pieces(lines, [piece(kind, "Review of practice Child Z 4")])
    assert (counts.units, counts.right, counts.parsed) == (1, 1, 1)


def test_a_joined_title_may_carry_the_other_texts_of_its_lines() -> None:
    title = Piece(("title",), (None,), (None,), "", ("Child Z", "Valley Board Child Z"))
    counts, _ = score_pieces([title], [piece("title", "Valley Board"), piece("title", "Child Z")])
    assert (counts.units, counts.right, counts.parsed) == (1, 1, 1)


def test_counts_of_several_documents_add_up() -> None:
    total = Counts(units=4, found=3, parsed=5) + Counts(units=6, found=6, parsed=6)
    assert total.figures()["found"] == (3 + 6) / (4 + 6)
    assert total.figures()["precision"] == (3 + 6) / (5 + 6)


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
    assert (result.group, result.counts.right, result.counts.units) == ("dev", 1, 1)


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
    file, pieces = read_gold(path)
    opening = piece("paragraph", (OPENINGS / file).read_text(encoding="utf-8").replace("-\n", ""))
    (words,) = opening.readings
    for unit_words in (set(gold.readings[0]) for gold in pieces):
        assert unit_words <= set(words)


def test_of_sealed_outlines_totals_alone_are_told(capsys: pytest.CaptureFixture[str]) -> None:
    main(sealed=True)
    lines = capsys.readouterr().out.splitlines()
    assert any(line.startswith("all held") for line in lines)
    assert all(line.startswith(("document", "all ")) for line in lines)
