"""Fitted weights are kept as the engine reads them."""

import tomllib
from dataclasses import asdict
from pathlib import Path
from types import SimpleNamespace

import pytest

from eval.fitting import keep_fitted, leave_each_out, read_sets
from rag.errors import BadSettings
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


@pytest.mark.parametrize("typed", ["questions.jsonl", "questions.jsonl=", "=.", "q.jsonl=nowhere"])
def test_what_names_no_set_with_its_library_is_told(typed: str) -> None:
    with pytest.raises(BadSettings, match=r"expected SET=DATA"):
        next(read_sets([typed]))


def test_each_library_is_left_out_and_none_where_there_is_but_one() -> None:
    one, other = (SimpleNamespace(library=Path(name)) for name in ("one", "other"))
    assert list(leave_each_out([one, other, one])) == [
        (Path("one"), [one, one], [other]),
        (Path("other"), [other], [one, one]),
    ]
    assert list(leave_each_out([one])) == []
    with pytest.raises(BadSettings, match="No question of the sets"):
        next(leave_each_out([]))
