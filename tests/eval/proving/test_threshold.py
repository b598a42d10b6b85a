"""The threshold of the support scorer: chosen by hand, judged on what it was not set on."""

import hashlib
import tomllib
from pathlib import Path

import numpy as np
import pytest

from eval.proving.fitting import choose_threshold, judge_unseen
from eval.proving.labelled import LABELS, load_labelled
from eval.proving.support import WEIGHTS, score_support
from rag.backends.embeddings import BUNDLED, open_embedding

KEPT = tomllib.loads(WEIGHTS.with_name("threshold.toml").read_text(encoding="utf-8"))
SCORES = np.array([0.9, 0.8, 0.7, 0.4, 0.2])


def test_it_lies_half_way_where_both_labels_are_judged_best() -> None:
    assert choose_threshold(SCORES, np.array([True, True, True, False, False])) == (0.7 + 0.4) / 2
    assert choose_threshold(SCORES, np.array([True, False, False, False, False])) == pytest.approx(
        (0.9 + 0.8) / 2
    )


def test_of_two_equal_places_it_is_the_lower() -> None:
    """The cuts at .35 and .15 judge one claim wrongly, that at .25 two."""
    scores, supported = np.array([0.4, 0.3, 0.2, 0.1]), np.array([True, False, True, False])
    assert choose_threshold(scores, supported) == pytest.approx((0.2 + 0.1) / 2)


def test_no_claim_has_a_say_in_its_own_threshold() -> None:
    """Claims of which each source has the label turned round: what is learned from the others
    always misleads, while a threshold that had seen them would do better."""
    chance = np.random.default_rng(3)
    scores, supported = chance.random(200), chance.random(200) < 0.5
    sources = [str(place // 2) for place in range(200)]
    seen = (scores >= choose_threshold(scores, supported)) == supported
    unseen = judge_unseen(scores, supported, sources) == supported
    assert unseen.mean() < seen.mean()
    assert unseen.mean() == pytest.approx(0.5, abs=0.1)


def fingerprint(*paths: Path) -> str:
    """SHA-256, hexadecimal, line ends as on Unix."""
    content = b"\n".join(path.read_bytes().replace(b"\r\n", b"\n") for path in paths)
    return hashlib.sha256(content).hexdigest()


def test_the_kept_threshold_is_of_these_weights_and_labels() -> None:
    labels = (LABELS / f"{name}.jsonl" for name in ("sentences", "pass-1", "pass-2"))
    assert 0 < KEPT["threshold"] < 1
    assert KEPT["weights"] == fingerprint(WEIGHTS)
    assert KEPT["labels"] == fingerprint(*labels)


@pytest.mark.slow
def test_setting_it_again_gives_what_is_kept() -> None:
    """With other weights or labels, threshold.toml is written by hand from what is found here."""
    alike = [each.claim for each in load_labelled() if each.agreed("support")]
    scores = score_support(alike, open_embedding(BUNDLED))
    found = choose_threshold(scores, np.array([claim.supported for claim in alike]))
    assert found == pytest.approx(KEPT["threshold"], abs=0.005)
