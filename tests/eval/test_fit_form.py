"""The form of an answer is fitted again on made-up questions."""

from collections.abc import Sequence
from pathlib import Path

import pytest

from eval.fit_form import Example, find_signs, label, try_out
from eval.sets.questions import Question


def make(library: str, form: str, *signs: str) -> Example:
    read = {"forms": form, "scopes": "one"}
    return Example(Path(library), frozenset(signs), read, read)


def made(library: str, *, topic: str) -> Sequence[Example]:
    return [
        *(make(library, "why", "^why", topic) for _ in range(8)),
        *(make(library, "list", "^list", "has:kinds") for _ in range(8)),
    ]


def test_a_sign_stands_in_each_library_often_enough() -> None:
    examples = [*made("one", topic="drowned"), *made("other", topic="moved")]
    assert find_signs(examples) == ["^list", "^why", "has:kinds"]
    assert find_signs(examples, words=True) == ["^list", "^why"]


def test_a_library_left_out_is_read_by_the_signs_of_the_others() -> None:
    others = [*made("one", topic="drowned"), *made("other", topic="moved")]
    left = [make("third", "why", "^why"), make("third", "fact", "^why"), *made("third", topic="x")]
    assert try_out("forms", others, left, find_signs(others)) == pytest.approx(17 / 18)


@pytest.mark.parametrize(
    ("id_", "type_", "answerable", "form", "scope"),
    [
        ("x1", "factual", True, "fact", "one"),
        ("x2", "theme", True, "theme", "all"),
        ("x3", "compare", True, "compare", "several"),
        ("x4", "unanswerable:near_miss", False, "fact", "one"),
        ("wa-010", "fact", True, "fact", "all"),
        ("wa-036", "none_near_miss", False, "yes_no", "one"),
    ],
)
def test_labels_come_from_the_type_unless_read_otherwise(
    id_: str,
    type_: str,
    answerable: bool,  # noqa: FBT001
    form: str,
    scope: str,
) -> None:
    question = Question(id_, ("?",), type_, answerable, (), "")
    assert label(question) == {"forms": form, "scopes": scope}


@pytest.mark.parametrize(
    ("id_", "type_"),
    [("x5", "unanswerable:off_topic"), ("d214", "follow_up"), ("x6", "unheard of")],
)
def test_what_wants_no_form_has_no_label(id_: str, type_: str) -> None:
    assert label(Question(id_, ("?",), type_, answerable=True, gold=(), reference="")) is None
