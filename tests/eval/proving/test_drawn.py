"""The labelled statements of the project, the two passes over them, and claims of our making."""

from collections import Counter
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from eval.measuring.figures import agree
from eval.proving.label_agreement import compare_passes
from eval.proving.labelled import Labelled, load_labelled, who_labelled
from eval.proving.public_sets import read_made
from rag.errors import UnreadableFile

LABELLED = load_labelled()
EVIDENCE = {
    "document": "oak",
    "unit": "point-1",
    "heading": "Oak › Point 1",
    "text": "Staff met twice. It rained.",
}


def labelled(first: str, second: str, *, number: int = 0, by: str = "person: ab") -> Labelled:
    passes = ({"support": each, "readable": "yes", "by": by} for each in (first, second))
    return Labelled(f"{number}", "Staff met twice.", (EVIDENCE,), *passes, control=None)


def test_enough_is_drawn_and_a_part_of_it_is_damaged() -> None:
    kinds = Counter(each.control for each in LABELLED)
    assert kinds[None] >= 160
    assert 0.2 <= 1 - kinds[None] / len(LABELLED) <= 0.35
    assert len({each.id for each in LABELLED}) == len(LABELLED)


def test_every_pass_gives_labels_of_the_guideline_and_says_whose_they_are() -> None:
    for each in LABELLED:
        for line in (each.first, each.second):
            assert line["id"] == each.id
            assert line["support"] in {"full", "partly", "not"}
            assert line["readable"] in {"yes", "no"}
            assert line["by"].startswith(("person: ", "language model: "))


def test_every_statement_has_its_evidence() -> None:
    for each in LABELLED:
        assert each.sentence
        assert all(unit["text"] and unit["heading"] for unit in each.evidence)


def test_kappa_is_agreement_beyond_chance() -> None:
    """Three of four agree; by chance 1/2 x 3/4 + 1/2 x 1/4 would."""
    pairs = [("full", "full"), ("full", "full"), ("not", "full"), ("not", "not")] * 10
    of = [labelled(*pair, number=number) for number, pair in enumerate(pairs)]
    found = compare_passes(of, "support")
    expected = 2 / 4 * 3 / 4 + 2 / 4 * 1 / 4
    assert found.value == pytest.approx((3 / 4 - expected) / (1 - expected))
    assert found.interval[0] < found.value < found.interval[1]
    assert found.name == "own labels, support, agreement (kappa)"


def test_a_model_agrees_with_itself_only() -> None:
    of = [labelled("full", "full"), labelled("not", "not", by="language model: m")] * 10
    of = [replace(each, id=f"{number}") for number, each in enumerate(of)]
    assert "self-agreement" in compare_passes(of, "support").name
    assert who_labelled(of) == ("language model: m", "person: ab")
    assert who_labelled(LABELLED)[0].startswith("language model: ")


def test_only_what_both_say_is_compared() -> None:
    assert labelled("full", "partly").agreed("support") is None
    assert labelled("full", "full").claim.supported
    claim = labelled("partly", "partly").claim
    assert not claim.supported
    assert claim.evidence == ("Oak › Point 1", "Staff met twice.", "It rained.")


def test_a_missing_pass_is_a_clear_error(tmp_path: Path) -> None:
    with pytest.raises(UnreadableFile, match=r"pass-1\.jsonl"):
        load_labelled(tmp_path)


def test_sources_are_drawn_whole() -> None:
    """Two sources of one value each: the mean of a draw is 0, 1/2 or 1."""
    values, sources = np.array([0.0] * 50 + [1.0] * 50), ["a"] * 50 + ["b"] * 50
    assert agree("mean", np.mean, sources, values).interval == (0.0, 1.0)
    assert agree("mean", np.mean, sources, values) == agree("mean", np.mean, sources, values)


def test_claims_of_our_making_are_true_once_and_false_in_several_ways() -> None:
    made = read_made()
    for kind, claim in made:
        assert claim.supported == (kind == "originals")
        assert (claim.text in claim.evidence) == claim.supported
    assert min(Counter(kind for kind, _ in made).values()) > 40
