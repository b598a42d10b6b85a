"""Fitted weights are kept as the engine reads them."""

import tomllib
from dataclasses import asdict
from pathlib import Path

from eval.fitted import keep_fitted
from rag.evidence import weights as answers
from rag.safety import unforeseen_concerns


def test_what_is_kept_is_read_again(tmp_path: Path) -> None:
    path = tmp_path / "weights.toml"
    for kept in (asdict(answers.weights()), asdict(unforeseen_concerns.weights())):
        keep_fitted(path, "Fitted by somebody. " * 20, kept)
        assert tomllib.loads(path.read_text(encoding="utf-8")) == kept


def test_three_decimals_are_kept(tmp_path: Path) -> None:
    path = tmp_path / "weights.toml"
    keep_fitted(path, "Fitted.", {"signs": {"a": 0.12345}, "full": 1.0, "probe": [-0.00001, 2.5]})
    expected = "# Fitted.\nfull = 1.0\nprobe = [\n    -0.0, 2.5,\n]\n\n[signs]\na = 0.123\n"
    assert path.read_text(encoding="utf-8") == expected
