"""A judge beside labels: what agreement is printed next to its scores."""

import json
from collections.abc import Sequence
from pathlib import Path

import pytest
from chat_server import Asked, Sent, serving

from eval.judging.aspects import SUPPORTED
from eval.judging.judge import Judge
from eval.judging.judged import tell_agreement
from eval.judging.label_agreement import compare_with_labels
from eval.judging.models import OpenAILikeModel, parse_address
from eval.proving.sentences import Evidence, Item, write_lines


def labelled(folder: Path, labels: Sequence[str]) -> tuple[Path, tuple[Path, Path], list[Item]]:
    """Statements of a unit each, with what both passes say of their support; the last one they
    disagree on."""
    evidence = [Evidence("elm", f"u{n}", "Elm", "Text.") for n in range(len(labels))]
    items = [Item.make(f"Statement {n}.", (each,)) for n, each in enumerate(evidence)]
    sentences = folder / "sentences.jsonl"
    write_lines(
        sentences,
        (
            {"id": item.id, "sentence": item.sentence, "evidence": [
                {"document": e.document, "unit": e.unit, "heading": e.heading, "text": e.text}
                for e in item.evidence]}
            for item in items
        ),
    )  # fmt: skip
    passes = folder / "one.jsonl", folder / "two.jsonl"
    for number, path in enumerate(passes):
        write_lines(
            path,
            (
                {"id": item.id, "support": label, "readable": "yes", "by": f"person: {number}"}
                for item, label in zip(items, [*labels[:-1], ("full", "not")[number]], strict=True)
            ),
        )
    return sentences, passes, items


def agree(folder: Path, labels: Sequence[str], replies: Sequence[str]) -> str:
    sentences, passes, items = labelled(folder, labels)
    said = {item.sentence: reply for item, reply in zip(items, replies, strict=False)}

    def script(asked: Asked) -> Sent:
        return Sent(said[asked.material["statement"]])

    with serving(script) as server:
        judge = Judge(OpenAILikeModel(parse_address(server.spec)))
        return tell_agreement(
            compare_with_labels(judge, SUPPORTED, sentences=sentences, passes=passes)
        )


def word(verdict: str) -> str:
    return json.dumps({"verdict": verdict})


def test_agreement_is_told_of_the_labels_that_both_passes_give(tmp_path: Path) -> None:
    replies = [word(each) for each in ("full", "full", "not", "full")]
    told = agree(tmp_path, ["full", "full", "not", "not", "-"], replies)
    # Agreed in 3 of 4; by chance in 3/4 * 1/2 + 1/4 * 1/2.
    assert told.startswith(f"kappa {(3 / 4 - 1 / 2) / (1 / 2):.3f} (")
    assert f"balanced accuracy {(2 / 2 + 1 / 2) / 2:.3f} (" in told
    assert told.endswith("4 sentences labelled by person: 0 and person: 1, 0 without a verdict")


@pytest.mark.parametrize("reply", ["", "yesterday"])
def test_a_judge_without_verdicts_agrees_with_nobody(tmp_path: Path, reply: str) -> None:
    told = agree(tmp_path, ["full", "full", "not", "not", "-"], [reply] * 4)
    assert told.startswith("kappa 0.000 (0.000 to 0.000), balanced accuracy 0.000 (")
    assert told.endswith("4 without a verdict")


def test_a_judge_that_always_approves_agrees_no_better_than_chance(tmp_path: Path) -> None:
    told = agree(tmp_path, ["full", "full", "not", "not", "-"], [word("full")] * 4)
    assert "kappa 0.000" in told
    assert "balanced accuracy 0.500" in told
