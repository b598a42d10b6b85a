"""A question and those who are asked it in, one row for each of them out; and what a run of such
rows is measured by."""

from collections.abc import Sequence

from eval.asking.systems import Kind, Reply, System, ask_system
from eval.measuring import (
    calibration,
    citations,
    cost,
    coverage,
    headline,
    quotations,
    refusal,
    retrieval,
)
from eval.measuring.figures import Measure, Row, Shown
from eval.measuring.goals import Goals
from eval.measuring.held import Held
from eval.measuring.shown import order_shown
from eval.sets.questions import Question

_FAMILIES = (
    headline, retrieval, coverage, citations, quotations, refusal, calibration, cost,
)  # fmt: skip
MEASURES: tuple[Measure, ...] = tuple(each for of in _FAMILIES for each in of.MEASURES)
"""In the order in which they are told."""
HEADLINE = headline.MEASURES[0]

Rows = dict[str, Row]
"""By the name of the system, ours first."""


def score_question(systems: Sequence[System], question: Question, goals: Goals, held: Held) -> Rows:
    return {each.name: score_reply(ask_system(each, question), goals, held) for each in systems}


def score_reply(reply: Reply, goals: Goals, held: Held) -> Row:
    question, answer = reply.question, reply.answer
    shown = order_shown(answer)
    values = {
        **retrieval.measure_retrieval(reply, goals.nuggets, held.documents),
        **coverage.cover(answer, goals),
        **citations.check_citations(answer, goals, held),
        **quotations.check_quotations(answer, held),
        **refusal.judge_refusal(question, answer),
        cost.PEAK: None if reply.peak_bytes is None else reply.peak_bytes / 2**20,
    }
    values |= headline.grounded_answer(answer, goals, held.documents, values)
    return Row(
        question=question.id, turns=question.turns, type=question.type,
        answerable=question.answerable, near_miss=question.near_miss, intent=question.intent,
        status=answer.status, reason=answer.reason, confidence=answer.confidence,
        text=answer.text, seconds=answer.seconds, values=values,
        words=sum(len(citation.quote.split()) for citation in shown),
        shown=tuple(Shown(c.document, c.unit, c.label, c.quote, c.title, c.page, c.n)
                    for c in shown),
        missed=coverage.missed_goals(answer, goals),
    )  # fmt: skip


def measures_of(kind: Kind) -> tuple[Measure, ...]:
    """Those that mean something of such a system. Calibration means nothing of a control, whose
    confidence is ours or none, nor of a baseline, whose confidence is a score of its search."""
    left_out = () if kind == "system" else calibration.MEASURES
    return tuple(measure for measure in MEASURES if measure not in left_out)
