"""The meta-evaluation, on the public sets where they are."""

import json
import tomllib
from pathlib import Path

import numpy as np
import pytest
import typer
from fakes import KeywordEmbedding

from eval.measuring.figures import Figure
from eval.proving import meta
from eval.proving.labelled import load_labelled
from eval.proving.nugget_agreement import compare_nuggets
from eval.proving.public_sets import BENCH, claims_of_bump, error_in, read_bump, read_wice
from eval.proving.search_agreement import discounted_gain
from rag.errors import UnreadableFile


def test_a_missing_folder_is_one_sentence(tmp_path: Path) -> None:
    missing = meta.measure_public(
        tmp_path / "nowhere", load_labelled(), KeywordEmbedding(), fast=True
    )
    with pytest.raises(UnreadableFile, match="named with --bench"):
        next(missing)


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
    }
    for name in ("task1_dataset.json", "task2_dataset.json"):
        (tmp_path / "bump" / name).write_text(json.dumps([pair]), encoding="utf-8")
    bump = read_bump(tmp_path)
    assert error_in(bump[0]) == "extrinsic entity"
    faithful, unfaithful, *_ = claims_of_bump(bump)
    assert (faithful.text, faithful.supported) == ("Rain fell.", True)
    assert (unfaithful.text, unfaithful.supported) == ("Snow fell.", False)
    assert faithful.evidence == ("Rain fell.", "Sun shone.")


def test_gain_of_one_relevant_passage() -> None:
    scores = np.array([[0.9, 0.5, 0.1], [0.2, 0.2, 0.1], [0.3, 0.2, 0.1]])
    expected = [1 / np.log2(1 + 2), 1 / np.log2(1 + 2), 1 / np.log2(1 + 1)]
    assert discounted_gain(scores, np.array([1, 1, 0])) == pytest.approx(expected)


def test_the_nugget_measure_follows_people_where_they_agree(tmp_path: Path) -> None:
    nothing, everything = "Nothing to say.", "Red bricks and blue tiles."
    answers = [(nothing, everything, 1), (everything, nothing, -1), ("Red bricks.", "Blue.", 0)]
    people, model = [], []
    for first, second, sign in answers * 10:
        line = {"query": "?", "gt_answer": "Red bricks. Blue.", "completeness_label": sign}
        both = {"model1": {"response": first}, "model2": {"response": second}}
        people += [line | both] * 2
        scores = {"model1": 0, "model2": sign}
        model.append({n: {"ragchecker": {"completeness_label": s}} for n, s in scores.items()})
    (tmp_path / "ragchecker").mkdir()
    for name, lines in (("human_labeled_data", people), ("baseline_ragchecker", model)):
        path = tmp_path / "ragchecker" / f"{name}.json"
        path.write_text(json.dumps(lines), encoding="utf-8")
    found = {each.name: each.value for each in compare_nuggets(tmp_path)}
    assert found["RAGChecker, nuggets, Pearson"] == pytest.approx(1.0)
    assert found["RAGChecker, RAGChecker's model, Pearson"] == pytest.approx(1.0)
    assert found["RAGChecker, two people, Pearson"] == pytest.approx(1.0)
    assert found["RAGChecker, length, Pearson"] < 1


def test_a_figure_may_not_move_either_way_nor_be_without_a_pin() -> None:
    named = "XQuAD, dense, nDCG@10"
    found = [Figure(named, value, (0, 1), 1) for value in (0.944 - 0.02, 0.944, 0.944 + 0.02)]
    assert meta.tell_figures(found) == [named, named]
    assert meta.tell_figures([Figure("new", 0.5, (0, 1), 1)]) == ["new"]
    assert meta.tell_figures([Figure(named, float("nan"), (0, 1), 1)]) == [named]


def test_what_is_pinned_is_no_worse_than_the_start() -> None:
    pins = tomllib.loads(meta.PINNED.read_text(encoding="utf-8"))["figures"]
    assert pins["RAGChecker, nuggets, Pearson"]["value"] >= 0.578
    assert pins["BEGIN WoW, carried over, AUROC"]["value"] >= 0.92
    assert pins["XQuAD, convex, half and half, nDCG@10"]["value"] >= 0.976
    assert pins["made, flagged, originals"]["value"] == 0


@pytest.mark.slow
def test_the_fast_part_is_as_pinned() -> None:
    if not BENCH.is_dir():
        pytest.skip("needs the public sets in ../shared/bench")
    meta.tell(BENCH, fast=True)


@pytest.mark.slow
def test_without_the_public_sets_our_own_labels_are_told_before_the_error(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(UnreadableFile, match="public sets"):
        meta.tell(tmp_path / "nowhere")
    told = capsys.readouterr()
    assert "own labels, support, self-agreement" in told.out
    assert "labelled twice by language model" in told.err


@pytest.mark.slow
def test_what_is_pinned_no_more_ends_the_command_with_1(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    pinned = tmp_path / "pinned.toml"
    text = meta.PINNED.read_text(encoding="utf-8")
    pinned.write_text(text.replace("value = 0.994", "value = 0.9"), encoding="utf-8")
    monkeypatch.setattr(meta, "PINNED", pinned)
    with pytest.raises(typer.Exit) as ended:
        meta.tell()
    assert ended.value.exit_code == 1
    assert "Not as pinned: own labels, shown by the system, supported." in capsys.readouterr().err
