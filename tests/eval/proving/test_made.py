"""Claims made of a small digest, and sets that share a source kept apart."""

from pathlib import Path

import numpy as np
import pytest

from eval.asking.bench import DIGESTS
from eval.proving.drawing import SETS
from eval.proving.made import make_claims
from eval.proving.support_agreement import _carry_over
from eval.proving.weighing import Labelled

DIGEST = """# Review of Baby Z

*Digest: Finding Aid's own summary of this review, not its words.*

## Findings

- The nurse was told in June that the parents had missed two visits. Rain.
"""


def test_each_sentence_is_true_once_and_false_in_several_ways(tmp_path: Path) -> None:
    (tmp_path / "baby-z.md").write_text(DIGEST, encoding="utf-8")
    (tmp_path / "README.md").write_text("Not a review, and it has many more words than eight.")
    (tmp_path / "register.toml").write_bytes((DIGESTS / "register.toml").read_bytes())
    made = make_claims(tmp_path)
    [true] = [each for each in made if each.corruption is None]
    assert true.claim.text.startswith("The nurse was told in June")
    assert true.claim.evidence == (true.claim.text, "Rain.")
    false = {each.corruption: each.claim for each in made if each.corruption}
    assert {"number", "name", "negation", "added clause"} <= false.keys()
    assert not any(claim.supported for claim in false.values())
    assert {claim.source for claim in false.values()} == {true.claim.source}


def test_no_set_is_tested_with_weights_from_its_own_sources() -> None:
    """`twin` has the source of `own` and labels turned round: it must have no say."""
    rows = np.linspace(0, 1, 40)[:, None]
    supported = rows[:, 0] > 0.5
    names = tuple(map(str, range(40)))
    own = Labelled(rows, supported, names)
    twin = Labelled(1 - rows, supported, names)
    far = Labelled(rows, supported, tuple(f"far {name}" for name in names))
    with_twin = _carry_over("own", {"own": own, "twin": twin, "far": far})
    without = _carry_over("own", {"own": own, "far": far})
    assert with_twin == pytest.approx(without)


def test_sentences_are_drawn_from_development_sets() -> None:
    assert all(path.is_file() for path in SETS)
