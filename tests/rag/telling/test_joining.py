"""Answers to the questions of one message: one answer, each under its question."""

from dataclasses import replace

import pytest
from made_citations import ORIGINAL

from rag.answer import Answer, Statement, Status
from rag.telling.joining import join_answers


def answer(
    question: str, *quotes: str, status: Status = "answered", reason: str | None = None
) -> Answer:
    cited = tuple(replace(ORIGINAL, quote=quote, n=n) for n, quote in enumerate(quotes, start=1))
    said = tuple(Statement(c.quote, (c.n,), verbatim=True) for c in cited)
    statements = said or (Statement("This is not stated."),)
    return Answer(question, status, reason, statements, cited, confidence=0.9 if said else 0.1)


def test_numbers_go_on_and_a_quotation_said_twice_is_one() -> None:
    joined = join_answers("both", [answer("who rang", "A", "B"), answer("and when?", "B", "C")])
    assert [c.quote for c in joined.citations] == ["A", "B", "C"]
    assert [c.n for c in joined.citations] == [1, 2, 3]
    assert joined.text == "Who rang?\n\n“A” [1]\n\n“B” [2]\n\nAnd when?\n\n“B” [2]\n\n“C” [3]"
    assert [part.statements for part in joined.parts] == [(0, 2), (3, 5)]


@pytest.mark.parametrize(
    ("statuses", "status", "reason"),
    [
        (("answered", "answered"), "answered", None),
        (("answered", "refused"), "partial", "not_stated"),
        (("refused", "refused"), "refused", "not_stated"),
        (("clarify", "answered"), "partial", "ambiguous"),
    ],
)
def test_all_or_in_part(statuses: tuple[Status, ...], status: Status, reason: str | None) -> None:
    reasons = {"refused": "not_stated", "clarify": "ambiguous"}
    given = [
        answer(each, *(["A"] if each == "answered" else []), status=each, reason=reasons.get(each))
        for each in statuses
    ]
    joined = join_answers("both", given)
    assert (joined.status, joined.reason) == (status, reason)
    assert [part.status for part in joined.parts] == [*statuses]
    assert joined.confidence == min(each.confidence or 0 for each in given)
