"""Answers to the questions of one message in, one answer out: each under its question."""

from collections.abc import Sequence
from dataclasses import replace

from rag.answer import Answer, Part, Statement, Status
from rag.types import Citation


def join_answers(message: str, answers: Sequence[Answer]) -> Answer:
    """Two or more, in the order of the message. A quotation that several cite is one citation."""
    statements, citations, parts = list[Statement](), list[Citation](), list[Part]()
    for answer in answers:
        first = len(statements)
        statements.append(Statement(_as_question(answer.question), heading=True))
        statements += _renumbered(answer, citations)
        place = (first, len(statements) - 1)
        parts.append(Part(answer.question, answer.status, answer.reason, place))
    status, reason = _outcome(answers)
    chances = [each.confidence for each in answers if each.confidence is not None]
    return Answer(
        message,
        status,
        reason,
        tuple(statements),
        tuple(citations),
        tuple(dict.fromkeys(step for answer in answers for step in answer.suggestions)),
        confidence=min(chances) if chances else None,
        way="parts",
        form=_form(answers),
        traces=tuple(trace for answer in answers for trace in answer.traces),
        parts=tuple(parts),
    )


def _as_question(part: str) -> str:
    return f"{part[:1].upper()}{part[1:].rstrip(' ?.!,;')}?"


def _renumbered(answer: Answer, citations: list[Citation]) -> list[Statement]:
    """The statements of an answer, with the numbers that its citations have behind those before;
    `citations` grows by what is new."""
    numbers = dict[int, int]()
    for citation in answer.citations:
        same = (c.n for c in citations if replace(c, n=citation.n) == citation)
        number = next(same, len(citations) + 1)
        if number > len(citations):
            citations.append(replace(citation, n=number))
        numbers[citation.n] = number
    return [
        replace(statement, citations=tuple(numbers[n] for n in statement.citations))
        for statement in answer.statements
    ]


def _form(answers: Sequence[Answer]) -> str | None:
    """Of what is answered, where all of it is of one form."""
    forms = {answer.form for answer in answers if answer.form}
    return forms.pop() if len(forms) == 1 else None


def _outcome(answers: Sequence[Answer]) -> tuple[Status, str | None]:
    """What all of them have, and else in part; the reason is that of the first that lacks words."""
    found = {answer.status for answer in answers}
    reason = next((a.reason for a in answers if a.status != "answered"), None)
    return (answers[0].status if len(found) == 1 else "partial"), reason
