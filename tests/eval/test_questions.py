"""Reading a set, and comparing texts by their words."""

import json
from pathlib import Path

import pytest

from eval.sets.opening import load_questions
from eval.sets.words import letters, split_words
from rag.errors import BadBatchLine, UnreadableFile


def test_a_set_is_read_in_order(tmp_path: Path) -> None:
    path = tmp_path / "set.jsonl"
    row = {"turns": ["a", "b"], "type": "who", "answerable": False, "gold": []}
    lines = [{"id": "1", "reason": "not_stated|ambiguous", **row}, {"id": "2", **row}]
    path.write_text("\n\n".join(map(json.dumps, lines)), encoding="utf-8")
    first, second = load_questions(path)
    assert (first.id, first.turns, second.reasons) == ("1", ("a", "b"), frozenset())
    assert first.reasons == {"not_stated", "ambiguous"}


@pytest.mark.parametrize("line", ["{", "[]", '{"id": "1"}', '{"id": "1", "turns": 3}'])
def test_a_bad_line_is_named(tmp_path: Path, line: str) -> None:
    path = tmp_path / "set.jsonl"
    path.write_text(f"\n{line}", encoding="utf-8")
    with pytest.raises(BadBatchLine, match=r"set\.jsonl, line 2"):
        load_questions(path)


def test_a_missing_set_is_said_so(tmp_path: Path) -> None:
    with pytest.raises(UnreadableFile):
        load_questions(tmp_path / "none.jsonl")


def test_words_ignore_layout_and_keep_meaning() -> None:
    assert split_words("The child’s “multi-agency” plan.¹") == split_words(
        "the childs multi agency plan"
    )
    assert split_words("not seen […] again") == ("not", "seen", "again")
    assert split_words("was seen") != split_words("was not seen")


def test_letters_keep_case_and_figures() -> None:
    assert letters("Finding 3:\n the ﬁrst* “child’s”") == "Finding3thefirstchilds"
    assert letters("Not seen") != letters("not seen")
