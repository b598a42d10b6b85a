"""What decides a question that is answered by yes or no, and what tells of what went wrong."""

import pytest
from builders import build_document

from rag.evidence.choosing import deciding_first, told_first
from rag.evidence.evidence import Evidence
from rag.questions.forms.points import read_point
from rag.questions.request import Focus


def _evidence(kind: str, text: str, coverage: float) -> Evidence:
    (unit,) = build_document([(kind, "Unit", text)]).units
    return Evidence(Focus("review", unit), ((0, len(text)),), 1.0, 0.5, 0.0, coverage, text)


SHOULD = _evidence("lesson", "Her health should be assessed by a doctor.", 1.0)
ADVISED = _evidence("recommendation", "Health to assess every mother.", 0.9)
WAS = _evidence("paragraph", "She was never assessed.", 0.6)
SHOULD_HAVE = _evidence("paragraph", "An assessment should have been made.", 0.7)


@pytest.mark.parametrize("question", ["did she ever get an assessment", "wasn't she assessed"])
def test_what_was_decides_what_was_asked(question: str) -> None:
    ordered = deciding_first(read_point(question), [SHOULD, ADVISED, WAS, SHOULD_HAVE])
    assert ordered == [SHOULD_HAVE, WAS, SHOULD, ADVISED]


def test_otherwise_what_has_most_of_the_words_does() -> None:
    ordered = deciding_first(read_point("is an assessment needed"), [WAS, SHOULD, ADVISED])
    assert ordered == [SHOULD, ADVISED, WAS]


def test_a_link_decides_nothing() -> None:
    link = _evidence("resource", "For more about being assessed go to:", 1.0)
    assert deciding_first(read_point("was she assessed"), [link, WAS]) == [WAS, link]


@pytest.mark.parametrize(
    "question", ["why wasn't she assessed", "what was the problem with how she was assessed"]
)
def test_what_went_wrong_is_told_before_what_should_be(question: str) -> None:
    assert told_first(read_point(question), [SHOULD, ADVISED, WAS]) == [WAS, SHOULD, ADVISED]


def test_where_advice_is_asked_for_the_order_stays() -> None:
    assert told_first(read_point("how should she be assessed"), [SHOULD, WAS]) == [SHOULD, WAS]
