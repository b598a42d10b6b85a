"""The meta-evaluation, on the public sets where they are."""

import json
from pathlib import Path

import numpy as np
import pytest
import typer
from fakes import KeywordEmbedding
from typer.testing import CliRunner

from eval.proving import agreement, meta
from eval.proving.agreements import Agreement, Pin, holds, load_pins
from eval.proving.nugget_agreement import compare_nuggets
from eval.proving.printing import find_moved
from eval.proving.public_sets import BENCH, Comparison, read_bump, read_wice
from eval.proving.search_agreement import discounted_gain
from rag.backends.embeddings import BUNDLED, open_embedding
from rag.errors import UnreadableFile


def test_a_missing_folder_is_one_sentence(tmp_path: Path) -> None:
    with pytest.raises(UnreadableFile, match="name it with --bench"):
        meta.measure_fast(tmp_path / "nowhere", KeywordEmbedding())


def test_a_missing_set_is_named(tmp_path: Path) -> None:
    with pytest.raises(UnreadableFile, match=r"claim_dev\.jsonl"):
        read_wice(tmp_path)


def test_reads_a_claim_and_a_pair(tmp_path: Path) -> None:
    (tmp_path / "wice").mkdir()
    claim = {
        "claim": "It rained.",
        "evidence": ["Rain.", "Sun."],
        "label": "partially_supported",
        "meta": {"claim_title": "Weather"},
    }
    (tmp_path / "wice" / "claim_dev.jsonl").write_text(json.dumps(claim), encoding="utf-8")
    [read] = read_wice(tmp_path)
    assert (read.evidence, read.supported, read.source) == (("Rain.", "Sun."), False, "Weather")
    (tmp_path / "bump").mkdir()
    pair = {
        "article_id": 7,
        "article": "Rain fell. Sun shone.",
        "reference_summary": "Rain fell.",
        "edited_summary": "Snow fell.",
        "error_type": "Extrinsic Entity Error",
        "scores": {
            f"{name}_{side}": side == "reference"
            for name in ("SummaC", "QAFactEval", "BARTScore")
            for side in ("reference", "edited")
        },
    }
    for name in ("task1_dataset.json", "task2_dataset.json"):
        (tmp_path / "bump" / name).write_text(json.dumps([pair]), encoding="utf-8")
    one, _ = read_bump(tmp_path)
    assert one.error == "extrinsic entity"
    assert (one.faithful.supported, one.unfaithful.supported) == (True, False)
    assert one.published["SummaC"] == 1


def test_gain_of_one_relevant_passage() -> None:
    scores = np.array([[0.9, 0.5, 0.1], [0.2, 0.2, 0.1], [0.3, 0.2, 0.1]])
    expected = [1 / np.log2(1 + 2), 1 / np.log2(1 + 2), 1 / np.log2(1 + 1)]
    assert discounted_gain(scores, (1, 1, 0)) == pytest.approx(expected)


def test_the_nugget_measure_follows_people_where_they_agree() -> None:
    comparisons = [
        Comparison("?", "Red bricks. Blue tiles.", answers, (sign, sign), float(sign))
        for answers, sign in (
            (("Nothing at all to say.", "Red bricks and blue tiles."), 1),
            (("Red bricks and blue tiles.", "Nothing at all to say."), -1),
            (("Red bricks.", "Blue tiles."), 0),
        )
    ]
    found = {each.name: each.value for each in compare_nuggets(comparisons)}
    assert found["RAGChecker, nuggets, Pearson"] == pytest.approx(1.0)
    assert found["RAGChecker, two people, Pearson"] == pytest.approx(1.0)


def test_a_figure_may_not_move_either_way() -> None:
    pin = Pin(0.5, 0.01, "")
    moved = [Agreement("x", 1, value, None) for value in (0.48, 0.5, 0.52)]
    assert [holds(each, pin) for each in moved] == [False, True, False]


def test_an_unpinned_figure_is_told() -> None:
    assert find_moved([Agreement("new", 1, 0.5, None)]) == ["new"]


def test_what_is_pinned_is_no_worse_than_the_start() -> None:
    pins = load_pins()
    assert pins["RAGChecker, nuggets, Pearson"].value >= 0.578
    assert pins["BEGIN WoW, carried over, AUROC"].value >= 0.92
    assert pins["XQuAD, convex, half and half, nDCG@10"].value >= 0.976
    assert pins["made, flagged, originals"].value == 0


@pytest.mark.slow
def test_the_fast_part_is_as_pinned() -> None:
    if not BENCH.is_dir():
        pytest.skip("needs the public sets in ../shared/bench")
    assert find_moved(meta.measure_fast(BENCH, open_embedding(BUNDLED))) == []


@pytest.mark.slow
def test_without_the_public_sets_our_own_labels_are_told_and_the_command_ends_with_1(
    tmp_path: Path,
) -> None:
    app = typer.Typer()
    app.command()(meta.main)
    done = CliRunner().invoke(app, ["--bench", str(tmp_path / "nowhere")])
    assert done.exit_code == 1
    assert "own labels, support, self-agreement (kappa)" in done.stdout
    assert "expected the public sets" in done.stderr.replace("\n", " ")


@pytest.mark.slow
def test_agreement_with_our_own_labels_is_as_pinned() -> None:
    done = CliRunner().invoke(_agreement(), [])
    assert done.exit_code == 0, done.stderr
    assert "labelled twice by language model" in done.stdout


def _agreement() -> typer.Typer:
    app = typer.Typer()
    app.command()(agreement.main)
    return app
